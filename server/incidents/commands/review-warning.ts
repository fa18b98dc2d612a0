// A staff-safety warning was looked at again and stands: why, and until when. What it rests on and who approved it stay as they were.
import { accept, refuse } from '../../../shared/domain/decision.ts';
import type { IncidentEvent } from '../../../shared/domain/incident-event.ts';
import type * as routes from '../../../shared/protocol/incidents.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../change-incident.ts';

export const reviewWarning: Command<typeof routes.reviewWarning> = async (tx, input) => {
  await changeIncident(tx, input.incidentId, {}, async ({ warnings }, who) => {
    if (!warnings.some(({ id }) => id === input.warningId)) return refuse('not-found');
    if (input.reviewAt <= tx.now) return refuse('window-impossible');
    return accept<IncidentEvent>({ name: 'warning.reviewed', at: tx.now, byId: who.staffId, warningId: input.warningId, reviewAt: input.reviewAt, reasonId: await saveStatement(tx, input.incidentId, input.reason) });
  });
};
