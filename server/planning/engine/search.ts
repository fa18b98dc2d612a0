// Looks for a good plan: simulated annealing over the board. It takes small changes that cost more ever more seldom, and keeps the best that it saw.
import type { Seeded } from '../../rehearsal/calls/seeded.ts';
import { Board } from './board.ts';
import { drawMove, drawsOf } from './moves.ts';
import type { AskedPlan, Plan } from './problem.ts';
import type { Shift, Visit } from './pieces.ts';

/** How far the search has come, from 0 to 1: by the clock, or by steps where it must repeat. */
export type Progress = (steps: number) => number;

const STEPS_BETWEEN_LOOKS = 128;
interface Fall { share: number; warm: number; from: 'start' | 'best' }
/** The heat falls three times from what stood at first, and once more from the best of them, for so much of the search: the best of three shorter falls is seldom the second best that one long fall may end in.
 * Of what the way to a neighbour costs: a dearer change of that size is taken every second time when it is warm, and never in practice when it is cold. */
const FALLS: readonly Fall[] = [...Array.from({ length: 3 }, (): Fall => ({ share: 0.22, warm: 1.6, from: 'start' })), { share: 0.34, warm: 0.48, from: 'best' }];
const COLD = 0.03;
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
  const [grain, draws] = [grainOf(asked, board), drawsOf(board)];
  let cost = board.read(Infinity);
  const asAtFirst = keep(board);
  let [best, asAtBest] = [cost, asAtFirst];
  let [fall, heat] = [0, 0];
  for (let steps = 0; ; steps += 1) {
    if (steps % STEPS_BETWEEN_LOOKS === 0) {
      const done = progress(steps);
      if (done >= 1) break;
      const now = fallAt(done);
      if (now.fall !== fall) {
        fall = now.fall;
        (now.from === 'best' ? asAtBest : asAtFirst)();
        cost = board.read(Infinity);
      }
      heat = grain * now.warm * (COLD / now.warm) ** now.done;
    }
    const move = drawMove(draws, board, chance);
    if (move === null) continue;
    const limit = cost - heat * Math.log(1 - chance.next());
    board.rewindTo(move.from);
    move.make();
    const found = board.read(limit);
    if (found <= limit) {
      cost = found;
      if (cost < best) [best, asAtBest] = [cost, keep(board)];
      continue;
    }
    board.rewindTo(move.from);
    move.unmake();
  }
  asAtBest();
  return board.plan();
}

/** Which fall it is when so much of the search is done, and how much of that one. */
function fallAt(done: number): Pick<Fall, 'warm' | 'from'> & { fall: number; done: number } {
  let begun = 0;
  const fall = FALLS.findIndex(({ share }) => { begun += share; return done < begun; });
  const { share, warm, from } = FALLS[fall] ?? { share: 1, warm: COLD, from: 'best' };
  return { fall, warm, from, done: 1 - (begun - done) / share };
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
