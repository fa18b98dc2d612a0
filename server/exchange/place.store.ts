// The gazetteer.
import { PLACES } from '../../shared/domain/place-names.ts';
import { districtName } from '../../shared/domain/district.ts';
import type { Queryable } from '../database/connect.ts';
import { newId } from '../database/transaction.ts';
import type { PlaceView } from '../../shared/protocol/places.ts';

export async function ensureBuiltInPlaces(db: Queryable): Promise<void> {
  for (const place of PLACES) {
    await db.query('INSERT INTO place (id, name, district, district_code, lat, lon, served, source, source_key) VALUES ($1, $2, $3, $4, $5, $6, true, $7, $8) ON CONFLICT (source, source_key) DO NOTHING',
      [newId(), place.name, districtName(place.district), place.district, place.lat, place.lon, 'built-in', `${place.district} ${place.name}`]);
  }
}
export const findPlacesLike = (db: Queryable, q: string): Promise<PlaceView[]> => db.query<PlaceView[]>(
  'SELECT id, name, district, district_code AS "districtCode", lat, lon, served FROM place WHERE name ILIKE $1 OR name % $2 ORDER BY similarity(name, $2) DESC LIMIT 12', [`%${q}%`, q]);
