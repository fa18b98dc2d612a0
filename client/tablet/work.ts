// One responder's work in one duty, in the order in which it is shown: the live visit, other live tasks, what is owed, what has ended.
import { isLive } from '../../shared/domain/incident-file.ts';
import type { AssignmentView, IncidentView, TaskView } from '../../shared/protocol/views.ts';
import type { Report } from './report.ts';
import { isAbout, withUnsent } from './with-unsent.ts';

/** An incident as it is to be shown, and what was said of it here that the live board does not show yet. */
export interface Shown { incident: IncidentView; said: readonly Report[] }

/** One task that I was sent to, and my latest attempt at it. */
export interface Work extends Shown { task: TaskView; mine: AssignmentView }

export interface Responder { staffId: string; dutyId: string }

export const shownOf = (incidents: readonly IncidentView[], reports: readonly Report[]): Shown[] => incidents.map((incident) => {
  const said = reports.filter((report) => isAbout(incident, report));
  return { incident: withUnsent(incident, said), said };
});

const worksIn = (shown: Shown, { staffId, dutyId }: Responder): Work[] => shown.incident.tasks.flatMap((task) => {
  const mine = shown.incident.assignments
    .filter((assignment) => assignment.taskId === task.id && assignment.staffId === staffId && assignment.dutyId === dutyId)
    .toSorted((a, b) => b.dispatchedAt.localeCompare(a.dispatchedAt))[0];
  return mine === undefined ? [] : [{ ...shown, task, mine }];
});

/** Nobody was let in, and what follows is still to be decided. */
export const isNoAccess = ({ incident, task, said }: Pick<Work, 'incident' | 'task' | 'said'>): boolean =>
  incident.followUps.some(({ taskId, cause, decision }) => taskId === task.id && cause === 'no-access' && decision === null)
  || said.some((report) => report.kind === 'noAccess' && incident.assignments.some(({ id, taskId }) => id === report.assignmentId && taskId === task.id));

/** Left without saying what came of it. */
export const owesOutcome = (work: Work): boolean =>
  work.mine.state === 'left' && work.mine.thereAt !== null && work.task.state === 'open' && work.task.outcome === null && !isNoAccess(work);

const rank = (work: Work): number =>
  isLive(work.mine) ? (work.task.kind === 'visit' ? 0 : 1) : owesOutcome(work) ? 2 : 3;

const newestFirst = (a: Work, b: Work): number =>
  (b.mine.endedAt ?? b.mine.dispatchedAt).localeCompare(a.mine.endedAt ?? a.mine.dispatchedAt);

export const workOf = (shown: readonly Shown[], me: Responder): Work[] =>
  shown.flatMap((one) => worksIn(one, me)).toSorted((a, b) => rank(a) - rank(b) || newestFirst(a, b));

/** Calls that I raised and was not sent to: mine to follow until the end of duty. */
export const raisedOnly = (shown: readonly Shown[], { staffId }: Pick<Responder, 'staffId'>): Shown[] => shown
  .filter(({ incident }) => incident.raisedBy.staffId === staffId && !incident.assignments.some((assignment) => assignment.staffId === staffId))
  .toSorted((a, b) => b.incident.raisedAt.localeCompare(a.incident.raisedAt));

/** Others of my team on the same task, whom I may answer for: in one car one tablet speaks for both. */
export const partnersOf = ({ incident, mine }: Work): AssignmentView[] => mine.teamId === null ? [] : incident.assignments
  .filter((other) => other.taskId === mine.taskId && other.teamId === mine.teamId && other.staffId !== mine.staffId && isLive(other));
