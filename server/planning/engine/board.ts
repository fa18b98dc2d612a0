// A plan while it is searched for: all visits in one order, each leg given to a shift. Times follow from both by reading the order once.
// One order for everybody, so that no two can wait for each other; and what would break a hard rule is left out as it is read, so that every reading is a plan that keeps them all.
import type { AskedPlan, Plan } from './problem.ts';
import { shiftsOf, visitsOf, type Leg, type Shift, type Visit } from './pieces.ts';
import { earliest, isHomeInTime, NEVER, openAt, settle, unsettle } from './timing.ts';

export const TOO_DEAR = Infinity;
/** Sums of minutes are not exact to the last bit. */
const HAIR = 1e-9;

export class Board {
  readonly visits: readonly Visit[];
  readonly shifts: readonly Shift[];
  /** Changed by `move` and `swap` alone, behind what was read. */
  readonly order: Visit[];
  readonly #travel: Float64Array;
  readonly #places: number;
  readonly #weights: AskedPlan['weights'];
  readonly #impossible: readonly number[];
  /** So many of the order were read; and their sums. */
  #read = 0;
  #travelled = 0;
  #late = 0;
  #latest = 0;
  #other = 0;

  constructor(asked: AskedPlan) {
    this.shifts = shiftsOf(asked);
    this.visits = visitsOf(asked, this.shifts);
    this.#places = asked.travel.length;
    this.#travel = Float64Array.from(asked.travel.flat());
    this.#weights = asked.weights;
    const possible = new Set(this.visits.map(({ index }) => index));
    this.#impossible = [...asked.visits.keys()].filter((index) => !possible.has(index));
    this.#other = this.#impossible.reduce((sum, index) => sum + (asked.visits[index]?.dropCost ?? 0), 0);
    this.order = this.visits.toSorted((a, b) => beginsAt(a) - beginsAt(b) || a.index - b.index);
    for (const [position, visit] of this.order.entries()) visit.position = position;
  }

