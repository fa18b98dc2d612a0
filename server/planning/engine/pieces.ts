// The pieces on a planner's board: shifts, and visits with their legs, as they stand while the board is read. Mutable, and never seen outside the engine.
import type { AskedBreak, AskedLeg, AskedPlan, AskedVisit, PlannedLeg, Shut } from './problem.ts';

export interface Shift {
  readonly index: number;
  readonly base: number;
  readonly until: number;
  readonly breaks: readonly AskedBreak[];
  readonly crew: number | null;
  readonly onlyWith: readonly number[] | null;
  /** The others of its crew who are at work while it is. */
  mates: readonly Shift[];
  /** Where its person is, from when they are free, and how many breaks are behind them. */
  at: number;
  free: number;
  taken: number;
}

export interface Leg {
  readonly minutes: number;
  readonly mayGo: readonly Shift[];
  readonly bookedAs: PlannedLeg | null;
  shift: Shift;
  start: number;
  /** Its shift as it was before: to go back. */
  before: { at: number; free: number; taken: number };
}

export interface Visit {
  readonly index: number;
  readonly place: number;
  readonly opens: number;
  readonly closes: number;
  readonly latest: number;
  readonly shut: readonly Shut[];
  readonly first: Leg;
  readonly second: Leg | null;
  readonly gap: { readonly least: number; readonly most: number };
  readonly dropCost: number;
  readonly moveCost: number;
  readonly slack: number;
  /** Others that somebody may well go to before or after it. */
  near: readonly Visit[];
  position: number;
  isPlaced: boolean;
  before: Sums;
}

/** Of all that stands before a visit in the order. */
export interface Sums { travelled: number; late: number; latest: number; other: number }

/** How much a minute between two windows counts beside a minute of travel when it is asked who is near. */
const WINDOW_MINUTE = 0.2;
const NEAR = 20;
const AT_ONCE = { least: 0, most: 0 };

export function shiftsOf({ shifts }: AskedPlan): Shift[] {
  const made = shifts.map(({ base, from, until, breaks, crew, onlyWith }, index): Shift => ({ index, base, until, breaks, crew, onlyWith, mates: [], at: base, free: from, taken: 0 }));
  for (const shift of made) shift.mates = made.filter((other) => other !== shift && other.crew !== null && other.crew === shift.crew && other.free < shift.until && shift.free < other.until);
  return made;
}

export function visitsOf({ visits, travel }: AskedPlan, shifts: readonly Shift[]): Visit[] {
  const made = visits.map((asked, index) => visitOf(asked, index, shifts)).filter((visit) => visit !== null);
  const apart = (a: Visit, b: Visit): number => (travel[a.place]?.[b.place] ?? 0) + WINDOW_MINUTE * Math.abs(a.opens - b.opens);
  for (const visit of made) visit.near = made.filter((other) => other !== visit).toSorted((a, b) => apart(visit, a) - apart(visit, b)).slice(0, NEAR);
  return made;
}

/** Null where no two people may do it. */
function visitOf(asked: AskedVisit, index: number, shifts: readonly Shift[]): Visit | null {
  const { place, opens, closes, latest, shut, dropCost, booked } = asked;
  const first = legOf(asked.first, shifts, booked?.legs[0] ?? null);
  const second = asked.second === null ? null : legOf(asked.second, shifts, booked?.legs[1] ?? null);
  if (first === null || (asked.second !== null && second === null)) return null;
  if (second !== null && !parted(first, second)) return null;
  return {
    index, place, opens, closes, latest, shut, first, second, gap: asked.second ?? AT_ONCE, dropCost, moveCost: booked?.moveCost ?? 0, slack: booked?.slack ?? 0,
    near: [], position: index, isPlaced: false, before: { travelled: 0, late: 0, latest: 0, other: 0 },
  };
}

function legOf({ minutes, mayGo }: AskedLeg, shifts: readonly Shift[], bookedAs: PlannedLeg | null): Leg | null {
  const may = shifts.filter(({ index }) => mayGo.includes(index));
  const shift = may.find(({ index }) => index === bookedAs?.shift) ?? may[0];
  return shift === undefined ? null : { minutes, mayGo: may, bookedAs, shift, start: 0, before: { at: 0, free: 0, taken: 0 } };
}

/** Gives the two legs to two people. */
function parted(first: Leg, second: Leg): boolean {
  if (first.shift !== second.shift) return true;
  const other = second.mayGo.find((shift) => shift !== first.shift) ?? null;
  if (other !== null) { second.shift = other; return true; }
  const instead = first.mayGo.find((shift) => shift !== second.shift);
  if (instead === undefined) return false;
  first.shift = instead;
  return true;
}
