// What the ranking knows of a task and of everybody who might go: gathered by the server, judged by the rules beside this file.
import type { Activity, Need, Profession, TaskKind } from './activity.ts';
import type { Gender, Only } from './crew-gender.ts';
import type { Point, TravelEstimate } from './distance.ts';
import type { Grade } from './grade.ts';
import type { Id } from './incident-file.ts';
import type { DeclineReason } from './incident-words.ts';
import type { Instant } from './instant.ts';
import type { LegNeeds } from './leg-needs.ts';
import type { RestBreach } from './rest.ts';
import type { Skill } from './skill.ts';
import type { Sending } from './sending-policy.ts';

export interface RankLeg extends LegNeeds { id: Id; position: number }

export interface RankTask {
  taskId: Id;
  activity: Activity;
  kind: TaskKind;
  /** Legs that nobody stands in, or whose people are to be replaced. */
  missing: readonly RankLeg[];
  /** How many stand in its other legs: they go too. */
  standing: number;
  /** When it would be late; null where nothing is owed by a time. */
  dueAt: Instant | null;
  place: Point | null;
  /** Staff-safety warnings: never a lone visit; one gender only, whichever it is. */
  doubleCrewed: boolean;
  singleGender: boolean;
  /** Whom a warning or a wish says that it is for. */
  only: Only | null;
  /** Crews that are on it already, with their vehicle. */
  underWay: readonly Id[];
}

/** The work that somebody is on: what it is owed by, and which leg of it they stand in. */
export interface VisitShown { assignmentId: Id; taskId: Id; need: Need; incidentId: Id; version: number; ref: string; grade: Grade; dueAt: Instant | null; isThere: boolean }

export interface RankPerson {
  dutyId: Id;
  staffId: Id;
  name: string;
  profession: Profession | null;
  /** By certificates in date now. */
  skills: readonly Skill[];
  /** Certificates that ended, and their last day in London. */
  lapsed: readonly { skill: Skill; on: string }[];
  seat: 'responder' | 'edt';
  teamId: Id | null;
  callSign: string | null;
  /** Their crew's. */
  vehicle: string | null;
  /** As they agreed that it is recorded: used for visits for women only or men only, and for nothing else. */
  gender: Gender | null;
  onDutySince: Instant;
  /** Ended tonight: listed, so that nobody looks for them. */
  offDutySince: Instant | null;
  position: (Point & { at: Instant }) | null;
  /** From that position; null where either end is not known. */
  travel: TravelEstimate | null;
  /** What holds them. `freeAt` is expected, not promised; `shown` is null where whoever asks may not see that work. */
  visit: { ref: string | null; since: Instant; freeAt: Instant; shown: VisitShown | null } | null;
  onBreakUntil: Instant | null;
  /** Held for a task and not told of it: for this one, or for other work, which is not named where whoever asks may not see it. */
  held: { here: boolean; ref: string | null; by: string | null; until: Instant } | null;
  /** What this visit would break, and when; null where it would be over before. */
  overwork: RestBreach | null;
  /** When they are booked elsewhere next, before this visit would be over; null where it fits. */
  booked: Instant | null;
  /** Booked for this very task. */
  bookedHere: boolean;
  /** Of this very task, tonight. */
  declined: { at: Instant; reason: DeclineReason } | null;
  /** Others are looked for in their place. */
  replaced: boolean;
  /** Their visits in this duty. */
  visitsTonight: number;
  /** Was at this family's door, or saw one of those named, as far as whoever asks may see. */
  knowsFamily: boolean;
}

export interface RankFacts { task: RankTask; people: readonly RankPerson[]; sending: Sending }

/** Past this age a position says nothing of when somebody arrives. */
export const isOldPosition = (person: Pick<RankPerson, 'position'>, sending: Pick<Sending, 'oldPositionMinutes'>, now: Instant): boolean =>
  person.position !== null && Date.parse(now) - Date.parse(person.position.at) > sending.oldPositionMinutes * 60_000;
