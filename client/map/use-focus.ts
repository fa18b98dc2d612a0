// Brings a point into view when it is out of view, and otherwise leaves the map where the person put it.
import type { Map as LeafletMap } from 'leaflet';
import { useEffect } from 'react';
import type { Point } from '../../shared/domain/distance.ts';
import { prefersLessMotion } from './map-extent.ts';

/** A point this near the edge counts as out of view: its label would be cut. */
const EDGE = 0.06;

export function useFocus(map: LeafletMap | null, focus: Point | null): void {
  const lat = focus?.lat;
  const lon = focus?.lon;
  useEffect(() => {
    if (!map || lat === undefined || lon === undefined) return;
    if (!map.getBounds().pad(-EDGE).contains([lat, lon])) map.panTo([lat, lon], { animate: !prefersLessMotion() });
  }, [map, lat, lon]);
}
