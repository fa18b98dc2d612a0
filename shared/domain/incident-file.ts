// Everything that one incident's lock protects: the incident, its tasks, legs, assignments, follow-ups, requests and handovers.
import type { Activity, Need, TaskKind } from './activity.ts';
import type { Advice } from './advice.ts';
import type { VisitParts } from './booked-visit.ts';
import type { Check } from './check.ts';
import type { ClosedNews } from './closed-news.ts';
import type { ClosedReview } from './closed-review.ts';
import type { WarningRead } from './crew-safety.ts';
import type { Grade } from './grade.ts';
import type { DeclineReason, Door, Ending, FollowUpCause, FollowUpDecision, MissingRisk, Outcome, VulnerabilityFlag, WarningKind } from './incident-words.ts';
import type { Instant } from './instant.ts';
import type { KinParts } from './kin.ts';
import type { MissingParts } from './missing.ts';
import type { Instruction } from './instruction.ts';
import type { Lead, Leader } from './lead.ts';
import type { MeetingPoint } from './meeting-point.ts';
import type { Answers } from './policy.ts';
import type { NotTaken } from './not-taken.ts';
import type { Parting } from './parting.ts';
import type { CallerPromise } from './promise.ts';
import type { Reassessment } from './reassess.ts';
import type { Reservation } from './reservation.ts';
import type { Skill } from './skill.ts';
import type { SoloFirst } from './solo-first.ts';
import type { Stay } from './stay.ts';

export type Id = string;
/** Free text lives in `statement`; rules and events only ever hold its id. */
export type StatementId = Id;

export interface Incident {
  id: Id;
  /** The night it was reported in (`2026-11-20`) and its number in that night: `EAR-1120-0047`. */
  night: string;
  number: number;
  state: 'open' | 'closed';
  door: Door;
  reportedAt: Instant;
  raisedAt: Instant;
  raisedById: Id;
  /** The duty it was raised in, so that a responder keeps sight of it until book-off. */
  raisedDutyId: Id | null;
  /** What the proposal rests on. */
  policyId: Id;
  /** What the grade in force rests on, its deadline and its warnings with it: it changes only when somebody grades anew, or new information raises it. */
  gradePolicyId: Id;
  answers: Answers;
  proposedGrade: Grade;
  proposalReasons: readonly string[];
  grade: Grade;
  /** Null while the proposal stands provisionally. */
  gradedAt: Instant | null;
  /** Never taken back: from then on the Emergency Duty Team sees it (docs/practice.md, Who may see what). */
  firstGradedAt: Instant | null;
  strictest: Grade;
  dueAt: Instant | null;
  attendedAt: Instant | null;
  jointAt: Instant | null;
  flags: readonly VulnerabilityFlag[];
  missingRisk: MissingRisk | null;
  summaryId: StatementId;
  locationId: Id | null;
  districtCode: string | null;
  ownerId: Id;
  ownerOrganisationId: Id;
  restricted: boolean;
  namedStaffIds: readonly Id[];
  policeHaveItAt: Instant | null;
  policeTakerId: StatementId | null;
  policeReferenceId: StatementId | null;
  ending: Ending | null;
  endedAt: Instant | null;
  duplicateOfId: Id | null;
  /** The agreed request that the latest downgrade rests on. */
  downgradeRequestId: Id | null;
  /** Who at the door was to keep it; null where it was taken, or opened again. */
  notTaken: NotTaken | null;
}

export interface PersonLink { id: Id; personId: Id; isChild: boolean }

export interface Task {
  id: Id;
  activity: Activity;
  kind: TaskKind;
  state: 'open' | 'done' | 'cancelled' | 'handed-over';
  detailId: StatementId | null;
  /** A due window of its own is counted apart from the grade's deadline. */
  dueFrom: Instant | null;
  dueAt: Instant | null;
  addedAt: Instant;
  outcome: Outcome | null;
  outcomeId: StatementId | null;
  outcomeAt: Instant | null;
  seenPersonIds: readonly Id[];
  notSeenPersonIds: readonly Id[];
}

/** `skills`: what it needs beyond a profession. */
export interface Leg { id: Id; taskId: Id; need: Need; skills: readonly Skill[]; position: number }

export const ASSIGNMENT_STATES = ['dispatched', 'accepted', 'going', 'there', 'left', 'declined', 'stood-down'] as const;
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number];

