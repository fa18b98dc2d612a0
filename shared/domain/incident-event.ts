// What can happen to an incident. Ids, codes and instants only: personal and free text is a statement's id.
import type { Activity, Need, TaskKind } from './activity.ts';
import type { AdviceBodies } from './advice.ts';
import type { AlarmCause } from './alarm.ts';
import type { VisitBodies } from './booked-visit.ts';
import type { CheckBodies } from './check.ts';
import type { ClosedNewsBodies } from './closed-news.ts';
import type { ClosedReviewBodies } from './closed-review.ts';
import type { ClimbedBecause, ClimbedTo } from './standing-alarm.ts';
import type { OnCallPost } from './on-call.ts';
import type { Grade } from './grade.ts';
import type { AssignmentState, DowngradeAction, Id, StatementId } from './incident-file.ts';
import type { CrewSafetyBodies } from './crew-safety.ts';
import type { DeclineReason, Door, Ending, FollowUpCause, FollowUpDecision, MissingRisk, Outcome, VulnerabilityFlag, WarningKind } from './incident-words.ts';
import type { Instant } from './instant.ts';
import type { InstructionBodies } from './instruction.ts';
import type { KinBodies } from './kin.ts';
import type { LeadBodies } from './lead.ts';
import type { MeetingBodies } from './meeting-point.ts';
import type { MissingBodies } from './missing.ts';
import type { Answers } from './policy.ts';
import type { NotTakenBodies } from './not-taken.ts';
import type { PartingBodies } from './parting.ts';
import type { PromiseBodies } from './promise.ts';
import type { ReassessBodies } from './reassess.ts';
import type { ReservationBodies } from './reservation.ts';
import type { Skill } from './skill.ts';
import type { SoloBodies } from './solo-first.ts';
import type { SosIncidentBodies } from './sos.ts';
import type { StayBodies } from './stay.ts';

export type StepState = Extract<AssignmentState, 'accepted' | 'going' | 'there' | 'left'>;
export const LATE_FACTS = ['accepted', 'going', 'there', 'left', 'seen', 'no-access', 'outcome', 'located'] as const;
export type LateFact = (typeof LATE_FACTS)[number];

