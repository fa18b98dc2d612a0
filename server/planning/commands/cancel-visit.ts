// Calls off a booked visit, with why.
import { decideCancelVisit } from '../../../shared/domain/decide-visit.ts';
import { clockTime } from '../../../shared/domain/duty-night.ts';
import type * as routes from '../../../shared/protocol/planning.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';
import { incidentIdOf } from '../../incidents/incident.store.ts';

export const cancelVisit: Command<typeof routes.cancelVisit> = async (tx, { taskId, bookingId, reason }) => {
  const incidentId = await incidentIdOf(tx, 'task', taskId);
  await changeIncident(tx, incidentId, {}, async (file, who) => decideCancelVisit(file, { bookingId, reasonId: await saveStatement(tx, incidentId, reason) }, clockTime, who));
};
