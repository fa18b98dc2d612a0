// Opens a closed incident again. Its clock still runs from the report, and whoever reopens it, on duty, owns it.
import { decideOwn, decideReopen } from '../../../shared/domain/decide-incident.ts';
import { applyAll } from '../../../shared/domain/apply-incident.ts';
import { accept } from '../../../shared/domain/decision.ts';
import type { IncidentEvent } from '../../../shared/domain/incident-event.ts';
import type * as routes from '../../../shared/protocol/incidents.ts';
import { Refused } from '../../database/transaction.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../change-incident.ts';

export const reopenIncident: Command<typeof routes.reopenIncident> = async (tx, input) => {
  if (tx.actor.dutyId === null) throw new Refused('not-on-duty');
  await changeIncident(tx, input.incidentId, {}, async (file, who) => {
    const reopened = decideReopen(file, await saveStatement(tx, input.incidentId, input.reason), who);
    if (!reopened.accepted || file.incident.ownerId === who.staffId) return reopened;
    const owned = decideOwn(applyAll(file, reopened.events), { staffId: who.staffId, organisationId: tx.actor.organisationId, onDuty: true, name: tx.actor.name }, who);
    return owned.accepted ? accept<IncidentEvent>(...reopened.events, ...owned.events) : owned;
  });
};
