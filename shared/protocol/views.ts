// What an audience may see of each thing: allow-lists, the same for HTTP and the socket.
import { z } from 'zod';
import { ACTIVITY_CODES, NEEDS, PROFESSIONS, TASK_KINDS } from '../domain/activity.ts';
import { AVAILABILITIES } from '../domain/availability.ts';
import { ALARM_CAUSE_CODES } from '../domain/alarm.ts';
import { GENDERS } from '../domain/crew-gender.ts';
import { ASSIGNMENT_STATES } from '../domain/incident-file.ts';
import { DECLINE_REASONS, DOORS, ENDINGS, FOLLOW_UP_CAUSES, FOLLOW_UP_DECISIONS, MISSING_RISKS, OUTCOMES, VULNERABILITY_FLAGS, WARNING_KINDS } from '../domain/incident-words.ts';
import { ON_CALL_POSTS } from '../domain/on-call.ts';
import { SKILLS } from '../domain/skill.ts';
import { ALARM_STAGES, CLIMBED_BECAUSE } from '../domain/standing-alarm.ts';
import { Answers, GradeSchema } from '../domain/policy.ts';
import { ROLES } from '../domain/visibility.ts';
import { UNDERSTOOD_AS } from '../domain/where-text.ts';
import { ChecksView } from './check-views.ts';
import { At } from './fields.ts';
import { KinView, MissingView } from './missing-view.ts';
import { OWED_VIEWS } from './owed-views.ts';
import { PersonMore } from './person-more.ts';
import { PersonView } from './person-view.ts';
import { SENDING_VIEWS } from './sending-views.ts';
import { StayView } from './stay-view.ts';
import { VISIT_VIEWS } from './visit-views.ts';

export { PersonView } from './person-view.ts';
const Person = PersonView;

export const LocationView = z.strictObject({
  label: z.string(), lat: z.number().nullable(), lon: z.number().nullable(), districtCode: z.string().nullable(), district: z.string().nullable(),
  /** An address that must stay secret: shown marked, never read out. */
  secret: z.boolean(),
  /** Somewhere on that street or in that area; not a door. */
  approximate: z.boolean(), understoodAs: z.enum(UNDERSTOOD_AS).nullable(),
});

export const AssignmentView = z.strictObject({
  id: z.string(), taskId: z.string(), legId: z.string(), dutyId: z.string(), staffId: z.string(), name: z.string(), profession: z.enum(PROFESSIONS).nullable(),
  teamId: z.string().nullable(), callSign: z.string().nullable(), state: z.enum(ASSIGNMENT_STATES), dispatchedAt: At, acceptedAt: At.nullable(), goingAt: At.nullable(),
  thereAt: At.nullable(), seenAt: At.nullable(), leftAt: At.nullable(), endedAt: At.nullable(), declineReason: z.enum(DECLINE_REASONS).nullable(),
});
export type AssignmentView = z.infer<typeof AssignmentView>;

export const TaskView = z.strictObject({
  id: z.string(), activity: z.enum(ACTIVITY_CODES), kind: z.enum(TASK_KINDS), state: z.enum(['open', 'done', 'cancelled', 'handed-over']), detail: z.string().nullable(),
  dueFrom: At.nullable(), dueAt: At.nullable(), outcome: z.enum(OUTCOMES).nullable(), outcomeNote: z.string().nullable(), outcomeAt: At.nullable(),
  seenPersonIds: z.array(z.string()), notSeenPersonIds: z.array(z.string()),
});
export type TaskView = z.infer<typeof TaskView>;

export const LegView = z.strictObject({ id: z.string(), taskId: z.string(), need: z.enum(NEEDS), skills: z.array(z.enum(SKILLS)).meta({ description: 'What it needs beyond a profession' }), position: z.int() });

export const PersonLinkView = z.strictObject({
  personId: z.string(), name: z.string(), isChild: z.boolean(), relation: z.string(),
  /** As known: "born 12 Mar 2015", "about 9", "unborn", "age not known". */
  age: z.string(),
  /** As said, to be corrected; `factsId` says which version that is. */
  factsId: z.string().nullable(), said: z.strictObject({ name: z.string().nullable(), bornOn: z.string().nullable(), approximateAge: z.int().nullable() }), more: PersonMore,
});

export const FollowUpView = z.strictObject({
  id: z.string(), taskId: z.string(), cause: z.enum(FOLLOW_UP_CAUSES), openedAt: At, dueAt: At, owner: Person, decision: z.enum(FOLLOW_UP_DECISIONS).nullable(), decidedAt: At.nullable(), decidedBy: Person.nullable(),
});

