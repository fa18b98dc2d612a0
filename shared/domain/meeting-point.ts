// Where and when those sent to one task meet before the door, where they come apart (docs/practice.md, Sending).
import type { Id, IncidentFile, StatementId } from './incident-file.ts';
import { plusMinutes, type Instant } from './instant.ts';

/** `whereId`: in words, or a point in figures; `meetAt` null: whoever is first waits. The latest of a task stands. */
export interface MeetingPoint { id: Id; taskId: Id; whereId: StatementId; meetAt: Instant | null; setAt: Instant; setById: Id; endedAt: Instant | null }

export interface MeetingBodies { 'meeting.agreed': { meetingId: Id; taskId: Id; whereId: StatementId; meetAt: Instant | null } }
export type MeetingEvent = MeetingBodies['meeting.agreed'] & { name: 'meeting.agreed'; at: Instant; byId: Id };

const LATEST_MINUTES = 24 * 60;
export const isTimeToMeet = (meetAt: Instant | null, now: Instant): boolean => meetAt === null || (meetAt > now && meetAt <= plusMinutes(now, LATEST_MINUTES));

export const meetingOf = <M extends Pick<MeetingPoint, 'taskId' | 'endedAt'>>({ meetings }: { meetings: readonly M[] }, taskId: Id): M | undefined =>
  meetings.find((meeting) => meeting.taskId === taskId && meeting.endedAt === null);

export const withMeeting = (file: IncidentFile, { meetingId, taskId, whereId, meetAt, at, byId }: MeetingEvent): IncidentFile => ({
  ...file, meetings: [
    ...file.meetings.map((one) => (one.taskId === taskId && one.endedAt === null ? { ...one, endedAt: at } : one)), { id: meetingId, taskId, whereId, meetAt, setAt: at, setById: byId, endedAt: null }],
});
