// A router that knows the roads, asked for many drives to one door at once; what it does not answer in time is the straight line (docs/operating.md, Router).
import { circuitBreaker, ConsecutiveBreaker, handleAll, timeout, TimeoutStrategy, wrap } from 'cockatiel';
import type { Point } from '../../../shared/domain/distance.ts';
import { minutesByOsrm } from './osrm.ts';
import { minutesByValhalla } from './valhalla.ts';

export const ROUTER_KINDS = ['osrm', 'valhalla'] as const;
export type RouterKind = (typeof ROUTER_KINDS)[number];

/** Minutes of each drive, in the order asked; null where there is no road, or no answer. Never throws. */
export type Router = (from: readonly Point[], to: Point) => Promise<readonly (number | null)[]>;

/** Both are asked with at most so many starts at once: OSRM as it is delivered takes a table of a hundred places. */
export const MOST_STARTS = 90;
export interface RouterLimits { timeLimitMs: number; failuresInARow: number; leftInPeaceMs: number }
const LIMITS: RouterLimits = { timeLimitMs: 800, failuresInARow: 5, leftInPeaceMs: 20_000 };

const ASK = { osrm: minutesByOsrm, valhalla: minutesByValhalla } as const satisfies Record<RouterKind, unknown>;

export function makeRouter({ url, kind }: { url: string; kind: RouterKind }, limits: RouterLimits = LIMITS): Router {
  const guarded = wrap(circuitBreaker(handleAll, { halfOpenAfter: limits.leftInPeaceMs, breaker: new ConsecutiveBreaker(limits.failuresInARow) }), timeout(limits.timeLimitMs, TimeoutStrategy.Aggressive));
  const base = url.replace(/\/+$/, '');
  return async (from, to) => {
    const asked = from.slice(0, MOST_STARTS);
    if (asked.length === 0) return [];
    try {
      const minutes = await guarded.execute(({ signal }) => ASK[kind](base, asked, to, signal));
      return from.map((_, index) => minutes[index] ?? null);
    } catch {
      // Whatever it was, the number says "straight line" instead.
      return from.map(() => null);
    }
  };
}
