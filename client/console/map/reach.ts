// Who comes how far in a quarter and in half an hour, by the straight line and the policy's figures: rings for the map, and the same in words.
import type { Point } from '../../../shared/domain/distance.ts';
import { reachKm, straightLine } from '../../../shared/domain/travel.ts';
import type { RoadFigures } from '../../../shared/domain/travel.ts';
import type { MapReach } from '../../map/map-model.ts';

export const REACH_MINUTES = [15, 30] as const;

export const reachOf = (figures: RoadFigures, now: Date, at: Point): MapReach => ({ at, rings: REACH_MINUTES.map((minutes) => ({ minutes, km: reachKm(figures, now.toISOString(), minutes) })) });

/** "within 15 min 0012, 0051 · within 30 min 0009"; null where nothing is. */
export function withinReach(figures: RoadFigures, now: Date, from: Point, targets: readonly { name: string; at: Point }[]): string | null {
  const travel = straightLine(figures, now.toISOString());
  const away = targets.map(({ name, at }) => ({ name, minutes: travel(from, at).minutes })).toSorted((a, b) => a.minutes - b.minutes);
  const parts = REACH_MINUTES.map((minutes, index) => ({ minutes, names: away.filter((one) => one.minutes <= minutes && one.minutes > (REACH_MINUTES[index - 1] ?? -1)).map(({ name }) => name) })).filter(({ names }) => names.length > 0);
  return parts.length === 0 ? null : parts.map(({ minutes, names }) => `within ${minutes} min ${names.join(', ')}`).join(' · ');
}
