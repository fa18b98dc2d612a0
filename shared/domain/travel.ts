// How long a drive takes, and where the number comes from: the straight line by the policy's figures, or a router (docs/practice.md, Sending).
import { greatCircleKm, type Point, type TravelBasis, type TravelEstimate } from './distance.ts';
import { clockTime } from './duty-night.ts';
import type { Instant } from './instant.ts';
import type { Sending } from './sending-policy.ts';

export const BASIS_WORDS = { 'straight-line': 'straight line', router: 'by road' } as const satisfies Record<TravelBasis, string>;

export type RoadFigures = Pick<Sending, 'roadFactor' | 'busyFrom' | 'busyUntil' | 'busyKmh' | 'quietKmh'>;

/** On the wall in London; equal ends are no busy hours at all. */
export function isBusyHour({ busyFrom, busyUntil }: RoadFigures, at: Instant): boolean {
  const time = clockTime(at).slice(0, 5);
  return busyFrom <= busyUntil ? time >= busyFrom && time < busyUntil : time >= busyFrom || time < busyUntil;
}

/** Minutes by road, unrounded, of one moment: what differs from pair to pair is the distance alone. */
export function straightLine(figures: RoadFigures, at: Instant): (from: Point, to: Point) => TravelEstimate {
  const minutesPerKm = (figures.roadFactor * 60) / (isBusyHour(figures, at) ? figures.busyKmh : figures.quietKmh);
  return (from, to) => ({ minutes: greatCircleKm(from, to) * minutesPerKm, basis: 'straight-line' });
}

/** How far a crew comes within so many minutes, in kilometres as the crow flies: the circle on the map. */
export const reachKm = (figures: RoadFigures, at: Instant, minutes: number): number =>
  (minutes * (isBusyHour(figures, at) ? figures.busyKmh : figures.quietKmh)) / (60 * figures.roadFactor);
