// A background of raster tiles where a server is set and answers; where it does not, the drawn ground simply stays in view.
import * as L from 'leaflet';
import { useEffect, useState } from 'react';

export type TileState = 'off' | 'shown' | 'unreachable';

/** What the last batch of tiles came to. Tiles that fail stay hidden (Leaflet's own style), so nothing covers the ground. */
export function useTiles(map: L.Map | null, tileUrl: string | null): TileState {
  const [state, setState] = useState<TileState>('off');

  useEffect(() => {
    if (!map || !tileUrl) return undefined;
    let loaded = 0;
    let failed = 0;
    const tiles = L.tileLayer(tileUrl, {
      className: 'nj-map-tiles',
      maxZoom: 18,
      // OpenStreetMap's servers refuse requests without an origin; the page's address stays ours.
      referrerPolicy: 'strict-origin-when-cross-origin',
    });
    tiles.on({
      tileload: () => {
        loaded += 1;
        if (failed === 0) setState('shown');
      },
      tileerror: () => {
        failed += 1;
        if (loaded === 0) setState('unreachable');
      },
      load: () => {
        if (loaded + failed > 0) setState(loaded > failed ? 'shown' : 'unreachable');
        [loaded, failed] = [0, 0];
      },
    });
    tiles.addTo(map);
    return () => {
      tiles.remove();
      setState('off');
    };
  }, [map, tileUrl]);

  return state;
}
