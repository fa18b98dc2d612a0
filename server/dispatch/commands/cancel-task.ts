// Cancels a task; whoever is on the way is freed.
import { decideCancelTask } from '../../../shared/domain/decide-task.ts';
import type * as routes from '../../../shared/protocol/dispatch.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';
import { incidentIdOf } from '../../incidents/incident.store.ts';
import { staffNames } from '../../incidents/lookups.ts';

export const cancelTask: Command<typeof routes.cancelTask> = async (tx, input) => {
  const incidentId = await incidentIdOf(tx, 'task', input.taskId);
  await changeIncident(tx, incidentId, {}, async (file, who) =>
    decideCancelTask(file, { taskId: input.taskId, reasonId: await saveStatement(tx, incidentId, input.reason) }, await staffNames(tx, file), who));
};
