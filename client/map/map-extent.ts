// Bounds as Leaflet takes them, and motion only for those who did not ask for less.
import * as L from 'leaflet';
import { COUNTY_BOUNDS, type Bounds } from '../../shared/domain/district.ts';
import type { Point } from '../../shared/domain/distance.ts';
import { SURROUNDINGS } from './surroundings.ts';

const boundsOf = ({ south, west, north, east }: Bounds): L.LatLngBounds => L.latLngBounds([south, west], [north, east]);

const COUNTY = boundsOf(COUNTY_BOUNDS);

/** Beyond this there is nothing to show. */
export const DRAWN = boundsOf(SURROUNDINGS);

export const prefersLessMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Shows all the points with room around them; the whole county when there are none. */
export function fitTo(map: L.Map, points: readonly Point[]): void {
  const bounds = points.length > 0 ? L.latLngBounds(points.map(({ lat, lon }) => [lat, lon])) : COUNTY;
  map.fitBounds(bounds, { padding: points.length > 0 ? [56, 56] : [8, 8], maxZoom: 13, animate: !prefersLessMotion() });
}
