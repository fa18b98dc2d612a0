// Where an area's name stands: the point inside it that is furthest from its outline, near enough.
import type { Position } from 'geojson';
import type { Point } from '../../shared/domain/distance.ts';
import type { DistrictGeometry } from './map-model.ts';

/** Points tried each way across the area; imported boundaries have thousands of vertices, so not many. */
const STEPS = 14;
const LON_SCALE = 0.59;

const outlinesOf = (geometry: DistrictGeometry): readonly Position[][] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();

const crosses = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position, x: number, y: number): boolean =>
  ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax;

function distanceTo([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position, x: number, y: number): number {
  const [dx, dy] = [(bx - ax) * LON_SCALE, by - ay];
  const [px, py] = [(x - ax) * LON_SCALE, y - ay];
  const along = Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(px - along * dx, py - along * dy);
}

/** How deep inside a point lies, in degrees of latitude; negative outside. */
function depth(rings: readonly Position[][], x: number, y: number): number {
  let inside = false;
  let nearest = Infinity;
  for (const ring of rings) {
    ring.forEach((start, at) => {
      const end = ring[at + 1];
      if (!end) return;
      if (crosses(start, end, x, y)) inside = !inside;
      nearest = Math.min(nearest, distanceTo(start, end, x, y));
    });
  }
  return inside ? nearest : -nearest;
}

export function labelAnchor(geometry: DistrictGeometry): Point {
  const rings = outlinesOf(geometry);
  const lons = rings.flatMap((ring) => ring.map(([lon = 0]) => lon));
  const lats = rings.flatMap((ring) => ring.map(([, lat = 0]) => lat));
  const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);
  const [west, east, south, north] = [least(lons), most(lons), least(lats), most(lats)];
  let best: Point = { lat: (south + north) / 2, lon: (west + east) / 2 };
  let bestDepth = -Infinity;
  for (let i = 1; i < STEPS; i += 1) {
    for (let j = 1; j < STEPS; j += 1) {
      const [lon, lat] = [west + ((east - west) * i) / STEPS, south + ((north - south) * j) / STEPS];
      const deep = depth(rings, lon, lat);
      if (deep > bestDepth) [best, bestDepth] = [{ lat, lon }, deep];
    }
  }
  return best;
}
