// A county's streets, made up: as many as a real file of them has, some names in several towns.
import { DISTRICTS } from '../../shared/domain/district.ts';
import { PLACES } from '../../shared/domain/place-names.ts';
import { savePlaces, type GazetteerPlace } from '../../server/exchange/place.store.ts';
import { queryableOf } from './county.ts';
import type { Ground } from './stage.ts';

const PARTS = [
  ['Ash', 'Birk', 'Clough', 'Dove', 'Elder', 'Fern', 'Gorse', 'Heron', 'Ivy', 'Juniper', 'Kestrel', 'Larch', 'Moss', 'Nut', 'Oak', 'Plover', 'Quince', 'Rook', 'Sedge', 'Thistle'],
  ['', 'er', 'ing', 'le', 'more', 'ten'], ['bank', 'bourne', 'croft', 'dale', 'fold', 'garth', 'hey', 'holme', 'lea', 'mead', 'side', 'stead', 'thwaite', 'wood'],
] as const;
const KINDS = ['Street', 'Road', 'Lane', 'Avenue', 'Close', 'Drive', 'Grove'] as const;
const NAMES = PARTS[0].flatMap((a) => PARTS[1].flatMap((b) => PARTS[2].map((c) => `${a}${b}${c}`)));
const BATCH = 5_000;

export interface Street extends GazetteerPlace { near: string }

/** A stride that has no factor in common with the lists: neighbours in number are far apart in name. */
const pick = <T>(list: readonly T[], n: number, stride: number): T => {
  const one = list[(n * stride) % list.length];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
};

function street(n: number): Street {
  const town = pick(PLACES, n, 7);
  return {
    name: `${pick(NAMES, n, 397)} ${pick(KINDS, Math.floor(n / NAMES.length), 1)}`, district: DISTRICTS.find(({ code }) => code === town.district)?.name ?? '', districtCode: town.district,
    lat: town.lat + ((n % 89) - 44) * 0.0004, lon: town.lon + ((n % 97) - 48) * 0.0006, served: true, source: 'bench', sourceKey: String(n), near: town.name,
  };
}

/** Answers the streets. */
export async function fillPlaces(ground: Ground, count: number): Promise<Street[]> {
  const streets = Array.from({ length: count }, (_, n) => street(n));
  for (let from = 0; from < count; from += BATCH) await savePlaces(queryableOf(ground), streets.slice(from, from + BATCH));
  await ground.sql('VACUUM ANALYZE place');
  return streets;
}
