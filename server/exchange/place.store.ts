// The gazetteer: built-in and imported places, each once by its source and the source's key.
import { districtName } from '../../shared/domain/district.ts';
import { PLACES } from '../../shared/domain/place-names.ts';
import type { Queryable } from '../database/connect.ts';
import { newId } from '../database/transaction.ts';
import { placeWords, savePlaceWords } from './place-word.store.ts';

export interface GazetteerPlace { name: string; district: string; districtCode: string; lat: number; lon: number; served: boolean; source: string; sourceKey: string }
export interface SavedPlaces { added: number; changed: number; unchanged: number }

const BUILT_IN = 'built-in';

/** What this build knows of the county's places; done at every start, and nothing changes at the second. */
export const ensureBuiltInPlaces = (db: Queryable): Promise<SavedPlaces> =>
  savePlaces(db, PLACES.map(({ name, district, lat, lon }) => ({
    name, district: districtName(district), districtCode: district, lat, lon, served: true, source: BUILT_IN, sourceKey: `${district} ${name}`,
  })));

/** One statement for all of them; no two may have one source and key. A place that is known already keeps its id. */
export async function savePlaces(db: Queryable, places: readonly GazetteerPlace[]): Promise<SavedPlaces> {
  const column = <K extends keyof GazetteerPlace>(key: K): GazetteerPlace[K][] => places.map((place) => place[key]);
  const words = places.map(({ name }) => placeWords(name));
  await savePlaceWords(db, words.flat());
  const saved = await db.query<{ added: boolean }[]>(
    `INSERT INTO place (id, name, district, district_code, lat, lon, served, source, source_key, words)
     SELECT id, name, district, code, lat, lon, served, source, key, string_to_array(words, ' ')
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::float8[], $6::float8[], $7::boolean[], $8::text[], $9::text[], $10::text[]) AS one (id, name, district, code, lat, lon, served, source, key, words)
     ON CONFLICT (source, source_key) DO UPDATE
       SET name = excluded.name, district = excluded.district, district_code = excluded.district_code, lat = excluded.lat, lon = excluded.lon, served = excluded.served, words = excluded.words
       WHERE (place.name, place.district, place.district_code, place.lat, place.lon, place.served, place.words)
         IS DISTINCT FROM (excluded.name, excluded.district, excluded.district_code, excluded.lat, excluded.lon, excluded.served, excluded.words)
     RETURNING xmax = 0 AS added`, // A row that was there before carries our transaction in xmax.
    [places.map(newId), column('name'), column('district'), column('districtCode'), column('lat'), column('lon'), column('served'), column('source'), column('sourceKey'), words.map((some) => some.join(' '))],
  );
  const added = saved.filter((place) => place.added).length;
  return { added, changed: saved.length - added, unchanged: places.length - saved.length };
}

/** A place's own point stands for a whole town or street: only what somebody set themselves is a door. */
export async function isOwnPoint(db: Queryable, { lat, lon }: { lat: number | null; lon: number | null }): Promise<boolean> {
  if (lat === null || lon === null) return false;
  return (await db.query<unknown[]>('SELECT 1 FROM place WHERE lat = $1 AND lon = $2 LIMIT 1', [lat, lon])).length === 0;
}

/** Where calls may come from: every place that is served, in an order of its own. */
export const playedPlaces = (db: Queryable): Promise<{ name: string; lat: number; lon: number; districtCode: string }[]> =>
  db.query('SELECT name, lat, lon, district_code AS "districtCode" FROM place WHERE served AND district_code IS NOT NULL ORDER BY source, source_key');
