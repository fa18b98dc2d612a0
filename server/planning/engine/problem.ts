// What a planner is asked and what it answers, in numbers alone: minutes from one origin, places and shifts by their number. It knows nothing of people or incidents.

/** A stretch of one person's work: a route that begins and ends at `base`, never outside its hours. */
export interface AskedShift {
  base: number;
  from: number;
  until: number;
  /** In their order. Each begins between `opens` and `closes`, wherever the person is then. */
  breaks: readonly AskedBreak[];
  /** Those of one crew share a car; null: alone. */
  crew: number | null;
  /** Goes only beside the person of one of these; null: beside anybody, and alone. */
  onlyWith: readonly number[] | null;
}
export interface AskedBreak { opens: number; closes: number; minutes: number }

export interface AskedLeg {
  minutes: number;
  /** The shifts whose person may do it: discipline, skills, warnings and wishes are weighed already. Never empty of meaning: nobody may, and it is left out. */
  mayGo: readonly number[];
}

/** How the second leg begins after the first: both at once is from 0 to 0 minutes. */
export interface Gap { least: number; most: number }

export interface Shut { from: number; until: number }

export interface AskedVisit {
  place: number;
  /** Nobody begins before. */
  opens: number;
  /** Who begins later is late; each minute of each leg counts. */
  closes: number;
  /** Nobody begins later: the visit is left out rather. */
  latest: number;
  /** In their order: nobody begins after `from` and before `until`, such as at night. */
  shut: readonly Shut[];
  first: AskedLeg;
  /** Done by somebody else than the first, within the gap. */
  second: (AskedLeg & Gap) | null;
  /** What it costs to leave it out. */
  dropCost: number;
  /** As it stands in the plan of now, and what it costs to send somebody else, or begin more than `slack` minutes earlier or later. */
  booked: Booked | null;
}
export interface Booked { legs: readonly PlannedLeg[]; slack: number; moveCost: number }

export interface AskedPlan {
  /** Minutes from place to place, row by row. */
  travel: readonly (readonly number[])[];
  shifts: readonly AskedShift[];
  visits: readonly AskedVisit[];
  /** What a minute costs: on the road, late, and of the visit that is latest of all; and a visit whose two come from two crews. */
  weights: { travel: number; late: number; latest: number; apart: number };
}

export interface PlannedLeg { shift: number; start: number }
export interface PlannedVisit { visit: number; legs: readonly PlannedLeg[] }
export interface Plan {
  cost: number;
  /** Minutes, in sum. */
  travelled: number;
  late: number;
  /** Minutes of the visit that is latest. */
  latest: number;
  /** In an order in which nobody waits for what comes behind. */
  visits: readonly PlannedVisit[];
  /** Those that fitted nowhere, by their number. */
  leftOut: readonly number[];
}
