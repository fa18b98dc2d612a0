// The small changes that a search tries, each drawn by lot: from where in the order it changes anything, how it is made and how it is unmade.
import type { Seeded } from '../../rehearsal/calls/seeded.ts';
import type { Board } from './board.ts';
import type { Leg, Shift, Visit } from './pieces.ts';

export interface Move { from: number; make(): void; unmake(): void }
/** Null where what was drawn is no change, or no plan: it is drawn again. */
type Draw = (board: Board, chance: Seeded) => Move | null;

const BESIDE_A_NEIGHBOUR = 0.7;

/** One of its neighbours mostly, or anybody. */
const another = (board: Board, visit: Visit, chance: Seeded): Visit | null => {
  const other = chance.next() < BESIDE_A_NEIGHBOUR && visit.near.length > 0 ? chance.pick(visit.near) : chance.pick(board.visits);
  return other === visit ? null : other;
};
const oneLeg = ({ first, second }: Visit, chance: Seeded): Leg => (second !== null && chance.next() < 0.5 ? second : first);

/** Right before or after another visit, and one leg with whoever goes there. */
const goBeside: Draw = (board, chance) => {
  const visit = chance.pick(board.visits);
  const other = another(board, visit, chance);
  if (other === null) return null;
  const [from, behind] = [visit.position, chance.next() < 0.5];
  const to = other.position + (behind ? 1 : 0) - (from < other.position ? 1 : 0);
  const leg = oneLeg(visit, chance);
  const { shift } = oneLeg(other, chance);
  const given = give(visit, leg, leg.mayGo.includes(shift) ? shift : leg.shift, chance);
  if (given === null || (to === from && given.isNone)) return null;
  return {
    from: Math.min(from, to),
    make: () => { board.move(from, to); given.make(); },
    unmake: () => { board.move(to, from); given.unmake(); },
  };
};

/** Right before or after another visit, both legs with those who go there or their crew: a pair that goes elsewhere leg by leg would be late for as long as one of the two has gone alone. */
const goTogether: Draw = (board, chance) => {
  const visit = chance.pick(board.visits);
  const [other, { first, second }] = [another(board, visit, chance), visit];
  if (other === null || second === null) return null;
  const pair = pairOf(first, second, other, chance);
  if (pair === null) return null;
  const [from, behind] = [visit.position, chance.next() < 0.5];
  const to = other.position + (behind ? 1 : 0) - (from < other.position ? 1 : 0);
  const [was, secondWas] = [first.shift, second.shift];
  if (to === from && was === pair[0] && secondWas === pair[1]) return null;
  return {
    from: Math.min(from, to),
    make: () => { board.move(from, to); [first.shift, second.shift] = pair; },
    unmake: () => { board.move(to, from); [first.shift, second.shift] = [was, secondWas]; },
  };
};

/** Two for the two legs, of those who go to the other visit first and then of their crews. Null where they may not. */
function pairOf(first: Leg, second: Leg, other: Visit, chance: Seeded): [Shift, Shift] | null {
  const there = other.second === null ? [other.first.shift] : chance.next() < 0.5 ? [other.first.shift, other.second.shift] : [other.second.shift, other.first.shift];
  const all = [...there, ...there.flatMap(({ mates }) => mates)];
  const one = all.find((shift) => first.mayGo.includes(shift));
  const beside = all.find((shift) => shift !== one && second.mayGo.includes(shift));
  return one === undefined || beside === undefined ? null : [one, beside];
}

/** The same time and place, somebody else. */
const sendAnother: Draw = (board, chance) => {
  const visit = chance.pick(board.visits);
  const leg = oneLeg(visit, chance);
  const given = give(visit, leg, chance.pick(leg.mayGo), chance);
  return given === null || given.isNone ? null : { from: visit.position, ...given };
};

