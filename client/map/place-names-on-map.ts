// Lays out the names of places and districts: as many as there is room for, bigger towns first, none over another. Pure.
import type { Point } from '../../shared/domain/distance.ts';
import { around, boxAround, boxesBeside, isFree, leastCovering, touching, type Box, type Extent } from './boxes.ts';
import type { DistrictArea } from './district-areas.ts';
import type { MapPlace, Spot } from './map-model.ts';

/** A city or large town, a town, a village, or the spaced capitals of a district's name. */
export type NameStyle = 1 | 2 | 3 | 'district';

export interface PlacedName {
  readonly text: string;
  readonly style: NameStyle;
  /** Outside the area served. */
  readonly outside: boolean;
  readonly box: Box;
  /** Where the place itself is; a district has no such point. */
  readonly dot: Spot | null;
}

export interface NamesInput {
  readonly places: readonly MapPlace[];
  readonly districts: readonly DistrictArea[];
  readonly zoom: number;
  readonly view: Extent;
  /** Incidents, which names step aside for. Not crews: they move, and names must not jump. */
  readonly taken: readonly Box[];
  readonly toSpot: (point: Point) => Spot;
  readonly extentOf: (text: string, style: NameStyle) => Extent;
}

const SIDES = ['above', 'below', 'right', 'left', 'aboveRight', 'belowRight', 'aboveLeft', 'belowLeft'] as const;
/** Beside the dot, or clear of an incident that stands on it. */
const GAPS = [3, 13];
const DOT = { width: 5, height: 5 };

/** From here a village has room for its name. */
const CLOSE_ZOOM = 10.5;

const smallestRank = (zoom: number): number => (zoom < 9 ? 1 : zoom < CLOSE_ZOOM ? 2 : 3);

function placePlaces({ places, zoom, view, taken, toSpot, extentOf }: NamesInput): readonly PlacedName[] {
  const screen: Box = { left: -40, top: -12, right: view.width + 40, bottom: view.height + 12 };
  const shown = places
    .filter(({ rank }) => rank <= smallestRank(zoom))
    .map((place) => ({ place, dot: toSpot(place), outside: place.district === null }))
    .filter(({ dot }) => !isFree(boxAround(dot, DOT), [screen]))
    .sort((a, b) => Number(a.outside) - Number(b.outside) || a.place.rank - b.place.rank);
  const drawn: Box[] = [];
  return shown.flatMap(({ place, dot, outside }): PlacedName[] => {
    const candidates = boxesBeside(dot, extentOf(place.name, place.rank), SIDES, GAPS);
    const free = candidates.filter((box) => isFree(box, drawn));
    // Asked once for all sides: of two thousand shapes few are near.
    const near = touching(around(candidates), taken);
    // A large town of ours keeps its name even behind a shape; everything else gives way.
    const box = place.rank === 1 && !outside ? leastCovering(free, near) : free.find((candidate) => isFree(candidate, near));
    if (!box || !isFree(boxAround(dot, DOT), drawn)) return [];
    drawn.push(box, boxAround(dot, DOT));
    return [{ text: place.name, style: place.rank, outside, box, dot }];
  });
}

/** In the open middle of each district, between the towns' names; not where its own town already says the same word. */
function placeDistricts({ districts, zoom, taken, toSpot, extentOf }: NamesInput, places: readonly PlacedName[]): readonly PlacedName[] {
  const drawn = places.flatMap(({ box, dot }) => (dot ? [box, boxAround(dot, DOT)] : [box]));
  const said = new Set(zoom < CLOSE_ZOOM ? places.map(({ text }) => text) : []);
  return districts.flatMap(({ name, anchor }): PlacedName[] => {
    if (said.has(name)) return [];
    const text = name.toUpperCase();
    const { x, y } = toSpot(anchor);
    const candidates = [0, 14, -14, 28, -28, 42, -42].map((dy) => boxAround({ x, y: y + dy }, extentOf(text, 'district')));
    const near = touching(around(candidates), taken);
    const box = candidates.find((candidate) => isFree(candidate, drawn) && isFree(candidate, near));
    return box ? [{ text, style: 'district', outside: false, box, dot: null }] : [];
  });
}

export function placeNames(input: NamesInput): readonly PlacedName[] {
  const places = placePlaces(input);
  return [...places, ...placeDistricts(input, places)];
}
