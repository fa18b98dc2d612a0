// Choosing a location: click, drag the pin, or pan with the arrow keys and press Enter at the crosshair.
import * as L from 'leaflet';
import { useEffect, useRef } from 'react';
import type { Point } from '../../shared/domain/distance.ts';
import type { MapPin } from './map-model.ts';

/** Styled by class: the content security policy allows no inline style. */
const icon = L.divIcon({ className: 'nj-map-pin', html: false, iconSize: [26, 34], iconAnchor: [13, 34] });

const pointOf = ({ lat, lng }: L.LatLng): Point => ({ lat, lon: lng });

export function usePin(map: L.Map | null, pin: MapPin | null): void {
  const place = useRef(pin?.onPlace);
  useEffect(() => {
    place.current = pin?.onPlace;
  });

  const placing = pin !== null;
  useEffect(() => {
    if (!map || !placing) return undefined;
    const container = map.getContainer();
    const click = ({ latlng }: L.LeafletMouseEvent): void => place.current?.(pointOf(latlng));
    const enter = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || event.target !== container) return;
      event.preventDefault();
      place.current?.(pointOf(map.getCenter()));
    };
    map.on('click', click);
    container.addEventListener('keydown', enter);
    return () => {
      map.off('click', click);
      container.removeEventListener('keydown', enter);
    };
  }, [map, placing]);

  const lat = pin?.at?.lat;
  const lon = pin?.at?.lon;
  useEffect(() => {
    if (!map || lat === undefined || lon === undefined) return undefined;
    // Out of the tab order: Enter at the crosshair does by keyboard what dragging does by hand.
    const marker = L.marker([lat, lon], { icon, draggable: true, autoPan: true, keyboard: false, alt: 'Chosen location' }).addTo(map);
    marker.on('dragend', () => place.current?.(pointOf(marker.getLatLng())));
    return () => {
      marker.remove();
    };
  }, [map, lat, lon]);
}
