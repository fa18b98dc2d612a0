// How an incident stands, in one word, and what breaches next: derived, never stored twice.
import type { Need } from './activity.ts';
import { coverTask, type TaskCover } from './cover.ts';
import type { Assignment, DowngradeRequest, FollowUp, Handover, Incident, Leg, Task } from './incident-file.ts';
import type { Instant } from './instant.ts';
import { isStanding, type CallerPromise } from './promise.ts';

export interface StatusFacts {
  incident: Pick<Incident, 'state' | 'grade' | 'gradedAt' | 'attendedAt' | 'dueAt' | 'reportedAt' | 'policeHaveItAt'>;
  tasks: readonly Pick<Task, 'id' | 'state' | 'dueAt' | 'outcome'>[];
  legs: readonly Pick<Leg, 'id' | 'taskId' | 'need'>[];
  assignments: readonly Pick<Assignment, 'legId' | 'taskId' | 'state' | 'thereAt' | 'dispatchedAt'>[];
  followUps: readonly Pick<FollowUp, 'decision' | 'dueAt'>[];
  requests: readonly Pick<DowngradeRequest, 'state'>[];
  handovers: readonly Pick<Handover, 'state' | 'dueAt'>[];
  promises: readonly Pick<CallerPromise, 'state' | 'kind' | 'dueAt'>[];
}

export const STATUS_WORDS = {
  closed: 'closed', 'grade-1': 'pass to the police now', 'with-police': 'police have it', ungraded: 'not graded yet', 'follow-up': 'follow-up to decide',
  'handing-over': 'waiting to be taken over', 'no-task': 'no task yet', uncovered: 'nobody sent', 'part-sent': 'one leg missing', sent: 'sent, not yet going',
  going: 'going', 'part-there': 'one leg there', there: 'there', left: 'left scene', attended: 'attended',
} as const;
export type Status = keyof typeof STATUS_WORDS;

const URGENCY: readonly TaskCover['state'][] = ['uncovered', 'part-sent', 'sent', 'going', 'part-there', 'there', 'left', 'ended'];

const coversOf = (facts: StatusFacts): TaskCover[] =>
  facts.tasks.map((task) => coverTask(task, facts.legs.filter((leg) => leg.taskId === task.id), facts.assignments));

export function statusOf(facts: StatusFacts): Status {
  const { incident } = facts;
  if (incident.state === 'closed') return 'closed';
  if (incident.grade === 1 && incident.policeHaveItAt === null) return 'grade-1';
  if (facts.followUps.some((followUp) => followUp.decision === null)) return 'follow-up';
  if (facts.handovers.some((handover) => handover.state === 'sent')) return 'handing-over';
  const open = coversOf(facts).filter((cover) => cover.state !== 'ended').toSorted((a, b) => URGENCY.indexOf(a.state) - URGENCY.indexOf(b.state))[0];
  if (open !== undefined && open.state !== 'ended') return incident.gradedAt === null && open.state === 'uncovered' ? 'ungraded' : open.state;
  if (incident.grade === 1) return 'with-police';
  if (incident.gradedAt === null) return 'ungraded';
  return incident.attendedAt === null ? 'no-task' : 'attended';
}

/** The legs that nobody stands in yet, over all open tasks. */
export const missingNeeds = (facts: StatusFacts): Need[] => coversOf(facts).flatMap((cover) => [...cover.missing]);

export type BreachCause = 'attend' | 'task-window' | 'follow-up' | 'handover' | 'promise';
export interface NextBreach { at: Instant; cause: BreachCause }

/** The clock that runs out first; null when nothing is owed by a time. */
export function nextBreach(facts: StatusFacts): NextBreach | null {
  const { incident } = facts;
  if (incident.state === 'closed') return null;
  const clocks: NextBreach[] = [];
  if (incident.attendedAt === null && incident.dueAt !== null && !(incident.grade === 1 && incident.policeHaveItAt !== null)) clocks.push({ at: incident.dueAt, cause: 'attend' });
  for (const task of facts.tasks) {
    const attended = facts.assignments.some((assignment) => assignment.taskId === task.id && assignment.thereAt !== null);
    if (task.state === 'open' && task.dueAt !== null && !attended) clocks.push({ at: task.dueAt, cause: 'task-window' });
  }
  for (const followUp of facts.followUps) if (followUp.decision === null) clocks.push({ at: followUp.dueAt, cause: 'follow-up' });
  for (const handover of facts.handovers) if (handover.state === 'sent') clocks.push({ at: handover.dueAt, cause: 'handover' });
  // What the caller was told, by its own time (docs/practice.md, Promises).
  for (const promise of facts.promises) if (promise.dueAt !== null && isStanding(promise, incident.attendedAt)) clocks.push({ at: promise.dueAt, cause: 'promise' });
  return clocks.toSorted((a, b) => a.at.localeCompare(b.at))[0] ?? null;
}

/** The queue's order, as text that sorts: unpassed Grade 1 first, then what breaches next, then the oldest report. */
export const urgencyOf = (facts: StatusFacts): string =>
  `${statusOf(facts) === 'grade-1' ? 0 : 1} ${nextBreach(facts)?.at ?? '9999-12-31T23:59:59.999Z'} ${facts.incident.reportedAt}`;

export function compareUrgency(a: StatusFacts, b: StatusFacts): number {
  const [first, second] = [urgencyOf(a), urgencyOf(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}
