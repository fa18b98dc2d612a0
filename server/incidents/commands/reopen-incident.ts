// Opens a closed incident again. Its clock still runs from the report, and whoever reopens it, on duty, owns it.
import { decideOwn, decideReopen } from '../../../shared/domain/decide-incident.ts';
import { applyAll } from '../../../shared/domain/apply-incident.ts';
import { accept, refuse } from '../../../shared/domain/decision.ts';
import type { IncidentEvent } from '../../../shared/domain/incident-event.ts';
import type * as routes from '../../../shared/protocol/incidents.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../change-incident.ts';
import { findOwner } from '../owner.store.ts';

export const reopenIncident: Command<typeof routes.reopenIncident> = async (tx, input) => {
  await changeIncident(tx, input.incidentId, {}, async (file, who) => {
    const owner = await findOwner(tx, who.staffId);
    if (owner?.onDuty !== true) return refuse('not-on-duty');
    const reopened = decideReopen(file, await saveStatement(tx, input.incidentId, input.reason), who);
    if (!reopened.accepted || file.incident.ownerId === who.staffId) return reopened;
    const owned = decideOwn(applyAll(file, reopened.events), owner, who);
    return owned.accepted ? accept<IncidentEvent>(...reopened.events, ...owned.events) : owned;
  });
};
