// A router that knows the roads, asked for many drives at once; what it does not answer in time is the straight line (docs/operating.md, Router).
import { circuitBreaker, ConsecutiveBreaker, handleAll, timeout, TimeoutStrategy, wrap } from 'cockatiel';
import type { Point } from '../../shared/domain/distance.ts';
import { minutesByOsrm } from './osrm.ts';
import type { Minutes } from './router-answer.ts';
import { minutesByValhalla } from './valhalla.ts';

export const ROUTER_KINDS = ['osrm', 'valhalla'] as const;
export type RouterKind = (typeof ROUTER_KINDS)[number];

/** Minutes of drives; null where there is no road, or no answer. Never throws. */
export interface Router {
  /** To one door, in the order of the starts: a person waits for it. */
  toDoor(from: readonly Point[], to: Point): Promise<readonly Minutes[]>;
  /** From each place to each other, a row for each: a plan waits for it, in steps of a block. */
  between(places: readonly Point[]): Promise<readonly (readonly Minutes[])[]>;
}

/** OSRM as it is delivered takes a table of a hundred places, Valhalla's matrix 2,500 drives. */
export const MOST_STARTS = 90;
export const BLOCK = 45;
/** Of a plan; the places behind them go by the straight line. */
export const MOST_PLACES = 4 * BLOCK;
export interface RouterLimits { timeLimitMs: number; failuresInARow: number; leftInPeaceMs: number }
const LIMITS: Record<keyof Router, RouterLimits> = {
  toDoor: { timeLimitMs: 800, failuresInARow: 5, leftInPeaceMs: 20_000 },
  between: { timeLimitMs: 3_000, failuresInARow: 2, leftInPeaceMs: 20_000 },
};

const ASK = { osrm: minutesByOsrm, valhalla: minutesByValhalla } as const satisfies Record<RouterKind, unknown>;

/** `limits` overrides those of both. */
export function makeRouter({ url, kind }: { url: string; kind: RouterKind }, limits: Partial<RouterLimits> = {}): Router {
  const base = url.replace(/\/+$/, '');
  const [door, block] = [guardedAsker(kind, base, { ...LIMITS.toDoor, ...limits }), guardedAsker(kind, base, { ...LIMITS.between, ...limits })];
  return {
    async toDoor(from, to) {
      const rows = await door(from.slice(0, MOST_STARTS), [to]);
      return from.map((_, index) => rows?.[index]?.[0] ?? null);
    },
    async between(places) {
      const minutes = places.map(() => places.map((): Minutes => null));
      const blocks = blocksOf(Math.min(places.length, MOST_PLACES));
      // One after the other: a router has others to answer.
      for (const { from, to } of blocks.flatMap((starts) => blocks.map((ends) => ({ from: starts, to: ends })))) {
        const rows = await block(places.slice(from.first, from.behind), places.slice(to.first, to.behind));
        rows?.forEach((row, down) => row.forEach((one, along) => { minutes[from.first + down]?.splice(to.first + along, 1, one); }));
      }
      return minutes;
    },
  };
}

const blocksOf = (count: number): { first: number; behind: number }[] =>
  Array.from({ length: Math.ceil(count / BLOCK) }, (_, index) => ({ first: index * BLOCK, behind: Math.min(count, (index + 1) * BLOCK) }));

/** Null: no answer in time, or none that can be used. */
function guardedAsker(kind: RouterKind, base: string, limits: RouterLimits): (from: readonly Point[], to: readonly Point[]) => Promise<Minutes[][] | null> {
  const guarded = wrap(circuitBreaker(handleAll, { halfOpenAfter: limits.leftInPeaceMs, breaker: new ConsecutiveBreaker(limits.failuresInARow) }), timeout(limits.timeLimitMs, TimeoutStrategy.Aggressive));
  return async (from, to) => {
    if (from.length === 0 || to.length === 0) return [];
    try {
      return await guarded.execute(({ signal }) => ASK[kind](base, from, to, signal));
    } catch {
      // Whatever it was, the numbers say "straight line" instead.
      return null;
    }
  };
}
