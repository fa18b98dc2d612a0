// The live map: incidents, crews and responders over a drawn county, current by itself and never stolen from whoever moves it.
import 'leaflet/dist/leaflet.css';
import './map-colours.css';
import './map-furniture.css';
import './map.css';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { Point } from '../../shared/domain/distance.ts';
import { NEIGHBOURS, PLACES } from '../../shared/domain/place-names.ts';
import type { Extent } from './boxes.ts';
import { districtAreas } from './district-areas.ts';
import { drawNames, nameExtent } from './draw-names.ts';
import { drawReach } from './draw-reach.ts';
import { drawScene, measureLabel } from './draw-scene.ts';
import { MapControls } from './map-controls.tsx';
import { fitTo } from './map-extent.ts';
import { MapLegend } from './map-legend.tsx';
import type { MapDistricts, MapPin, MapPlace, MapReach } from './map-model.ts';
import { mapSummary, nearTo, type MapContent } from './map-words.ts';
import { placeNames } from './place-names-on-map.ts';
import { boxesOf, layOut, placeIncidents, type Scene } from './scene.ts';
import { useBaseLayers } from './use-base-layers.ts';
import { useCanvasOverlay } from './use-canvas-overlay.ts';
import { useFocus } from './use-focus.ts';
import { useLeafletMap } from './use-leaflet-map.ts';
import { usePalette } from './use-palette.ts';
import { usePin } from './use-pin.ts';
import { usePointer, type OnSelect } from './use-pointer.ts';
import { useTick } from './use-tick.ts';
import { useTiles } from './use-tiles.ts';

const SCHEMATIC: MapDistricts = { kind: 'schematic' };
const BUILT_IN_PLACES: readonly MapPlace[] = [...PLACES, ...NEIGHBOURS];
const OPENSTREETMAP = <a href="https://www.openstreetmap.org/copyright" target="_blank" rel="noreferrer">© OpenStreetMap contributors</a>;
const NAMES_ALL_FROM_ZOOM = 12;
const NOTHING = (): void => undefined;

export interface LiveMapProps extends MapContent {
  /** The service's clock in milliseconds (a rehearsal's runs faster): ages are reckoned by it every five seconds. */
  readonly now: () => number;
  /** A position older than this is drawn hollow and called old. */
  readonly staleAfterSeconds?: number;
  readonly districts?: MapDistricts;
  readonly places?: readonly MapPlace[];
  /** `https://…/{z}/{x}/{y}.png`; without it, or while it does not answer, the drawn map stands alone. */
  readonly tileUrl?: string | null;
  readonly tileAttribution?: ReactNode;
  /** Brought into view when it is not, never otherwise. */
  readonly focus?: Point | null;
  /** Drawn under everything else. */
  readonly reach?: MapReach | null;
  /** Given while a location is being chosen; clicks then place the pin and select nothing. */
  readonly pin?: MapPin | null;
  readonly onSelect?: OnSelect;
  /** Off for the wall screen. */
  readonly controls?: boolean;
  /** Where the same is found as a list, for whoever cannot see the map. */
  readonly listedIn?: string;
}

export function LiveMap({
  incidents, crews, responders, now, staleAfterSeconds = 180, districts = SCHEMATIC, places = BUILT_IN_PLACES, tileUrl = null,
  tileAttribution = OPENSTREETMAP, focus = null, reach = null, pin = null, onSelect, controls = true, listedIn = 'the lists beside it',
}: LiveMapProps) {
  const [map, attach] = useLeafletMap(tileUrl !== null);
  const palette = usePalette(map);
  const areas = useMemo(() => districtAreas(districts), [districts]);
  const tiles = useTiles(map, tileUrl);
  const scene = useRef<Scene | null>(null);
  const nowMs = useTick(now);
  const placing = pin !== null;

  useBaseLayers(map, areas);
  useFocus(map, focus);
  usePin(map, pin);
  usePointer(map, scene, placing ? null : (onSelect ?? null));

  const canvas = useCanvasOverlay(map, (draw, { zoom, size, toSpot }) => {
    if (!palette) return NOTHING;
    const namesAll = zoom >= NAMES_ALL_FROM_ZOOM;
    const labelExtent = (text: string): Extent => measureLabel(draw, palette, text);
    const input = { incidents, crews, responders, nowMs, staleAfterSeconds, namesAll, view: size, toSpot, extentOf: labelExtent };
    const placed = placeIncidents(input);
    // Tiles bring their own names.
    const names = tiles === 'shown' ? [] : placeNames({
      places, districts: areas, zoom, view: size, taken: placed.flatMap(boxesOf), toSpot,
      extentOf: (text, style) => nameExtent(draw, palette, text, style),
    });
    scene.current = layOut(input, placed, names.map(({ box }) => box));
    const laidOut = scene.current;
    return () => {
      if (reach !== null) drawReach(draw, palette, reach, toSpot);
      drawNames(draw, palette, names);
      drawScene(draw, palette, laidOut);
    };
  });

  const summary = mapSummary({ incidents, crews, responders }, nowMs, staleAfterSeconds, listedIn);
  useEffect(() => {
    canvas?.setAttribute('role', 'img');
    canvas?.setAttribute('aria-label', summary);
  }, [canvas, summary]);

  const fitAll = (): void => {
    if (map) fitTo(map, [...incidents, ...crews, ...responders]);
  };
  const how = placing ? 'Arrow keys move the map, Enter places the pin at the middle.' : 'Arrow keys move the map, plus and minus zoom.';

  return (
    <div className={`nj-map${placing ? ' nj-map-placing' : ''}${tiles === 'shown' ? ' nj-map-tiled' : ''}`}>
      <div
        ref={attach}
        className="nj-map-view"
        role="application"
        aria-label={`Map of the county. ${how}`}
        onKeyDown={(event) => {
          if (event.key === 'Home') fitAll();
        }}
      />
      {placing && <div className="nj-map-crosshair" aria-hidden="true" />}
      {placing && <p className="nj-map-spoken" role="status">{pin.at ? `Pin placed near ${nearTo(pin.at, places)}.` : ''}</p>}
      {controls && <MapControls onZoomIn={() => map?.zoomIn()} onZoomOut={() => map?.zoomOut()} onFitAll={fitAll} />}
      {controls && <MapLegend schematic={districts.kind === 'schematic'} staleAfterSeconds={staleAfterSeconds} />}
      <p className="nj-map-source">
        {tiles === 'unreachable' && <span className="nj-map-source-warning">Background map not reachable: drawn map only</span>}
        {districts.kind === 'schematic' && <span>Schematic districts</span>}
        {tiles === 'shown' ? <span>{tileAttribution}</span> : <span>Coast: Natural Earth</span>}
      </p>
    </div>
  );
}
