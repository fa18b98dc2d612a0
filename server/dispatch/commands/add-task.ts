// Adds a task with the legs it needs.
import { decideAddTask } from '../../../shared/domain/decide-task.ts';
import { skillsOfLeg } from '../../../shared/domain/leg-needs.ts';
import type * as routes from '../../../shared/protocol/dispatch.ts';
import { newId } from '../../database/transaction.ts';
import { saveOptional } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';
import { policyNow } from '../../incidents/policy.store.ts';

export const addTask: Command<typeof routes.addTask> = async (tx, input) => {
  const taskId = newId();
  const { sending: { legSkills } } = (await policyNow(tx, tx.now)).body;
  await changeIncident(tx, input.incidentId, {}, async (file, who) => decideAddTask(file, {
    taskId, activity: input.activity, kind: input.kind, legs: input.legs.map((need, index) => ({ id: newId(), need, skills: skillsOfLeg(legSkills, input.activity, need, input.legSkills?.[index]) })), detailId: await saveOptional(tx, input.incidentId, input.detail),
    dueFrom: input.dueFrom, dueAt: input.dueAt,
  }, who));
  return { taskId };
};
