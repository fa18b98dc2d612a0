// Which area each of many points lies in, by bounding boxes first; without imported boundaries, the nearest named place decides.
import { districtName, isWithin, nearestDistrict, type Bounds } from '../../shared/domain/district.ts';
import type { Point } from '../../shared/domain/distance.ts';
import { isInside, type Area, type AreaGeometry } from './area.store.ts';

export interface FoundDistrict { code: string; name: string; served: boolean }

/** Null: outside every area. Without boundaries, Blackpool and Blackburn cannot be told from the rest of the outside. */
export type DistrictFinder = (point: Point) => FoundDistrict | null;

export function districtFinder(areas: readonly Area[]): DistrictFinder {
  if (areas.length === 0) return byNearestPlace;
  const boxed = areas.map((area) => ({ ...area, bounds: boundsOf(area.geometry) }));
  return (point) => boxed.find(({ bounds, geometry }) => isWithin(bounds, point) && isInside(geometry, point.lat, point.lon)) ?? null;
}

const byNearestPlace: DistrictFinder = (point) => {
  const code = nearestDistrict(point);
  return code === null ? null : { code, name: districtName(code), served: true };
};

/** By the outer rings: holes lie within them. */
function boundsOf(geometry: AreaGeometry): Bounds {
  const outer = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flatMap(([ring = []]) => ring);
  // A reduction, not Math.min(...): a detailed coast has more points than a call takes arguments.
  return outer.reduce<Bounds>(
    ({ south, west, north, east }, [lon, lat]) => ({ south: Math.min(south, lat), west: Math.min(west, lon), north: Math.max(north, lat), east: Math.max(east, lon) }),
    { south: Infinity, west: Infinity, north: -Infinity, east: -Infinity },
  );
}