/** One person, one attempt, never pointed at another. */
export interface Assignment {
  id: Id;
  taskId: Id;
  legId: Id;
  kind: TaskKind;
  staffId: Id;
  dutyId: Id;
  teamId: Id | null;
  state: AssignmentState;
  dispatchedAt: Instant;
  dispatchedById: Id;
  acceptedAt: Instant | null;
  goingAt: Instant | null;
  thereAt: Instant | null;
  seenAt: Instant | null;
  leftAt: Instant | null;
  endedAt: Instant | null;
  declineReason: DeclineReason | null;
}

export interface FollowUp {
  id: Id;
  taskId: Id;
  cause: FollowUpCause;
  openedAt: Instant;
  dueAt: Instant;
  ownerId: Id;
  decision: FollowUpDecision | null;
  decidedAt: Instant | null;
  decidedById: Id | null;
}

export type DowngradeAction =
  | { kind: 'grade'; to: Grade }
  | { kind: 'end'; ending: Exclude<Ending, 'taken-over' | 'elsewhere'>; duplicateOfId: Id | null; callerToldId?: StatementId | null; passedOn?: PassedOn | null }
  | { kind: 'hand-over'; receivingTeamId: Id; dueAt: Instant; said?: PackSaid };
/** Absent from requests of an earlier version. */
export interface PassedOn { leader: Leader; takerId: StatementId; takenAt: Instant; referenceId: StatementId | null }
/** What the pack is to say, as it was asked for: the second person agrees to this very handover. */
export interface PackSaid { riskNowId: StatementId; outstandingId: StatementId | null; sharingBasisId: StatementId; legalPowersId: StatementId | null; spokenWithId: StatementId | null }

/** A downgrade in the wide sense of docs/practice.md, waiting for a second person; until then the stricter grade stands. */
export interface DowngradeRequest {
  id: Id;
  action: DowngradeAction;
  rationaleId: StatementId;
  byId: Id;
  at: Instant;
  state: 'waiting' | 'agreed' | 'refused' | 'withdrawn';
  decidedById: Id | null;
  decidedAt: Instant | null;
}

export interface Handover {
  id: Id;
  receivingTeamId: Id;
  state: 'sent' | 'taken-over' | 'rejected' | 'withdrawn';
  sentById: Id;
  sentAt: Instant;
  /** Kept through every rejection: clocks unchanged. */
  dueAt: Instant;
  packId: Id;
  spokenWithId: StatementId | null;
  takenById: Id | null;
  takenAt: Instant | null;
  takenBy: 'account' | 'phone' | null;
  reasonId: StatementId | null;
  rightTeamId: Id | null;
  endedAt: Instant | null;
}

/** A staff-safety warning: rests on a recorded incident, an approver and a review date; past it, it asks for review. */
export interface Warning { id: Id; kind: WarningKind; sourceId: StatementId; approvedById: Id; at: Instant; reviewAt: Instant }

export interface IncidentFile extends MissingParts, KinParts, VisitParts {
  incident: Incident;
  people: readonly PersonLink[];
  tasks: readonly Task[];
  legs: readonly Leg[];
  assignments: readonly Assignment[];
  followUps: readonly FollowUp[];
  requests: readonly DowngradeRequest[];
  handovers: readonly Handover[];
  warnings: readonly Warning[];
  checks: readonly Check[];
  promises: readonly CallerPromise[];
  advice: readonly Advice[];
  leads: readonly Lead[];
  instructions: readonly Instruction[];
  reassessments: readonly Reassessment[];
  news: readonly ClosedNews[];
  reviews: readonly ClosedReview[];
  stays: readonly Stay[];
  partings: readonly Parting[];
  solos: readonly SoloFirst[];
  meetings: readonly MeetingPoint[];
  reservations: readonly Reservation[];
  warningReads: readonly WarningRead[];
}

const LIVE = new Set<AssignmentState>(['dispatched', 'accepted', 'going', 'there']);
export const isLive = (assignment: Pick<Assignment, 'state'>): boolean => LIVE.has(assignment.state);
export const openHandover = (file: IncidentFile): Handover | undefined => file.handovers.find((handover) => handover.state === 'sent');
export const openFollowUps = (file: IncidentFile): FollowUp[] => file.followUps.filter((followUp) => followUp.decision === null);
export const waitingRequest = (file: IncidentFile): DowngradeRequest | undefined => file.requests.find((request) => request.state === 'waiting');
export const legsOf = (file: IncidentFile, taskId: Id): Leg[] => file.legs.filter((leg) => leg.taskId === taskId);
export const incidentRef = (incident: Pick<Incident, 'night' | 'number'>): string =>
  `EAR-${incident.night.slice(5, 7)}${incident.night.slice(8, 10)}-${String(incident.number).padStart(4, '0')}`;
