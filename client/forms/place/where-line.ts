// What a place was understood as, in words: with its district, how exact it is, and what is not on the map.
import { districtName, nearestDistrict } from '../../../shared/domain/district.ts';
import type { Point } from '../../../shared/domain/distance.ts';
import { NEIGHBOURS, PLACES } from '../../../shared/domain/place-names.ts';
import { precisionText, readWhere } from '../../../shared/domain/where-text.ts';
import { nearTo } from '../../map/map-words.ts';
import type { PlaceDraft } from './place-draft.ts';

const ALL_PLACES = [...PLACES, ...NEIGHBOURS];

/** "Padiham, Burnley"; the district by the nearest named place, until the server says by its boundaries. */
export function namedSpot(point: Point): string {
  const code = nearestDistrict(point);
  if (code === null) return 'outside the districts that we serve';
  const [near, district] = [nearTo(point, ALL_PLACES), districtName(code)];
  return near === district ? near : `${near}, ${district}`;
}

/** As it stands after a place: "near Padiham, Burnley". */
export const nearWords = (point: Point): string => (nearestDistrict(point) === null ? namedSpot(point) : `near ${namedSpot(point)}`);

export function whereLine(draft: PlaceDraft): string {
  const { text, place, point, as } = draft;
  const about = draft.approximate ? ' Somewhere there: no exact address.' : '';
  if (point === null) {
    if (text.trim() === '') return 'Not known yet.';
    return as === 'postcode' ? `Postcode kept; not placed on the map.${about}` : `Kept in these words; not on the map.${about}`;
  }
  const read = readWhere(text);
  if (as !== 'pin' && 'point' in read) return `${read.as === 'coordinates' ? 'Latitude and longitude' : 'Grid reference'} ${read.said}, to ${precisionText(read.precisionM)}: ${nearWords(point)}.${about}`;
  if (as === 'pin') return `Pinned ${nearWords(point)}.${about}`;
  if (as === 'postcode') return `On the map in the middle of ${place}.${about}`;
  return place === '' || as !== 'place' ? `On the map, where it was.${about}` : `${place}: its middle, until it is pinned.${about}`;
}
