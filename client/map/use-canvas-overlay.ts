// A hand-drawn layer as a hook: whatever changed, the newest paint function draws the next frame.
import type { Map as LeafletMap } from 'leaflet';
import { useEffect, useRef, useState } from 'react';
import { CanvasOverlay, type Paint } from './canvas-overlay.ts';

/** The canvas once it is there, for a label; `paint` is called again after every render. */
export function useCanvasOverlay(map: LeafletMap | null, paint: Paint): HTMLCanvasElement | null {
  const newest = useRef(paint);
  const [overlay, setOverlay] = useState<CanvasOverlay | null>(null);

  useEffect(() => {
    if (!map) return undefined;
    const created = new CanvasOverlay(map, (draw, view) => newest.current(draw, view));
    setOverlay(created);
    return () => {
      created.remove();
      setOverlay(null);
    };
  }, [map]);

  useEffect(() => {
    newest.current = paint;
    overlay?.redraw();
  });

  return overlay?.canvas ?? null;
}
