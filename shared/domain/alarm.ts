// What is owed on an incident by when, and is not done yet: each cause an alarm once its time has come (docs/practice.md, Alarms).
import { aloneByDecline } from './alone-by-decline.ts';
import { isStandingVisit } from './booked-visit.ts';
import { coverLeg, coverTask } from './cover.ts';
import { isLive, legsOf, openFollowUps, type Id, type Incident, type IncidentFile } from './incident-file.ts';
import { openNews } from './closed-news.ts';
import { latest, minutesBetween, plusMinutes, type Instant } from './instant.ts';
import { isDisputed } from './lead.ts';
import { owedInterviews } from './missing.ts';
import type { Policy } from './policy.ts';
import { aheadAlone } from './solo-first.ts';
import { promiseDueAt, standingPromises } from './promise.ts';
import { openReassessments } from './reassess.ts';
import { standingPartings } from './parting.ts';
import { leftAlone, overdueAt, pastLeavingAt, runningStays } from './stay.ts';

interface CauseKind {
  /** On screen: `words` in full, `short` for a row of the queue. */
  words: string; short: string;
  /** Few do: a sound that is often heard is soon not heard (docs/practice.md, Alarms). */
  sounds?: true;
  /** How far it goes while nobody acknowledges it. What waits for days wakes nobody at home. */
  climbsTo: 'supervisor' | 'on-call';
  /** Whose limit of the policy's `putOffMinutes` holds; `never` cannot be put off. */
  putOff: 'never' | keyof Policy['putOffMinutes'];
}

/**
 * Every cause, the most urgent first: in this order they are listed. A new one is a line here, in its place; a line in `OWED`, which says what is owed by
 * when as long as it is owed; its minutes in the policy; an example in test/rules/alarm.test.ts; a row of the table in docs/practice.md. What counts from the
 * report is named in `COUNTED_FROM_THE_REPORT` too. Rows, firing, climbing, acknowledging, the console's list and its sound follow from that.
 */
export const ALARM_CAUSES = {
  'grade-1-not-passed': { words: 'Grade 1, the police do not have it', short: 'not passed', sounds: true, climbsTo: 'on-call', putOff: 'never' },
  'crew-overdue': { words: 'a crew has not checked in', short: 'no check-in', sounds: true, climbsTo: 'on-call', putOff: 'never' },
  'left-alone': { words: 'one has left, and the other is still there', short: 'one left alone', climbsTo: 'on-call', putOff: 'other' },
  'partner-declined': { words: 'somebody declined, and the other goes on alone', short: 'left alone', climbsTo: 'on-call', putOff: 'other' },
  'grade-2-breach': { words: 'Grade 2, nobody there in time', short: 'late', climbsTo: 'on-call', putOff: 'grade2' },
  'grade-2-imminent': { words: 'Grade 2, due soon and nobody there', short: 'due soon', sounds: true, climbsTo: 'on-call', putOff: 'never' },
  'grade-2-unallocated': { words: 'Grade 2, not everybody it needs is sent', short: 'not all sent', climbsTo: 'on-call', putOff: 'grade2' },
  'no-answer': { words: 'somebody who was sent has not answered', short: 'no answer', climbsTo: 'supervisor', putOff: 'other' },
  'leg-owed': { words: 'one leg went ahead alone, and the other is still owed', short: 'leg owed', climbsTo: 'supervisor', putOff: 'other' },
  ungraded: { words: 'grade not confirmed', short: 'not graded', climbsTo: 'on-call', putOff: 'grade2' },
  'legs-apart': { words: 'those of a joint visit are apart from one another', short: 'apart', climbsTo: 'on-call', putOff: 'other' },
  'leaving-overdue': { words: 'a crew is past its time of leaving', short: 'still there', climbsTo: 'on-call', putOff: 'other' },
  'follow-up': { words: 'follow-up not decided in time', short: 'follow-up late', climbsTo: 'on-call', putOff: 'other' },
  'task-window': { words: 'nobody there within the window of a task', short: 'window missed', climbsTo: 'on-call', putOff: 'other' },
  'grade-3-breach': { words: 'Grade 3, nobody there in time', short: 'late', climbsTo: 'on-call', putOff: 'grade3' },
  'visit-unsent': { words: 'a booked visit begins soon and not everybody is sent', short: 'visit not sent', climbsTo: 'on-call', putOff: 'other' },
  'grade-3-unattended': { words: 'Grade 3, nobody there yet', short: 'nobody there', climbsTo: 'supervisor', putOff: 'grade3' },
  'promise-due': { words: 'what the caller was promised is due', short: 'caller waits', climbsTo: 'on-call', putOff: 'other' },
  dispute: { words: 'a dispute about who leads is not answered', short: 'dispute open', climbsTo: 'on-call', putOff: 'other' },
  reassess: { words: 'new information has not been assessed', short: 'not reassessed', climbsTo: 'on-call', putOff: 'other' },
  'closed-news': { words: 'news on a closed incident is not decided', short: 'news not decided', climbsTo: 'on-call', putOff: 'other' },
  handover: { words: 'nobody has taken it over in time', short: 'not taken over', climbsTo: 'on-call', putOff: 'other' },
  'return-interview': { words: 'return interview not held in time', short: 'interview late', climbsTo: 'supervisor', putOff: 'grade3' },
  'grade-3-unbooked': { words: 'Grade 3, nobody sent or booked', short: 'not booked', climbsTo: 'supervisor', putOff: 'grade3' },
  'return-interview-soon': { words: 'return interview due soon and not held', short: 'interview soon', climbsTo: 'supervisor', putOff: 'grade3' },
  'warning-review': { words: 'a staff-safety warning is to be reviewed', short: 'warning review', climbsTo: 'supervisor', putOff: 'grade3' },
} as const satisfies Record<string, CauseKind>;
export type AlarmCause = keyof typeof ALARM_CAUSES;
export const ALARM_CAUSE_CODES = Object.keys(ALARM_CAUSES) as [AlarmCause, ...AlarmCause[]];
export const kindOf = (cause: AlarmCause): CauseKind => ALARM_CAUSES[cause];

