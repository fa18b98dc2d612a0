// Adds a task with the legs it needs.
import { decideAddTask } from '../../../shared/domain/decide-task.ts';
import type * as routes from '../../../shared/protocol/dispatch.ts';
import { newId } from '../../database/transaction.ts';
import { saveOptional } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';

export const addTask: Command<typeof routes.addTask> = async (tx, input) => {
  const taskId = newId();
  await changeIncident(tx, input.incidentId, {}, async (file, who) => decideAddTask(file, {
    taskId, activity: input.activity, kind: input.kind, legs: input.legs.map((need) => ({ id: newId(), need })), detailId: await saveOptional(tx, input.incidentId, input.detail),
    dueFrom: input.dueFrom, dueAt: input.dueAt,
  }, who));
  return { taskId };
};
