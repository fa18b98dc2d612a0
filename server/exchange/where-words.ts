// Which of the typed words say where a place is: a district, or a town or village that it lies near.
import { DISTRICTS } from '../../shared/domain/district.ts';
import { PLACES } from '../../shared/domain/place-names.ts';
import type { Queryable } from '../database/connect.ts';

/** Codes of districts, and the points of towns. `isSpelt`: as typed, not merely alike. */
export interface Where { codes: string[]; lats: number[]; lons: number[]; isSpelt: boolean }

/** About 3.3 km each way: callers say the town for its outskirts too. */
const NEAR = { lat: 0.03, lon: 0.05 } as const;

const KNOWN = [...DISTRICTS.map(({ name, code }) => ({ name, code, lat: null, lon: null })), ...PLACES.map(({ name, lat, lon }) => ({ name, code: null, lat, lon }))];

/** A word counts if it is one of a name's words, give or take a letter, or, as the last that is typed, the beginning of a name; the likeliest names of each. */
export async function whereWords(db: Queryable, words: readonly string[]): Promise<Map<string, Where>> {
  const rows = await db.query<(Where & { word: string })[]>(
    `WITH known (name, code, lat, lon) AS (
         SELECT * FROM unnest($2::text[], $3::text[], $4::float8[], $5::float8[]) UNION ALL SELECT name, code, NULL, NULL FROM area WHERE code <> ALL (array_remove($3, NULL))),
       likely AS (
         SELECT word, known.*, (' ' || replace(name, '-', ' ')) ILIKE '% ' || word || '%' AS spelt, rank() OVER (PARTITION BY word ORDER BY strict_word_similarity(word, name) DESC)
         FROM unnest($1::text[]) AS word JOIN known ON name %>> word OR (word = $6 AND name ILIKE word || '%'))
     SELECT word, array_remove(array_agg(code), NULL) AS codes, array_remove(array_agg(lat), NULL) AS lats, array_remove(array_agg(lon), NULL) AS lons, bool_or(spelt) AS "isSpelt"
     FROM likely WHERE rank = 1 GROUP BY word`,
    [words, KNOWN.map(({ name }) => name), KNOWN.map(({ code }) => code), KNOWN.map(({ lat }) => lat), KNOWN.map(({ lon }) => lon), words.at(-1)],
  );
  return new Map(rows.map(({ word, ...where }) => [word, where]));
}

/** The condition that a row of `place` is there; what it needs is added to the parameters. */
export function liesThere({ codes, lats, lons }: Where, parameters: unknown[]): string {
  const first = parameters.push(codes, lats, lons) - 2;
  return `(district_code = ANY ($${first}) OR EXISTS (SELECT FROM unnest($${first + 1}::float8[], $${first + 2}::float8[]) AS town (lat, lon)
    WHERE abs(place.lat - town.lat) < ${NEAR.lat} AND abs(place.lon - town.lon) < ${NEAR.lon}))`;
}
