// Which district a point lies in: by imported boundaries, and by the nearest centre until there are any.
import { nearestDistrict } from '../../shared/domain/district.ts';
import type { Queryable } from '../database/connect.ts';

type Ring = readonly (readonly [lon: number, lat: number])[];
type Polygon = readonly Ring[];
export type AreaGeometry = { type: 'Polygon'; coordinates: Polygon } | { type: 'MultiPolygon'; coordinates: readonly Polygon[] };
export interface Area { code: string; name: string; served: boolean; geometry: AreaGeometry }

/** Boundaries change by an import, once in years: a process looks again every half minute. */
const LOOK_AGAIN_MS = 30_000;
let known: { areas: Area[]; readAt: number; db: Queryable } | null = null;

export const readAreas = (db: Queryable): Promise<Area[]> => db.query<Area[]>('SELECT code, name, served, geometry FROM area ORDER BY code');

export async function districtAt(db: Queryable, key: Queryable, lat: number, lon: number): Promise<{ code: string; served: boolean } | null> {
  if (known === null || known.db !== key || performance.now() - known.readAt > LOOK_AGAIN_MS) known = { areas: await readAreas(db), readAt: performance.now(), db: key };
  if (known.areas.length === 0) {
    const code = nearestDistrict({ lat, lon });
    return code === null ? null : { code, served: true };
  }
  const area = known.areas.find(({ geometry }) => isInside(geometry, lat, lon));
  return area === undefined ? null : { code: area.code, served: area.served };
}

export const isInside = (geometry: AreaGeometry, lat: number, lon: number): boolean =>
  (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).some(([outer, ...holes]) =>
    outer !== undefined && crossesOddly(outer, lat, lon) && !holes.some((hole) => crossesOddly(hole, lat, lon)));

/** Even–odd rule: a ray to the east meets the ring an odd number of times from inside. */
function crossesOddly(ring: Ring, lat: number, lon: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [xi, yi] = ring[i] ?? [0, 0];
    const [xj, yj] = ring[j] ?? [0, 0];
    if (yi > lat !== yj > lat && lon < ((xj - xi) * (lat - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}
