// Records a staff-safety warning: its source, its approver (whoever records it) and its review date.
import { accept, refuse } from '../../../shared/domain/decision.ts';
import type { IncidentEvent } from '../../../shared/domain/incident-event.ts';
import type * as routes from '../../../shared/protocol/incidents.ts';
import { newId } from '../../database/transaction.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../change-incident.ts';

export const recordWarning: Command<typeof routes.recordWarning> = async (tx, input) => {
  const warningId = newId();
  await changeIncident(tx, input.incidentId, {}, async (_file, who) => input.reviewAt <= tx.now ? refuse('window-impossible') : accept<IncidentEvent>({
    name: 'warning.recorded', at: tx.now, byId: who.staffId, warningId, kind: input.kind, sourceId: await saveStatement(tx, input.incidentId, input.source), reviewAt: input.reviewAt,
  }));
  return { warningId };
};