/** `aboutId` is the task, the follow-up, the handover or the warning whose time it is, or else the incident. */
export interface DueAlarm { cause: AlarmCause; aboutId: Id; dueAt: Instant }
type Owed = Omit<DueAlarm, 'cause'>;
type WarnMinutes = Policy['warnMinutes'];
type Clocks = Policy['clocks'];
type Planned = Policy['planning'];
type Sent = Policy['sending'];
/** A closed incident owes this alone. */
const ON_CLOSED: ReadonlySet<AlarmCause> = new Set<AlarmCause>(['closed-news']);

/** Every alarm that the file asks for as it stands, those whose time is still to come among them; once it is closed, none but that news on it waits. */
export const alarmsOf = (file: IncidentFile, policy: Pick<Policy, 'warnMinutes' | 'clocks' | 'planning' | 'sending'>): DueAlarm[] => ALARM_CAUSE_CODES
  .filter((cause) => file.incident.state === 'open' || ON_CLOSED.has(cause)).flatMap((cause) => OWED[cause](file, policy.warnMinutes, policy.clocks, policy.planning, policy.sending).map((owed) => ({ cause, ...owed })));

/**
 * One alarm is one cause, about one thing, due at one time: a cause that ends and comes back with the same due time is the same alarm. It stands
 * again, and does not fire a second time: regrading measures from the same report (docs/practice.md, Grades), so it brings no new warning either.
 */
export const alarmKey = ({ cause, aboutId, dueAt }: DueAlarm): string => `${cause} ${aboutId} ${dueAt}`;