  /** Unreads what stands at `position` and behind: before that, nothing there may be changed. */
  rewindTo(position: number): void {
    while (this.#read > position) {
      this.#read -= 1;
      const visit = this.order[this.#read];
      if (visit === undefined) return;
      this.#travelled = visit.before.travelled;
      this.#late = visit.before.late;
      this.#latest = visit.before.latest;
      this.#other = visit.before.other;
      if (!visit.isPlaced) continue;
      if (visit.second !== null) unsettle(visit.second);
      unsettle(visit.first);
    }
  }

  /** Reads to the end and says what the plan costs; `TOO_DEAR` as soon as that is above the limit, for no cost falls again. */
  read(limit: number): number {
    let cost = this.#cost();
    for (; this.#read < this.order.length && cost <= limit; this.#read += 1) {
      const visit = this.order[this.#read];
      if (visit === undefined) break;
      this.#readOne(visit);
      cost = this.#cost();
    }
    return cost <= limit ? cost : TOO_DEAR;
  }

  /** Takes a visit out of the order and puts it in where it then stands at `to`. */
  move(from: number, to: number): void {
    const visit = this.order[from];
    const step = from < to ? 1 : -1;
    for (let at = from; at !== to; at += step) this.#put(this.order[at + step], at);
    this.#put(visit, to);
  }

  swap(one: Visit, other: Visit): void {
    const at = one.position;
    this.#put(one, other.position);
    this.#put(other, at);
  }

  plan(): Plan {
    const cost = this.read(TOO_DEAR);
    const placed = this.order.filter(({ isPlaced }) => isPlaced);
    return {
      cost, travelled: this.#travelled, late: this.#late, latest: this.#latest,
      visits: placed.map(({ index, first, second }) => ({ visit: index, legs: (second === null ? [first] : [first, second]).map(({ shift, start }) => ({ shift: shift.index, start })) })),
      leftOut: [...this.#impossible, ...this.order.filter(({ isPlaced }) => !isPlaced).map(({ index }) => index)].toSorted((a, b) => a - b),
    };
  }

  #cost(): number {
    return this.#weights.travel * this.#travelled + this.#weights.late * this.#late + this.#weights.latest * this.#latest + this.#other;
  }

  #readOne(visit: Visit): void {
    visit.before.travelled = this.#travelled;
    visit.before.late = this.#late;
    visit.before.latest = this.#latest;
    visit.before.other = this.#other;
    visit.isPlaced = visit.second === null ? this.#placeOne(visit, visit.first) : this.#placeTwo(visit, visit.first, visit.second);
    if (!visit.isPlaced) { this.#other += visit.dropCost; return; }
    if (visit.moveCost > 0 && isMoved(visit)) this.#other += visit.moveCost;
    if (visit.second !== null && (visit.first.shift.crew === null || visit.first.shift.crew !== visit.second.shift.crew)) this.#other += this.#weights.apart;
  }

  #placeOne(visit: Visit, leg: Leg): boolean {
    if (leg.shift.onlyWith !== null) return false;
    const way = this.#way(leg.shift.at, visit.place);
    let start = earliest(leg, way, visit.opens);
    for (let open = openAt(visit.shut, start); open > start; open = openAt(visit.shut, start)) start = earliest(leg, way, open);
    if (start > visit.latest || !this.#getsHome(leg, visit.place, start)) return false;
    this.#settle(visit, leg, start);
    return true;
  }

  /** Each waits for the other until the gap between their beginnings is kept; where it is shut for one then, both wait until it opens. */
  #placeTwo(visit: Visit, first: Leg, second: Leg, opens = visit.opens): boolean {
    if (first.shift === second.shift || !mayGoTogether(first.shift, second.shift)) return false;
    const { gap, latest, shut, place } = visit;
    const [way, secondWay] = [this.#way(first.shift.at, place), this.#way(second.shift.at, place)];
    let start = earliest(first, way, opens);
    let secondStart = earliest(second, secondWay, Math.max(opens, start + gap.least));
    while (secondStart > start + gap.most + HAIR) {
      start = earliest(first, way, secondStart - gap.most);
      if (start > latest) return false;
      if (secondStart < start + gap.least) secondStart = earliest(second, secondWay, start + gap.least);
    }
    if (start > latest || secondStart > latest || secondStart === NEVER) return false;
    const [open, secondOpen] = [openAt(shut, start), openAt(shut, secondStart)];
    if (open > start || secondOpen > secondStart) return this.#placeTwo(visit, first, second, Math.max(open, secondOpen));
    if (!this.#getsHome(first, place, start) || !this.#getsHome(second, place, secondStart)) return false;
    this.#settle(visit, first, start);
    this.#settle(visit, second, secondStart);
    return true;
  }

  #settle(visit: Visit, leg: Leg, start: number): void {
    const { shift } = leg;
    this.#travelled += this.#way(shift.at, visit.place) + this.#way(visit.place, shift.base) - this.#way(shift.at, shift.base);
    const late = start - visit.closes;
    if (late > 0) {
      this.#late += late;
      if (late > this.#latest) this.#latest = late;
    }
    settle(leg, visit.place, start);
  }

  #getsHome({ shift, minutes }: Leg, place: number, start: number): boolean {
    return isHomeInTime(shift, start + minutes, this.#way(place, shift.base));
  }

  #way(from: number, to: number): number {
    return this.#travel[from * this.#places + to] ?? NEVER;
  }

  #put(visit: Visit | undefined, position: number): void {
    if (visit === undefined) return;
    this.order[position] = visit;
    visit.position = position;
  }
}

const mayGoTogether = (one: Shift, other: Shift): boolean => (one.onlyWith === null || one.onlyWith.includes(other.index)) && (other.onlyWith === null || other.onlyWith.includes(one.index));

/** As it is booked; else when it opens. */
const beginsAt = ({ first, opens }: Visit): number => first.bookedAs?.start ?? opens;

const isMoved = ({ first, second, slack }: Visit): boolean => isElsewhere(first, slack) || (second !== null && isElsewhere(second, slack));
const isElsewhere = ({ bookedAs, shift, start }: Leg, slack: number): boolean => bookedAs !== null && (shift.index !== bookedAs.shift || Math.abs(start - bookedAs.start) > slack);
