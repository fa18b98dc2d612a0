// Finds places as people type them: words in any order, a district among them, misspelt. What is served comes first.
import { DISTRICTS } from '../../shared/domain/district.ts';
import type { PlaceView } from '../../shared/protocol/places.ts';
import type { Queryable } from '../database/connect.ts';
import { toldApart } from './tell-apart.ts';

const SHOWN = 12;
/** Streets have several points each, which are shown once. */
const LOOKED_AT = 60;
const MOST_WORDS = 6;
/** Below it the spelling is doubted. */
const ENOUGH = 4;

const VIEW = 'id, name, district, district_code AS "districtCode", lat, lon, served';

/** Places whose name and district together have every word; then, where these are few, places whose name is spelt alike. */
export async function findPlaces(db: Queryable, typed: string): Promise<PlaceView[]> {
  const words = wordsOf(typed);
  if (words.length === 0) return [];
  const matching = toldApart(await findByWords(db, words)).slice(0, SHOWN);
  if (matching.length >= ENOUGH) return matching;
  const alike = toldApart(await findAlike(db, words)).filter(({ id }) => !matching.some((place) => place.id === id));
  return [...matching, ...alike].slice(0, SHOWN);
}

/** Single letters say too little, and people leave out apostrophes. */
const wordsOf = (typed: string): string[] => [...new Set(typed.toLowerCase().replaceAll(/['’]/g, '').match(/[\p{L}\p{N}]{2,}/gu))].slice(0, MOST_WORDS);

/** A word that a district also has may stand in either, but one word must be in the name: `preston` does not list all of Preston. */
async function findByWords(db: Queryable, words: readonly string[]): Promise<PlaceView[]> {
  const districts = await districtsByWord(db, words);
  const ofTheName = words.filter((word) => !districts.has(word));
  const parameters: unknown[] = [words, (ofTheName.length === 0 ? words : ofTheName).join(' ')];
  // Word similarity of 0.6: every beginning of a word, and one letter wrong in most. The trigram index answers it.
  const inName = words.map((_, index) => `name %> ($1::text[])[${index + 1}]`);
  const inEither = words.map((word, index) => {
    const codes = districts.get(word);
    return codes === undefined ? inName[index] : `(${inName[index]} OR district_code = ANY ($${parameters.push(codes)}))`;
  });
  const oneInName = ofTheName.length === 0 ? [`(${inName.join(' OR ')})`] : [];
  return db.query<PlaceView[]>(
    `SELECT ${VIEW} FROM place WHERE ${[...oneInName, ...inEither].join(' AND ')}
     ORDER BY served DESC, (name ILIKE $2 || '%') DESC, similarity(name, $2) DESC, name, district, id LIMIT ${LOOKED_AT}`,
    parameters,
  );
}

const findAlike = (db: Queryable, words: readonly string[]): Promise<PlaceView[]> => db.query<PlaceView[]>(
  `SELECT ${VIEW} FROM place WHERE name % $1
   ORDER BY served DESC, similarity(name || ' ' || coalesce(district, ''), $1) DESC, name, district, id LIMIT ${LOOKED_AT}`, [words.join(' ')]);

/** Which districts each word is likest to; imported areas and the twelve, which are there before any import. */
async function districtsByWord(db: Queryable, words: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db.query<{ word: string; codes: string[] }[]>(
    `WITH known (code, name) AS (SELECT code, name FROM area UNION SELECT * FROM unnest($2::text[], $3::text[])),
       likely AS (SELECT word, code, rank() OVER (PARTITION BY word ORDER BY word_similarity(word, name) DESC) FROM unnest($1::text[]) word JOIN known ON name %> word)
     SELECT word, array_agg(DISTINCT code) AS codes FROM likely WHERE rank = 1 GROUP BY word`,
    [words, DISTRICTS.map(({ code }) => code), DISTRICTS.map(({ name }) => name)],
  );
  return new Map(rows.map(({ word, codes }) => [word, codes]));
}
