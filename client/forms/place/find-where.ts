// What the line for a place offers as it is typed: what it reads as already, or the gazetteer's likeliest.
import { readWhere, withPlace } from '../../../shared/domain/where-text.ts';
import { findPlaces, type PlaceView } from '../../../shared/protocol/places.ts';
import { call } from '../../live/api.ts';
import type { SearchOption } from '../../ui/combobox-search.tsx';
import { LONGEST_LABEL, type PlaceDraft } from './place-draft.ts';
import { nearWords } from './where-line.ts';

export interface WhereOption extends SearchOption { becomes: Partial<PlaceDraft> }

const SHORTEST = 2;
const ask = async (q: string, signal: AbortSignal): Promise<PlaceView[]> => (q.length < SHORTEST ? [] : call(findPlaces, { q }, { signal }));
const detailOf = ({ served, district }: PlaceView): string => (served ? district ?? 'in the county' : `${district ?? 'outside the county'}: not in the area served`);
const nameOf = ({ name, district }: PlaceView): string => (district === null || district === name ? name : `${name}, ${district}`);

const optionOf = (place: PlaceView, typed: string): WhereOption => ({
  id: place.id, label: place.name, detail: detailOf(place),
  becomes: { text: withPlace(typed, nameOf(place)).slice(0, LONGEST_LABEL), place: nameOf(place), point: { lat: place.lat, lon: place.lon }, as: 'place' },
});

/** A postcode's own point, or its district's, where the imported gazetteer has them; nothing is guessed from others. */
async function findPostcode(postcode: string, outward: string, signal: AbortSignal): Promise<WhereOption[]> {
  const named = async (name: string): Promise<PlaceView | undefined> => (await ask(name, signal)).find((place) => place.name.toUpperCase() === name);
  const place = await named(postcode) ?? await named(outward);
  return place === undefined ? [] : [{ id: place.id, label: place.name, detail: detailOf(place), becomes: { place: nameOf(place), point: { lat: place.lat, lon: place.lon }, as: 'postcode', approximate: place.name.toUpperCase() !== postcode } }];
}

export async function findWhere(typed: string, signal: AbortSignal): Promise<WhereOption[]> {
  const read = readWhere(typed);
  if ('point' in read) return [{ id: 'read', label: read.said, detail: nearWords(read.point), becomes: {} }];
  if (read.as === 'postcode') return findPostcode(read.said, read.outward, signal);
  return (await ask(read.search.slice(0, LONGEST_LABEL), signal)).map((place) => optionOf(place, typed));
}
