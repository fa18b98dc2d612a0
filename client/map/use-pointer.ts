// Pointing at the drawn marks: a click chooses one, hovering says what it is. The canvas itself takes no events.
import * as L from 'leaflet';
import { useEffect, useRef, type RefObject } from 'react';
import type { MapTargetKind, Spot } from './map-model.ts';
import { hitAt, type Hit, type Scene } from './scene.ts';

export type OnSelect = (id: string, kind: MapTargetKind) => void;

/** Text goes in as text: a label holds what callers said, and Leaflet would read a string as HTML. */
function tipContent(label: string): HTMLElement {
  const content = document.createElement('span');
  content.textContent = label;
  return content;
}

export function usePointer(map: L.Map | null, scene: RefObject<Scene | null>, onSelect: OnSelect | null): void {
  const choose = useRef(onSelect);
  useEffect(() => {
    choose.current = onSelect;
  });

  useEffect(() => {
    if (!map) return undefined;
    const tip = L.tooltip({ className: 'nj-map-tip', direction: 'top', offset: [0, -12], opacity: 1 });
    const hit = (spot: Spot): Hit | null => (scene.current ? hitAt(scene.current, spot) : null);
    let shown = '';

    const hover = (met: Hit | null): void => {
      map.getContainer().classList.toggle('nj-map-pointing', met !== null && choose.current !== null);
      const key = met ? `${met.id} ${met.label}` : '';
      if (key === shown) return;
      shown = key;
      if (!met) tip.remove();
      else tip.setLatLng(map.containerPointToLatLng([met.at.x, met.at.y])).setContent(tipContent(met.label)).addTo(map);
    };

    const events: L.LeafletEventHandlerFnMap = {
      click: ({ containerPoint }: L.LeafletMouseEvent) => {
        const met = hit(containerPoint);
        if (met) choose.current?.(met.id, met.kind);
      },
      mousemove: ({ containerPoint }: L.LeafletMouseEvent) => hover(hit(containerPoint)),
      mouseout: () => hover(null),
      zoomstart: () => hover(null),
    };
    map.on(events);
    return () => {
      map.off(events);
      tip.remove();
    };
  }, [map, scene]);
}
