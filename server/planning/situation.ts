// What a plan is made of, as it stands at one moment: visits to be made, people at work, and what is kept free. Read by the store, asked about by the question.
import type { Gender, Only } from '../../shared/domain/crew-gender.ts';
import type { LegNeeds } from '../../shared/domain/leg-needs.ts';
import type { Profession } from '../../shared/domain/activity.ts';
import type { Point } from '../../shared/domain/distance.ts';
import type { SaidWindow } from '../../shared/domain/family-window.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Planning } from '../../shared/domain/planning.ts';
import type { Skill } from '../../shared/domain/skill.ts';
import type { RoadFigures } from '../../shared/domain/travel.ts';

export interface Stretch { fromAt: Instant; untilAt: Instant }
export interface StandingVisit extends Stretch { legId: Id; staffId: Id }

export interface PlanTask {
  incidentId: Id; taskId: Id;
  /** Where its door is, or the middle of its district. */
  at: Point | null;
  /** Its address must stay secret: it is told to no other system. */
  isSecret: boolean;
  legs: readonly (LegNeeds & { id: Id })[];
  doubleCrewedOnly: boolean;
  /** Whom a warning or a wish says that it is for. */
  only?: Only | null;
  /** By when somebody is to be there: the task's own window, or the grade's target. */
  dueFrom: Instant | null; dueAt: Instant | null;
  suits: Pick<SaidWindow, 'fromAt' | 'untilAt' | 'isDaily'> | null;
  /** Of two legs the first comes first. Null: together. */
  gap: { least: number; most: number } | null;
  booked: { bookingId: Id; isFixed: boolean; isTold: boolean; visits: readonly StandingVisit[] } | null;
  /** As the plan before proposed it, and nobody has agreed yet: somebody may be reading it. */
  proposed?: readonly StandingVisit[];
}

/** A stretch in which somebody is at work, and may be planned for. */
export interface PlanShift extends Stretch {
  staffId: Id; profession: Profession; teamId: Id | null;
  /** Of the crew that they are out with now. */
  vehicle?: string | null;
  /** As they agreed that it is recorded. */
  gender?: Gender | null;
  /** By certificates that are in date on every day of it. */
  skills: readonly Skill[];
  /** Where they begin and end. */
  base: Point;
  /** What they are booked for elsewhere, whatever it is, and their breaks. */
  taken: readonly Stretch[];
}

/** Minutes by road, unrounded; null: the straight line. */
export type Drives = (from: Point, to: Point) => number | null;

export interface Situation { now: Instant; roads: Pick<RoadFigures, 'roadFactor' | 'busyKmh' | 'quietKmh'>; untilAt: Instant; planning: Planning; /** The policy asks for somebody in each vehicle who may drive it. */ driverNeeded: boolean; tasks: readonly PlanTask[]; shifts: readonly PlanShift[] }