export const DowngradeRequestView = z.strictObject({
  id: z.string(), kind: z.enum(['grade', 'end', 'hand-over']), toGrade: GradeSchema.nullable(), ending: z.enum(ENDINGS).nullable(), receivingTeam: z.string().nullable(),
  rationale: z.string(), by: Person, at: At, state: z.enum(['waiting', 'agreed', 'refused', 'withdrawn']), decidedBy: Person.nullable(), decidedAt: At.nullable(),
});

export const WarningView = z.strictObject({ id: z.string(), kind: z.enum(WARNING_KINDS), source: z.string(), approvedBy: Person, at: At, reviewAt: At });

export const IncidentHandoverView = z.strictObject({
  id: z.string(), receivingTeamId: z.string(), receivingTeam: z.string(), state: z.enum(['sent', 'taken-over', 'rejected', 'withdrawn']), sentAt: At, dueAt: At, takenBy: z.string().nullable(),
});

/** Fired, and its cause not over. */
export const AlarmView = z.strictObject({
  id: z.string(), cause: z.enum(ALARM_CAUSE_CODES), aboutId: z.string(), dueAt: At, firedAt: At, stage: z.enum(ALARM_STAGES),
  cameAt: At.nullable().meta({ description: 'When it climbed to that stage' }), because: z.enum(CLIMBED_BECAUSE).nullable(),
  acknowledgedBy: Person.nullable(), acknowledgedAt: At.nullable(), putOffUntil: At.nullable(), putOffBy: Person.nullable(), putOffReason: z.string().nullable(),
});
export type AlarmView = z.infer<typeof AlarmView>;

/** Who at the door keeps it, or is to once a second person agrees. */
export const NotTakenView = z.strictObject({ keptBy: z.string(), organisation: z.string(), toldAt: At, callerTold: z.string() });

export const IncidentView = z.strictObject({
  id: z.string(), ref: z.string(), night: z.string(), version: z.int().meta({ description: 'Send as expectedVersion when acting on what was seen' }),
  state: z.enum(['open', 'closed']), ending: z.enum(ENDINGS).nullable(), endedAt: At.nullable(), duplicateOfId: z.string().nullable(),
  door: z.enum(DOORS), reportedAt: At, raisedAt: At, raisedBy: Person, cameBy: z.string().nullable().meta({ description: 'The other system that sent it; null where a person took the call' }), summary: z.string(), location: LocationView.nullable(),
  concern: z.int().meta({ description: 'Which report of this door within seven days it is, of those that everybody at the desks may see; 1 for the first, for what is closed, and for whoever is at no desk' }),
  grade: GradeSchema, proposedGrade: GradeSchema, proposalReasons: z.array(z.string()), policyId: z.string(), policyVersion: z.int().meta({ description: 'What the proposal rests on' }),
  gradePolicyId: z.string(), gradePolicyVersion: z.int().meta({ description: 'What the grade in force rests on, with its deadline and warnings' }), strictest: GradeSchema, gradedAt: At.nullable(), dueAt: At.nullable(),
  attendedAt: At.nullable(), jointAt: At.nullable(), flags: z.array(z.enum(VULNERABILITY_FLAGS)), missingRisk: z.enum(MISSING_RISKS).nullable(), answers: Answers,
  owner: Person.extend({ organisation: z.string(), onDuty: z.boolean() }), restricted: z.boolean(), policeHaveItAt: At.nullable(), policeReference: z.string().nullable(),
  people: z.array(PersonLinkView), kin: z.array(KinView), missing: z.array(MissingView), tasks: z.array(TaskView), legs: z.array(LegView), assignments: z.array(AssignmentView), followUps: z.array(FollowUpView),
  requests: z.array(DowngradeRequestView), handovers: z.array(IncidentHandoverView), warnings: z.array(WarningView), alarms: z.array(AlarmView), checks: ChecksView, notTaken: NotTakenView.nullable(), ...OWED_VIEWS, ...VISIT_VIEWS, ...SENDING_VIEWS, stays: z.array(StayView),
});
export type IncidentView = z.infer<typeof IncidentView>;

