// The drawn ground: sea, land and districts as vectors, which need no network and no tile server. Colours are in map.css.
import * as L from 'leaflet';
import { useEffect } from 'react';
import coast from './coast.json';
import type { DistrictArea } from './district-areas.ts';

/** Panes from below: ground under the tiles (Leaflet's own pane is 200), district lines over them. */
const PANES = { 'nj-ground': '150', 'nj-lines': '350' } as const;

type Pane = keyof typeof PANES;

/** SVG rather than canvas, so that a style sheet alone recolours it; drawn well past the view, so that a drag shows no edge. */
function vectorPane(map: L.Map, pane: Pane): L.SVG {
  const element = map.getPane(pane) ?? map.createPane(pane);
  element.style.zIndex = PANES[pane];
  return L.svg({ pane, padding: 0.6 });
}

const shape = (className: string, pane: Pane, renderer: L.SVG): L.GeoJSONOptions & L.PathOptions => ({
  pane,
  interactive: false,
  style: { className, renderer, pane },
});

export function useBaseLayers(map: L.Map | null, areas: readonly DistrictArea[]): void {
  useEffect(() => {
    if (!map) return undefined;
    const ground = vectorPane(map, 'nj-ground');
    const lines = vectorPane(map, 'nj-lines');
    const land = { type: 'MultiPolygon' as const, coordinates: coast.coordinates };
    const districts = areas.map(({ feature }) => feature);
    const layers = L.layerGroup([
      ...['nj-map-shallows', 'nj-map-shore', 'nj-map-land'].map((className) => L.geoJSON(land, shape(className, 'nj-ground', ground))),
      L.geoJSON(districts, shape('nj-map-district', 'nj-ground', ground)),
      L.geoJSON(land, shape('nj-map-coastline', 'nj-lines', lines)),
      L.geoJSON(districts, shape('nj-map-district-line', 'nj-lines', lines)),
    ]).addTo(map);
    return () => {
      layers.remove();
      ground.remove();
      lines.remove();
    };
  }, [map, areas]);
}