/** Two visits change their places in the order, and mostly their people where each may go to the other. */
const change: Draw = (board, chance) => {
  const one = chance.pick(board.visits);
  const other = another(board, one, chance);
  if (other === null) return null;
  const withPeople = chance.next() < BESIDE_A_NEIGHBOUR;
  const crossed = withPeople ? [cross(one.first, other.first), cross(one.second, other.second)].filter((made) => made !== null) : [];
  const all = (): void => { for (const made of crossed) made(); };
  return {
    from: Math.min(one.position, other.position),
    make: () => { board.swap(one, other); all(); },
    unmake: () => { board.swap(one, other); all(); },
  };
};

/** From here on, two people do each other's work. */
const changeTheRest: Draw = (board, chance) => {
  const visit = chance.pick(board.visits);
  return restOf(board, visit, [[oneLeg(visit, chance).shift, chance.pick(board.shifts)]]);
};

/** From here on, two pairs do each other's work. */
const changeTheRestOfPairs: Draw = (board, chance) => {
  const visit = chance.pick(board.visits);
  const other = another(board, visit, chance);
  if (visit.second === null || other === null || other.second === null) return null;
  return restOf(board, visit, [[visit.first.shift, other.first.shift], [visit.second.shift, other.second.shift]]);
};

/** Null where one of them may not, or stands on both sides. */
function restOf(board: Board, visit: Visit, changes: readonly (readonly [Shift, Shift])[]): Move | null {
  const instead = new Map(changes.flatMap(([one, other]) => [[one, other], [other, one]]));
  if (instead.size < 2 * changes.length) return null;
  const legs: [Leg, Shift, Shift][] = [];
  for (let at = visit.position; at < board.order.length; at += 1) {
    const { first, second } = board.order[at] ?? visit;
    for (const leg of second === null ? [first] : [first, second]) {
      const to = instead.get(leg.shift);
      if (to === undefined) continue;
      if (!leg.mayGo.includes(to)) return null;
      legs.push([leg, leg.shift, to]);
    }
  }
  return { from: visit.position, make: () => { for (const [leg, , to] of legs) leg.shift = to; }, unmake: () => { for (const [leg, was] of legs) leg.shift = was; } };
}

/** How often each is drawn, counted up to 1; by trial (docs/decisions/017). Who goes in a crew goes elsewhere with it: pairs move together too. */
type Draws = readonly (readonly [Draw, number])[];
const BY_PERSON: Draws = [[goBeside, 0.5], [sendAnother, 0.7], [change, 0.85], [changeTheRest, 1]];
const BY_CREW: Draws = [[goBeside, 0.35], [goTogether, 0.5], [sendAnother, 0.7], [change, 0.85], [changeTheRestOfPairs, 0.9], [changeTheRest, 1]];

export const drawsOf = ({ shifts }: Board): Draws => (shifts.some(({ mates }) => mates.length > 0) ? BY_CREW : BY_PERSON);

export function drawMove(draws: Draws, board: Board, chance: Seeded): Move | null {
  const lot = chance.next();
  const [draw] = draws.find(([, upTo]) => lot < upTo) ?? [goBeside];
  return draw(board, chance);
}

/** One leg to this shift, and the other leg to somebody else where it had it. Null where nobody else may. */
function give(visit: Visit, leg: Leg, shift: Shift, chance: Seeded): (Omit<Move, 'from'> & { isNone: boolean }) | null {
  const other = leg === visit.first ? visit.second : visit.first;
  const [was, otherWas] = [leg.shift, other?.shift ?? null];
  const otherShift = other !== null && otherWas === shift ? chance.pick(other.mayGo) : otherWas;
  if (otherShift === shift) return null;
  return {
    isNone: shift === was && otherShift === otherWas,
    make: () => { leg.shift = shift; if (other !== null && otherShift !== null) other.shift = otherShift; },
    unmake: () => { leg.shift = was; if (other !== null && otherWas !== null) other.shift = otherWas; },
  };
}

/** Null where one of the two may not; the way there is the way back. */
function cross(one: Leg | null, other: Leg | null): (() => void) | null {
  if (one === null || other === null || one.shift === other.shift || !one.mayGo.includes(other.shift) || !other.mayGo.includes(one.shift)) return null;
  return () => { [one.shift, other.shift] = [other.shift, one.shift]; };
}
