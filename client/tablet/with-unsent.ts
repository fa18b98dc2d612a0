// What the responder sees: the incident as the server last showed it, with what was said here since.
// Steps only go forward and a report laid over its own answer changes nothing, so the order of answers does not matter.
import { isLive, type AssignmentState } from '../../shared/domain/incident-file.ts';
import { earliest, heldBetween, type Instant } from '../../shared/domain/instant.ts';
import { isUnconfirmed } from '../../shared/domain/missing.ts';
import type { AssignmentView, IncidentView, TaskView } from '../../shared/protocol/views.ts';
import type { Report } from './report.ts';

const ORDER: readonly AssignmentState[] = ['dispatched', 'accepted', 'going', 'there', 'left'];
const STAMPS = { accepted: 'acceptedAt', going: 'goingAt', there: 'thereAt', left: 'leftAt' } as const satisfies Partial<Record<AssignmentState, keyof AssignmentView>>;
type StepState = keyof typeof STAMPS;

/** Whether a report is about this incident. */
export function isAbout(incident: IncidentView, report: Report): boolean {
  switch (report.kind) {
    case 'note': return report.incidentId === incident.id;
    case 'outcome': return incident.tasks.some(({ id }) => id === report.taskId);
    case 'found': case 'seenMissing': case 'riskFact': return incident.missing.some(({ id }) => id === report.missingId);
    default: return incident.assignments.some(({ id }) => id === report.assignmentId);
  }
}

export const withUnsent = (incident: IncidentView, reports: readonly Report[]): IncidentView => reports.reduce(laidOver, incident);

function laidOver(incident: IncidentView, report: Report): IncidentView {
  if (incident.state === 'closed' || !isAbout(incident, report)) return incident;
  switch (report.kind) {
    // A stay is laid over where it is shown: until the server has heard of the arrival there is none to lay it over.
    case 'note': case 'riskFact': case 'checkIn': case 'leaving': return incident;
    case 'found': return onMissing(incident, report, (one) => (one.locatedAt === null ? { locatedAt: heldBetween(one.reportedAt, report.at, report.at) } : {}));
    case 'seenMissing': return onMissing(incident, report, (one) => {
      const at = heldBetween(one.locatedAt ?? one.reportedAt, report.at, report.at);
      return { locatedAt: one.locatedAt ?? at, seenAt: at, seenWell: report.well };
    });
    case 'advance': return stepped(incident, report);
    case 'noAccess': return hasNoAccess(incident, report.assignmentId) ? incident : advanced(incident, report.assignmentId, 'there', report.at);
    case 'seen': return seen(advanced(incident, report.assignmentId, 'there', report.at), report);
    case 'outcome': return finished(onTask(incident, report.taskId, (task) => (task.state !== 'open' ? task : {
      ...task, outcome: report.outcome, outcomeNote: report.note, outcomeAt: report.at, seenPersonIds: report.seenPersonIds, notSeenPersonIds: report.notSeenPersonIds,
    })), report.taskId);
  }
}

/** Who was confirmed or is somebody else's to find stays so: the server will keep it as a late report. */
const onMissing = (incident: IncidentView, { missingId }: { missingId: string }, change: (one: IncidentView['missing'][number]) => Partial<IncidentView['missing'][number]>): IncidentView =>
  ({ ...incident, missing: incident.missing.map((one) => (one.id === missingId && isUnconfirmed(one) ? { ...one, ...change(one) } : one)) });

const onTask = (incident: IncidentView, taskId: string, change: (task: TaskView) => TaskView): IncidentView =>
  ({ ...incident, tasks: incident.tasks.map((task) => (task.id === taskId ? change(task) : task)) });

const onAssignment = (incident: IncidentView, id: string, change: (assignment: AssignmentView) => AssignmentView): IncidentView =>
  ({ ...incident, assignments: incident.assignments.map((assignment) => (assignment.id === id ? change(assignment) : assignment)) });

function stepped(incident: IncidentView, { assignmentId, to, alsoFor, at }: Extract<Report, { kind: 'advance' }>): IncidentView {
  const own = incident.assignments.find(({ id }) => id === assignmentId);
  // Accepting is a request: what is no longer mine is refused, for the partner too.
  if (own === undefined || (to === 'accepted' && !isLive(own))) return incident;
  return finished([assignmentId, ...alsoFor].reduce((state, id) => advanced(state, id, to, at), incident), own.taskId);
}

const hasNoAccess = (incident: IncidentView, assignmentId: string): boolean => incident.followUps.some(({ taskId, cause, decision }) =>
  cause === 'no-access' && decision === null && incident.assignments.some((assignment) => assignment.id === assignmentId && assignment.taskId === taskId));

/** An assignment that has ended stays ended: the server will keep such a step as a late report. */
function advanced(incident: IncidentView, id: string, to: StepState, at: Instant): IncidentView {
  const assignment = incident.assignments.find((one) => one.id === id);
  if (assignment === undefined || !isLive(assignment) || ORDER.indexOf(assignment.state) >= ORDER.indexOf(to)) return incident;
  const stepped = onAssignment(incident, id, (one) => ({ ...one, state: to, [STAMPS[to]]: at, ...(to === 'left' ? { endedAt: at } : {}) }));
  // First arrival stops the clock, here as there; joint arrival is the server's to say.
  return to === 'there' ? { ...stepped, attendedAt: earliest([incident.attendedAt, at]) } : stepped;
}

function seen(incident: IncidentView, report: Extract<Report, { kind: 'seen' }>): IncidentView {
  const assignment = incident.assignments.find(({ id }) => id === report.assignmentId);
  if (assignment === undefined || !isLive(assignment)) return incident;
  const { seenPersonIds, notSeenPersonIds } = report;
  const stamped = onAssignment(incident, assignment.id, (one) => ({ ...one, seenAt: seenPersonIds.length > 0 ? report.at : null }));
  return onTask(stamped, assignment.taskId, (task) => ({ ...task, seenPersonIds, notSeenPersonIds }));
}

/** A task is done once it has an outcome and its last responder has left. */
function finished(incident: IncidentView, taskId: string): IncidentView {
  const isHeld = incident.assignments.some((assignment) => assignment.taskId === taskId && isLive(assignment));
  return onTask(incident, taskId, (task) => (task.state === 'open' && task.outcome !== null && !isHeld ? { ...task, state: 'done' } : task));
}
