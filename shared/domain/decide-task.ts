// Adding and cancelling a task: one activity, with the legs it needs and, for some, a due window of its own.
import { ACTIVITIES, type Activity, type Need, type TaskKind } from './activity.ts';
import { applyAll, liveAssignmentsOf } from './apply-incident.ts';
import { accept, refuse, type Decision } from './decision.ts';
import type { Who } from './decide-grade.ts';
import type { Id, IncidentFile, StatementId } from './incident-file.ts';
import type { IncidentEvent } from './incident-event.ts';
import type { Instant } from './instant.ts';
import type { Skill } from './skill.ts';

export interface AddTask {
  taskId: Id; activity: Activity; kind: TaskKind; legs: readonly { id: Id; need: Need; skills?: readonly Skill[] }[]; detailId: StatementId | null; dueFrom: Instant | null; dueAt: Instant | null;
}

export function decideAddTask(file: IncidentFile, task: AddTask, who: Who): Decision<IncidentEvent> {
  if (file.incident.state === 'closed') return refuse('incident-closed');
  if (task.legs.length === 0) return refuse('legs-needed');
  if (ACTIVITIES[task.activity].ownWindow && task.dueAt === null) return refuse('window-needed');
  if (task.dueAt !== null && (task.dueAt <= who.now || (task.dueFrom !== null && task.dueFrom >= task.dueAt))) return refuse('window-impossible');
  return accept({ name: 'task.added', at: who.now, byId: who.staffId, ...task });
}

/** Said afresh by whoever is in control. Whoever stands in it already goes on: who comes next is asked for it. */
export function decideLegSkills(file: IncidentFile, command: { legId: Id; skills: readonly Skill[] }, who: Who): Decision<IncidentEvent> {
  const leg = file.legs.find(({ id }) => id === command.legId);
  const task = file.tasks.find(({ id }) => id === leg?.taskId);
  if (leg === undefined || task === undefined) return refuse('not-found');
  if (file.incident.state === 'closed') return refuse('incident-closed');
  if (task.state !== 'open') return refuse('task-ended');
  const isSame = leg.skills.length === command.skills.length && command.skills.every((skill) => leg.skills.includes(skill));
  return isSame ? accept() : accept({ name: 'leg.skillsSet', at: who.now, byId: who.staffId, taskId: task.id, ...command });
}

export function decideCancelTask(file: IncidentFile, command: { taskId: Id; reasonId: StatementId }, names: (staffId: Id) => string, who: Who): Decision<IncidentEvent> {
  const task = file.tasks.find(({ id }) => id === command.taskId);
  if (task === undefined) return refuse('not-found');
  if (task.state !== 'open') return refuse('task-ended');
  const live = liveAssignmentsOf(file, task.id);
  const there = live.find((assignment) => assignment.state === 'there');
  if (there !== undefined) return refuse('crew-still-there', { who: names(there.staffId) });
  const freed = live.map((assignment): IncidentEvent => ({
    name: 'assignment.stoodDown', at: who.now, byId: who.staffId, assignmentId: assignment.id, staffId: assignment.staffId, dutyId: assignment.dutyId, reasonId: command.reasonId,
  }));
  return accept<IncidentEvent>(...freed, { name: 'task.cancelled', at: who.now, byId: who.staffId, taskId: task.id, reasonId: command.reasonId });
}

/** A task is finished once it has an outcome and nobody is on it any more, whether they left, declined or were stood down. */
export function finishing(file: IncidentFile, events: readonly IncidentEvent[], taskId: Id, who: Who): IncidentEvent[] {
  const after = applyAll(file, events);
  const task = after.tasks.find(({ id }) => id === taskId);
  if (task === undefined || task.state !== 'open' || task.outcome === null || liveAssignmentsOf(after, taskId).length > 0) return [];
  return [{ name: 'task.finished', at: who.now, byId: who.staffId, taskId }];
}