export const TimelineEntry = z.strictObject({
  seq: z.int(), at: At, receivedAt: At, name: z.string(), by: z.string(), organisation: z.string(), sentence: z.string(), note: z.string().nullable(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

export const IncidentRecord = z.strictObject({
  incident: IncidentView, timeline: z.array(TimelineEntry),
  caller: z.strictObject({ name: z.string().nullable(), agency: z.string().nullable(), phone: z.string().nullable(), reference: z.string().nullable(), ring: z.string().nullable().meta({ description: 'The number as it is rung; null where what was given cannot be one' }) }),
  /** Everybody who rang about it, the first one first. */
  calls: z.array(z.strictObject({ id: z.string(), door: z.enum(DOORS), reportedAt: At, takenBy: z.string(), name: z.string().nullable(), agency: z.string().nullable(), phone: z.string().nullable(), reference: z.string().nullable() })),
  namedStaff: z.array(Person),
});
export type IncidentRecord = z.infer<typeof IncidentRecord>;

export const SEATS = ['responder', 'control', 'edt'] as const;
export const DutyView = z.strictObject({
  id: z.string(), staffId: z.string(), name: z.string(), seat: z.enum(SEATS), profession: z.enum(PROFESSIONS).nullable(), organisation: z.string(), teamId: z.string().nullable(), startedAt: At,
  /** Derived from live visits: what is on screen is what is so. */
  availability: z.enum(AVAILABILITIES), since: At,
  breakUntil: At.nullable(), shift: z.strictObject({ from: At, until: At }).nullable().meta({ description: 'The shift that they booked on for; null without one' }),
  forgottenAt: At.nullable().meta({ description: 'Since when it is said that the end of this duty was forgotten' }),
  /** The incident that holds them, where the viewer may see it. */
  incidentId: z.string().nullable(),
  sharing: z.boolean().meta({ description: 'Whether the device shares its position' }),
  skills: z.array(z.enum(SKILLS)).meta({ description: 'By certificates in date today' }),
});
export type DutyView = z.infer<typeof DutyView>;

export const TeamView = z.strictObject({ id: z.string(), callSign: z.string(), vehicle: z.string().nullable(), districtCodes: z.array(z.string()), night: z.string(), formedAt: At });
export type TeamView = z.infer<typeof TeamView>;

export const PositionView = z.strictObject({ dutyId: z.string(), lat: z.number(), lon: z.number(), accuracyM: z.number().nullable(), at: At });
export type PositionView = z.infer<typeof PositionView>;

export const HandoverView = z.strictObject({
  id: z.string(), incidentId: z.string(), ref: z.string(), receivingTeamId: z.string(), receivingTeam: z.string(), heading: z.string(), grade: GradeSchema, district: z.string().nullable(),
  state: z.enum(['sent', 'taken-over', 'rejected', 'withdrawn']), sentBy: Person, sentAt: At, dueAt: At, spokenWith: z.string().nullable(), takenBy: z.string().nullable(), takenAt: At.nullable(),
  takenHow: z.enum(['account', 'phone']).nullable(), reason: z.string().nullable(), rightTeam: z.string().nullable(), endedAt: At.nullable(),
});
export type HandoverView = z.infer<typeof HandoverView>;

/** Who is on call in one night. */
export const NightView = z.strictObject({
  id: z.string(), night: z.string(),
  onCall: z.array(z.strictObject({ post: z.enum(ON_CALL_POSTS), name: z.string(), phone: z.string(), namedBy: z.string(), namedAt: At })),
  /** Since when control is told that somebody is missing; null again once everybody is named. */
  gapAt: At.nullable(),
});
export type NightView = z.infer<typeof NightView>;

export const OvernightNoteView = z.strictObject({
  id: z.string(), receivingTeamId: z.string(), receivingTeam: z.string(), about: z.string(), place: z.string().nullable(), phone: z.string().nullable(), body: z.string(), plan: z.string(), lodgedBy: Person, lodgedAt: At, expiresAt: At,
});
export type OvernightNoteView = z.infer<typeof OvernightNoteView>;

export const GrantView = z.strictObject({ id: z.string(), role: z.enum(ROLES), receivingTeamId: z.string().nullable(), receivingTeam: z.string().nullable(), from: At, until: At.nullable() });
/** `gender`: an administrator's alone to see, recorded where the person agrees. */
export const AccountView = z.strictObject({
  id: z.string(), username: z.string(), staffId: z.string(), name: z.string(), organisation: z.string(), profession: z.enum(PROFESSIONS).nullable(), gender: z.enum(GENDERS).nullable(), disabledAt: At.nullable(), lastSignInAt: At.nullable(), grants: z.array(GrantView),
});
export type AccountView = z.infer<typeof AccountView>;
