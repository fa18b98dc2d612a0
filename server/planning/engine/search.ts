// Looks for a good plan: simulated annealing over the board. It takes small changes that cost more ever more seldom, and keeps the best that it saw.
import type { Seeded } from '../../rehearsal/calls/seeded.ts';
import { Board } from './board.ts';
import { drawMove } from './moves.ts';
import type { AskedPlan, Plan } from './problem.ts';
import type { Shift, Visit } from './pieces.ts';

/** How far the search has come, from 0 to 1: by the clock, or by steps where it must repeat. */
export type Progress = (steps: number) => number;

const STEPS_BETWEEN_LOOKS = 128;
/** Of what the way to a neighbour costs: a dearer change of that size is taken every second time at the start, and never in practice at the end. */
const [WARM, COLD] = [1.6, 0.03];
/** Where there is no way to speak of. */
const LEAST_GRAIN = 1e-3;

export const forSteps = (most: number): Progress => (steps) => steps / most;
export const forMilliseconds = (most: number, clock: () => number): Progress => {
  const begun = clock();
  return () => (clock() - begun) / most;
};

/** The best plan found. The same question, chance and number of steps give the same plan. */
export function findPlan(asked: AskedPlan, chance: Seeded, progress: Progress): Plan {
  const board = new Board(asked);
  if (board.visits.length === 0) return board.plan();
  const grain = grainOf(asked, board);
  let cost = board.read(Infinity);
  let [best, kept] = [cost, keep(board)];
  let heat = grain * WARM;
  for (let steps = 0; ; steps += 1) {
    if (steps % STEPS_BETWEEN_LOOKS === 0) {
      const done = progress(steps);
      if (done >= 1) break;
      heat = grain * WARM * (COLD / WARM) ** done;
    }
    const move = drawMove(board, chance);
    if (move === null) continue;
    const limit = cost - heat * Math.log(1 - chance.next());
    board.rewindTo(move.from);
    move.make();
    const found = board.read(limit);
    if (found <= limit) {
      cost = found;
      if (cost < best) [best, kept] = [cost, keep(board)];
      continue;
    }
    board.rewindTo(move.from);
    move.unmake();
  }
  kept();
  return board.plan();
}

/** Answers how to come back to the board as it is now. */
function keep(board: Board): () => void {
  const stood = board.order.map((visit): [Visit, Shift, Shift | null] => [visit, visit.first.shift, visit.second?.shift ?? null]);
  return () => {
    board.rewindTo(0);
    for (const [position, [visit, first, second]] of stood.entries()) {
      board.move(visit.position, position);
      visit.first.shift = first;
      if (visit.second !== null && second !== null) visit.second.shift = second;
    }
  };
}

/** What the way from a visit to one of its nearest costs, in the middle. */
function grainOf({ travel, weights }: AskedPlan, { visits }: Board): number {
  const ways = visits.map(({ place, near }) => near.slice(0, 5).reduce((sum, other) => sum + (travel[place]?.[other.place] ?? 0), 0) / Math.max(1, Math.min(5, near.length))).toSorted((a, b) => a - b);
  return Math.max(LEAST_GRAIN, weights.travel * (ways[Math.floor(ways.length / 2)] ?? 0));
}