const OWED = {
  'grade-1-not-passed': ({ incident }) => ofIncident(incident, incident.grade === 1 && incident.policeHaveItAt === null, incident.reportedAt),
  ungraded: ({ incident }, warn) => ofIncident(incident, incident.gradedAt === null, afterReport(incident, warn.ungraded)),
  'grade-2-imminent': (file, warn) => ofIncident(file.incident, unattended(file, 2), beforeDeadline(file.incident, warn.grade2Imminent)),
  'grade-2-unallocated': (file, warn) => ofIncident(file.incident, unattended(file, 2) && !isAllocated(file), afterReport(file.incident, warn.grade2Unallocated)),
  'grade-2-breach': (file) => ofIncident(file.incident, unattended(file, 2), file.incident.dueAt),
  'no-answer': (file, _warn, _clocks, _planning, { answerMinutes }) => file.assignments.filter(({ state, kind }) => state === 'dispatched' && kind === 'visit')
    .map(({ id, dispatchedAt }) => ({ aboutId: id, dueAt: plusMinutes(dispatchedAt, answerMinutes) })),
  'leg-owed': (file, _warn, _clocks, _planning, { legOwedMinutes }) => file.solos.flatMap(({ id, taskId, since, endedAt }) =>
    (endedAt === null && aheadAlone(file, taskId) !== null ? [{ aboutId: id, dueAt: plusMinutes(since, legOwedMinutes) }] : [])),
  'grade-3-unbooked': (file, warn) => ofIncident(file.incident, unattended(file, 3) && !isBooked(file), afterReport(file.incident, warn.grade3Unbooked)),
  'grade-3-unattended': (file, warn) => ofIncident(file.incident, unattended(file, 3), afterReport(file.incident, warn.grade3Unattended)),
  'grade-3-breach': (file) => ofIncident(file.incident, unattended(file, 3), file.incident.dueAt),
  'crew-overdue': (file) => runningStays(file).map((stay) => ({ aboutId: stay.id, dueAt: overdueAt(stay) })),
  'left-alone': (file) => leftAlone(file).map(({ assignmentId, since }) => ({ aboutId: assignmentId, dueAt: since })),
  'partner-declined': (file) => file.tasks.flatMap(({ id }) => { const one = aloneByDecline(file, id); return one === null ? [] : dueOnce(one.declined.id, one.declined.endedAt); }),
  'legs-apart': (file) => standingPartings(file).map(({ id, toldAt }) => ({ aboutId: id, dueAt: toldAt })),
  'leaving-overdue': (file) => runningStays(file).map((stay) => ({ aboutId: stay.id, dueAt: pastLeavingAt(stay) })),
  'task-window': (file) => file.tasks.flatMap(({ id, state, dueAt }) => (state === 'open' && dueAt !== null && !someoneWasThere(file, id) ? [{ aboutId: id, dueAt }] : [])),
  'visit-unsent': (file, _warn, _clocks, { sendBeforeMinutes }) => file.visits.filter((visit) => visit.state === 'booked' && isUnsent(file, visit.legId))
    .flatMap(({ id, fromAt, bookedAt }) => dueOnce(id, latest([plusMinutes(fromAt, -sendBeforeMinutes), bookedAt]))),
  'follow-up': (file) => openFollowUps(file).map(({ id, dueAt }) => ({ aboutId: id, dueAt })),
  'warning-review': (file) => file.warnings.map(({ id, reviewAt }) => ({ aboutId: id, dueAt: reviewAt })),
  'return-interview-soon': (file) => owedInterviews(file).flatMap(({ id, interviewWarnAt }) => dueOnce(id, interviewWarnAt)),
  'return-interview': (file) => owedInterviews(file).flatMap(({ id, interviewDueAt }) => dueOnce(id, interviewDueAt)),
  handover: (file) => file.handovers.flatMap(({ id, state, dueAt }) => (state === 'sent' ? [{ aboutId: id, dueAt }] : [])),
  'promise-due': (file, _warn, clocks) => standingPromises(file).flatMap((promise) => dueOnce(promise.id, promiseDueAt(promise, clocks))),
  dispute: (file) => file.leads.filter(isDisputed).flatMap(({ id, disputeDueAt }) => dueOnce(id, disputeDueAt)),
  reassess: (file) => openReassessments(file).map(({ id, dueAt }) => ({ aboutId: id, dueAt })),
  'closed-news': (file) => { const news = openNews(file); return news === undefined ? [] : [{ aboutId: news.id, dueAt: news.dueAt }]; },
} as const satisfies Record<AlarmCause, (file: IncidentFile, warn: WarnMinutes, clocks: Clocks, planning: Planned, sending: Sent) => Owed[]>;

const dueOnce = (aboutId: Id, dueAt: Instant | null): Owed[] => (dueAt === null ? [] : [{ aboutId, dueAt }]);

const ofIncident = ({ id }: Incident, holds: boolean, dueAt: Instant | null): Owed[] => (holds && dueAt !== null ? [{ aboutId: id, dueAt }] : []);
const afterReport = ({ reportedAt }: Incident, minutes: number): Instant => plusMinutes(reportedAt, minutes);
/** Never before the report, however short the target. */
const beforeDeadline = ({ dueAt, reportedAt }: Incident, minutes: number): Instant | null => (dueAt === null ? null : latest([plusMinutes(dueAt, -minutes), reportedAt]));
const unattended = ({ incident }: IncidentFile, grade: 2 | 3): boolean => incident.grade === grade && incident.attendedAt === null;
const someoneWasThere = (file: IncidentFile, taskId: Id): boolean => file.assignments.some((assignment) => assignment.taskId === taskId && assignment.thereAt !== null);

/** Every leg of every open task has somebody, and there is a task: a joint task is uncovered until both are sent (docs/practice.md, Joint teams). */
function isAllocated(file: IncidentFile): boolean {
  const open = file.tasks.filter(({ state }) => state === 'open');
  return open.length > 0 && open.every((task) => coverTask(task, legsOf(file, task.id), file.assignments).missing.length === 0);
}

const isUnsent = (file: IncidentFile, legId: Id): boolean => file.legs.some((leg) => leg.id === legId && coverLeg(leg, file.assignments).state === 'nobody');

/** Somebody is sent, or the visit has a slot: it is booked, or an open task has a window of its own; both have an alarm of their own. */
const isBooked = (file: IncidentFile): boolean =>
  file.assignments.some(isLive) || file.visits.some(isStandingVisit) || file.tasks.some(({ state, dueAt }) => state === 'open' && dueAt !== null);

const COUNTED_FROM_THE_REPORT: ReadonlySet<AlarmCause> = new Set<AlarmCause>([
  'ungraded', 'grade-2-unallocated', 'grade-2-imminent', 'grade-2-breach', 'grade-3-unbooked', 'grade-3-unattended', 'grade-3-breach',
]);

/** How long after the report it was due, where it is counted from there. */
export const minutesAfterReport = ({ cause, dueAt }: DueAlarm, reportedAt: Instant): number | null =>
  COUNTED_FROM_THE_REPORT.has(cause) ? minutesBetween(reportedAt, dueAt) : null;
