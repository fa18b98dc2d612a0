// How far apart two points are, and a first estimate of the drive between them. No router, no network.

/** WGS 84, in degrees; north and east are positive. */
export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** Where a number of minutes comes from; it is said beside the number wherever that is shown. */
export type TravelBasis = 'straight-line' | 'router';

export interface TravelEstimate {
  readonly minutes: number;
  readonly basis: TravelBasis;
}

const EARTH_RADIUS_KM = 6371.0088;

/** Roads here are about 1.3 times as long as the straight line; fells and estuaries make it worse, motorways shorter in time. */
const ROAD_FACTOR = 1.3;

/** Door to door, towns and lanes mixed, no blue lights. */
const AVERAGE_SPEED_KMH = 40;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Kilometres over the ground as the crow flies (haversine: exact enough at any distance, and 0 for the same point). */
export function greatCircleKm(a: Point, b: Point): number {
  const halfLat = Math.sin(radians(b.lat - a.lat) / 2);
  const halfLon = Math.sin(radians(b.lon - a.lon) / 2);
  const chord = halfLat ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * halfLon ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Minutes by road, unrounded, estimated from the straight line; used wherever no router is set. */
export const roadMinutes = (a: Point, b: Point): TravelEstimate => ({
  minutes: (greatCircleKm(a, b) * ROAD_FACTOR * 60) / AVERAGE_SPEED_KMH,
  basis: 'straight-line',
});
