// Every town has its Church Street: places of one name in one district are told apart by the named place nearest to each.
import { greatCircleKm, type Point } from '../../shared/domain/distance.ts';
import { NEIGHBOURS, PLACES } from '../../shared/domain/place-names.ts';
import type { PlaceView } from '../../shared/protocol/places.ts';

const NAMED = [...PLACES, ...NEIGHBOURS];

/**
 * Keeps the order. Of several points of one name near one town, the first stands for the street; where a name and district
 * are left more than once, or a town was asked for, each name gets its “near …”. A crew sent to the right street in the wrong town is lost.
 */
export function toldApart(places: readonly PlaceView[], isTownAsked: boolean): PlaceView[] {
  const streets = new Map<string, { place: PlaceView; near: string }>();
  for (const place of places) {
    const near = nearestName(place);
    const key = `${titleOf(place)}|${near}`;
    if (!streets.has(key)) streets.set(key, { place, near });
  }
  const kept = [...streets.values()];
  const count = Map.groupBy(kept, ({ place }) => titleOf(place));
  const isUnclear = (place: PlaceView, near: string): boolean => (count.get(titleOf(place))?.length ?? 0) > 1 || (isTownAsked && near !== place.name && near !== place.district);
  return kept.map(({ place, near }) => (isUnclear(place, near) ? { ...place, name: `${place.name}, near ${near}` } : place));
}

const titleOf = ({ name, district }: PlaceView): string => `${name}|${district ?? ''}`;

function nearestName(point: Point): string {
  let [nearest, nearestKm] = ['', Infinity];
  for (const place of NAMED) {
    const km = greatCircleKm(point, place);
    if (km < nearestKm) [nearest, nearestKm] = [place.name, km];
  }
  return nearest;
}
