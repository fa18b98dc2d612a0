// Corrects what was written down; what it said before stays on the log.
import { accept } from '../../../shared/domain/decision.ts';
import type { IncidentEvent } from '../../../shared/domain/incident-event.ts';
import { missingToMatch } from '../../../shared/domain/decide-missing.ts';
import { decideCorrect } from '../../../shared/domain/decide-incident.ts';
import type * as routes from '../../../shared/protocol/incidents.ts';
import { newId } from '../../database/transaction.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../change-incident.ts';
import { saveLocation } from '../location.store.ts';

export const correctIncident: Command<typeof routes.correctIncident> = async (tx, input) => {
  await changeIncident(tx, input.incidentId, { expectedVersion: input.expectedVersion }, async (file, who) => {
    const reasonId = await saveStatement(tx, input.incidentId, input.reason);
    const location = input.location === undefined ? undefined : await saveLocation(tx, input.incidentId, input.location);
    const corrected = decideCorrect({
      ...(input.summary === undefined ? {} : { summaryId: await saveStatement(tx, input.incidentId, input.summary) }),
      ...(location === undefined ? {} : { locationId: location.id, districtCode: location.districtCode }),
      ...(input.flags === undefined ? {} : { flags: input.flags }), ...(input.missingRisk === undefined ? {} : { missingRisk: input.missingRisk }),
      reasonId,
    }, who);
    if (!corrected.accepted || file.incident.state === 'closed') return corrected;
    return accept<IncidentEvent>(...corrected.events, ...missingToMatch(file, input.missingRisk ?? null, { missingId: newId(), reasonId }, who));
  });
};