interface Bodies extends CheckBodies, NotTakenBodies, MissingBodies, KinBodies, PromiseBodies, AdviceBodies, LeadBodies, InstructionBodies, ReassessBodies, ClosedNewsBodies, ClosedReviewBodies, VisitBodies, SosIncidentBodies, StayBodies, CrewSafetyBodies, PartingBodies, SoloBodies, MeetingBodies, ReservationBodies {
  'incident.raised': {
    incidentId: Id; callId: Id; night: string; number: number; door: Door; reportedAt: Instant; raisedById: Id; raisedDutyId: Id | null; summaryId: StatementId;
    locationId: Id | null; districtCode: string | null; flags: readonly VulnerabilityFlag[]; missingRisk: MissingRisk | null; answers: Answers;
    policyId: Id; proposedGrade: Grade; proposalReasons: readonly string[]; dueAt: Instant | null; ownerId: Id; ownerOrganisationId: Id;
  };
  /** A past call of another system, brought in with its end: on no screen until somebody looks it up. `grade`: as it was given there. */
  'incident.imported': Omit<IncidentEventOf<'incident.raised'>, 'name' | 'at' | 'byId'> & {
    people: readonly { linkId: Id; personId: Id; isChild: boolean }[]; grade: Grade | null; endedAt: Instant; noteId: StatementId | null;
  };
  'incident.assessed': { answers: Answers; policyId: Id; proposedGrade: Grade; proposalReasons: readonly string[]; dueAt: Instant | null };
  /** `policyId`: null in what was logged before it was kept; then it is the one of the proposal. */
  'incident.graded': { policyId: Id | null; from: Grade; to: Grade; dueAt: Instant | null; rationaleId: StatementId | null; requestId: Id | null };
  'incident.corrected': {
    summaryId?: StatementId; locationId?: Id; districtCode?: string | null; flags?: readonly VulnerabilityFlag[]; missingRisk?: MissingRisk | null; reasonId: StatementId;
  };
  'incident.noted': { noteId: StatementId; internal: boolean };
  'incident.calledAgain': { callId: Id; door: Door; reportedAt: Instant; noteId: StatementId };
  /** Looked at while it was taken, and said to be another. */
  'incident.toldApart': { otherIds: readonly Id[] };
  'incident.reportedLate': { assignmentId: Id | null; fact: LateFact; noteId: StatementId | null };
  'incident.ownerChanged': { fromId: Id; ownerId: Id; ownerOrganisationId: Id };
  /** `takenAt`: when they took it, where that was said; the event itself is when it was written down. */
  'incident.passedToPolice': { takerId: StatementId; referenceId: StatementId; takenAt?: Instant };
  /** `before` says who could see it until now: only they are told that it is gone. Lifting a restriction may take sight too: of one named, where it is not graded yet. */
  'incident.restricted': { namedStaffIds: readonly Id[]; reasonId: StatementId; before: { restricted: boolean; namedStaffIds: readonly Id[] } };
  'incident.unrestricted': { reasonId: StatementId; before: { restricted: boolean; namedStaffIds: readonly Id[] } };
  'incident.ended': { ending: Ending; reasonId: StatementId | null; callerToldId: StatementId | null; duplicateOfId: Id | null; requestId: Id | null };
  'incident.reopened': { reasonId: StatementId };
  'downgrade.requested': { requestId: Id; action: DowngradeAction; rationaleId: StatementId };
  'downgrade.agreed': { requestId: Id };
  'downgrade.refused': { requestId: Id; reasonId: StatementId };
  'downgrade.withdrawn': { requestId: Id };
  'person.linked': { linkId: Id; personId: Id; isChild: boolean };
  /** What was said before stays, under `beforeId`. */
  'person.described': { linkId: Id; personId: Id; factsId: Id; beforeId: Id | null; isChild: boolean; reasonId: StatementId | null };
  'warning.recorded': { warningId: Id; kind: WarningKind; sourceId: StatementId; reviewAt: Instant };
  'warning.reviewed': { warningId: Id; reviewAt: Instant; reasonId: StatementId };
  'task.added': { taskId: Id; activity: Activity; kind: TaskKind; legs: readonly { id: Id; need: Need; skills?: readonly Skill[] }[]; detailId: StatementId | null; dueFrom: Instant | null; dueAt: Instant | null };
  /** What a leg needs beyond a profession, said afresh. */
  'leg.skillsSet': { taskId: Id; legId: Id; skills: readonly Skill[] };
  'task.cancelled': { taskId: Id; reasonId: StatementId };
  'task.outcomeRecorded': { taskId: Id; outcome: Outcome; noteId: StatementId; seenPersonIds: readonly Id[]; notSeenPersonIds: readonly Id[] };
  'task.finished': { taskId: Id };
  'assignment.dispatched': { assignmentId: Id; taskId: Id; legId: Id; kind: TaskKind; staffId: Id; dutyId: Id; teamId: Id | null };
  'assignment.advanced': { assignmentId: Id; staffId: Id; dutyId: Id; to: StepState; forPartner: boolean };
  'assignment.declined': { assignmentId: Id; staffId: Id; dutyId: Id; reason: DeclineReason; noteId: StatementId | null };
  'assignment.stoodDown': { assignmentId: Id; staffId: Id; dutyId: Id; reasonId: StatementId };
  'assignment.sawPeople': { assignmentId: Id; staffId: Id; dutyId: Id; taskId: Id; seenPersonIds: readonly Id[]; notSeenPersonIds: readonly Id[] };
  /** `dueAtIfUnattended`: the deadline that stands again should this take back the only arrival. */
  'assignment.corrected': { assignmentId: Id; staffId: Id; dutyId: Id; to: AssignmentState; reasonId: StatementId; dueAtIfUnattended: Instant | null };
  'followUp.opened': { followUpId: Id; taskId: Id; cause: FollowUpCause; dueAt: Instant; ownerId: Id };
  'followUp.decided': { followUpId: Id; decision: FollowUpDecision; noteId: StatementId };
  'handover.sent': { handoverId: Id; receivingTeamId: Id; dueAt: Instant; sentById: Id; packId: Id; packDigest: string; spokenWithId: StatementId | null; afterId: Id | null };
  /** `fromId` was the owner until now; null in what was logged before it was written down. */
  'handover.takenOver': { handoverId: Id; receivingTeamId: Id; fromId: Id | null; takenById: Id; ownerOrganisationId: Id; by: 'account' | 'phone'; readBackId: StatementId | null };
  'handover.rejected': { handoverId: Id; receivingTeamId: Id; reasonId: StatementId; rightTeamId: Id | null };
  'handover.withdrawn': { handoverId: Id; receivingTeamId: Id; reasonId: StatementId };
  /** The clock's own doing. `afterMinutes`: how long after the report it was due, where it is counted from there. */
  'alarm.fired': { alarmId: Id; cause: AlarmCause; aboutId: Id; dueAt: Instant; afterMinutes: number | null };
  'alarm.acknowledged': { alarmId: Id; cause: AlarmCause };
  'alarm.putOff': { alarmId: Id; cause: AlarmCause; until: Instant; reasonId: StatementId };
  /** The clock's own doing too. */
  'alarm.climbed': { alarmId: Id; cause: AlarmCause; to: ClimbedTo; because: ClimbedBecause };
  /** Whoever had it ended their duty: by their own command, and the clock starts anew. */
  'alarm.released': { alarmId: Id; cause: AlarmCause };
  'alarm.spoken': { alarmId: Id; cause: AlarmCause; post: OnCallPost | null; personId: StatementId; saidId: StatementId };
}

export type IncidentEventName = keyof Bodies;
/** `at` is when it happened; `byId` the staff member who did it. */
export type IncidentEventOf<N extends IncidentEventName> = { name: N; at: Instant; byId: Id } & Bodies[N];
export type IncidentEvent = { [N in IncidentEventName]: IncidentEventOf<N> }[IncidentEventName];
