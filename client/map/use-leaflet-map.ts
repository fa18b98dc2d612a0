// One Leaflet map in one element, for as long as the element lives; it keeps its picture right when the element changes size.
import * as L from 'leaflet';
import { useCallback, useState, type RefCallback } from 'react';
import { DRAWN, fitTo, prefersLessMotion } from './map-extent.ts';

const TOUCHED_BY = ['pointerdown', 'wheel', 'keydown'] as const;

function createMap(element: HTMLElement, wholeZooms: boolean): L.Map {
  const moving = !prefersLessMotion();
  return L.map(element, {
    attributionControl: false,
    zoomControl: false,
    zoomSnap: wholeZooms ? 1 : 0.5,
    maxZoom: wholeZooms ? 18 : 15,
    maxBounds: DRAWN,
    maxBoundsViscosity: 1,
    zoomAnimation: moving,
    fadeAnimation: moving,
    markerZoomAnimation: moving,
    inertia: moving,
  });
}

/** The first view is the county, again at every change of size until the person has moved the map. Returns the way to stop. */
function keepFitting(map: L.Map, element: HTMLElement): () => void {
  let touched = false;
  const touch = (): void => {
    touched = true;
  };
  for (const event of TOUCHED_BY) element.addEventListener(event, touch, { passive: true });
  const resized = new ResizeObserver(() => {
    if (element.clientWidth === 0 || element.clientHeight === 0) return;
    map.invalidateSize({ pan: false });
    map.setMinZoom(Math.max(7, map.getBoundsZoom(DRAWN, true)));
    if (!touched) fitTo(map, []);
  });
  resized.observe(element);
  return () => {
    resized.disconnect();
    for (const event of TOUCHED_BY) element.removeEventListener(event, touch);
  };
}

/**
 * The map, once there is one, and the ref for the element that holds it.
 * Whole zoom levels with tiles, which blur between them; half levels without, so that the county fills its panel.
 */
export function useLeafletMap(wholeZooms: boolean): [L.Map | null, RefCallback<HTMLElement>] {
  const [map, setMap] = useState<L.Map | null>(null);
  const attach = useCallback(
    (element: HTMLElement) => {
      const created = createMap(element, wholeZooms);
      fitTo(created, []);
      const stopFitting = keepFitting(created, element);
      setMap(created);
      return () => {
        stopFitting();
        created.remove();
        setMap(null);
      };
    },
    [wholeZooms],
  );
  return [map, attach];
}
