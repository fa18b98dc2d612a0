// Where and when those sent to one task meet before the door, where they come apart (docs/practice.md, Sending).
import { accept, refuse, type Decision } from './decision.ts';
import { isLive, type Id, type IncidentFile, type StatementId } from './incident-file.ts';
import { plusMinutes, type Instant } from './instant.ts';

/** `whereId`: in words, or a point in figures; `meetAt` null: whoever is first waits. The latest of a task stands. */
export interface MeetingPoint { id: Id; taskId: Id; whereId: StatementId; meetAt: Instant | null; setAt: Instant; setById: Id; endedAt: Instant | null }

export interface MeetingBodies {
  'meeting.agreed': { meetingId: Id; taskId: Id; whereId: StatementId; meetAt: Instant | null };
  'meeting.calledOff': { meetingId: Id; taskId: Id };
}
export type MeetingEvent = { [N in keyof MeetingBodies]: MeetingBodies[N] & { name: N; at: Instant; byId: Id } }[keyof MeetingBodies];

const LATEST_MINUTES = 24 * 60;
export const isTimeToMeet = (meetAt: Instant | null, now: Instant): boolean => meetAt === null || (meetAt > now && meetAt <= plusMinutes(now, LATEST_MINUTES));

export const meetingOf = <M extends Pick<MeetingPoint, 'taskId' | 'endedAt'>>({ meetings }: { meetings: readonly M[] }, taskId: Id): M | undefined =>
  meetings.find((meeting) => meeting.taskId === taskId && meeting.endedAt === null);

/** Said again once they are on their way: the latest takes the place of what stood, and who was there already is told by the radio. `agreed` null: they go straight to the door. */
export function decideMeeting(file: IncidentFile, taskId: Id, agreed: { meetingId: Id; whereId: StatementId; meetAt: Instant | null } | null, who: { staffId: Id; now: Instant }): Decision<MeetingEvent> {
  const task = file.tasks.find(({ id }) => id === taskId);
  if (task === undefined) return refuse('not-found');
  if (file.incident.state === 'closed') return refuse('incident-closed');
  if (task.state !== 'open') return refuse('task-ended');
  const by = { at: who.now, byId: who.staffId, taskId };
  if (agreed === null) {
    const standing = meetingOf(file, taskId);
    return standing === undefined ? accept() : accept({ name: 'meeting.calledOff', ...by, meetingId: standing.id });
  }
  if (task.kind !== 'visit' || !file.assignments.some((one) => one.taskId === taskId && isLive(one))) return refuse('nobody-to-tell');
  return isTimeToMeet(agreed.meetAt, who.now) ? accept({ name: 'meeting.agreed', ...by, ...agreed }) : refuse('meeting-when');
}

export function withMeeting(file: IncidentFile, event: MeetingEvent): IncidentFile {
  const before = file.meetings.map((one) => (one.taskId === event.taskId && one.endedAt === null ? { ...one, endedAt: event.at } : one));
  if (event.name === 'meeting.calledOff') return { ...file, meetings: before };
  const { meetingId, taskId, whereId, meetAt, at, byId } = event;
  return { ...file, meetings: [...before, { id: meetingId, taskId, whereId, meetAt, setAt: at, setById: byId, endedAt: null }] };
}

/** What stood before it, where it was said again after they were sent. */
export const meetingBefore = <M extends Pick<MeetingPoint, 'taskId' | 'endedAt' | 'setAt'>>({ meetings }: { meetings: readonly M[] }, taskId: Id): M | undefined =>
  meetings.filter((meeting) => meeting.taskId === taskId && meeting.endedAt !== null).toSorted((a, b) => (a.setAt < b.setAt ? 1 : -1))[0];
