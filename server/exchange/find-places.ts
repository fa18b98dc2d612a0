// Finds places as people type them: words in any order, a district among them, misspelt. What is served comes first.
import { DISTRICTS } from '../../shared/domain/district.ts';
import type { PlaceView } from '../../shared/protocol/places.ts';
import type { Queryable } from '../database/connect.ts';
import { toldApart } from './tell-apart.ts';

const SHOWN = 12;
/** Streets have several points each, which are shown once. */
const LOOKED_AT = 60;
const MOST_WORDS = 6;
/** What is less than this part as much alike as the likest is noise. */
const ALIKE_ENOUGH = 0.8;

const VIEW = 'id, name, district, district_code AS "districtCode", lat, lon, served';

/** Places whose name and district together have every word. Where none has them as typed, those spelt most alike come first. */
export async function findPlaces(db: Queryable, typed: string): Promise<PlaceView[]> {
  const words = wordsOf(typed);
  if (words.length === 0) return [];
  const matching = await findByWords(db, words);
  if (matching.some((place) => isSpeltSo(place, words))) return toldApart(matching).slice(0, SHOWN);
  const alike = await findAlike(db, words);
  return toldApart([...alike, ...matching.filter(({ id }) => !alike.some((place) => place.id === id))]).slice(0, SHOWN);
}

const isSpeltSo = ({ name, district }: PlaceView, words: readonly string[]): boolean => {
  const has = wordsOf(`${name} ${district ?? ''}`, Infinity);
  return words.every((word) => has.some((whole) => whole.startsWith(word)));
};

/** Single letters say too little, and people leave out apostrophes. */
const wordsOf = (text: string, most = MOST_WORDS): string[] => [...new Set(text.toLowerCase().replaceAll(/['’]/g, '').match(/[\p{L}\p{N}]{2,}/gu))].slice(0, most);

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
  `WITH alike AS (SELECT *, similarity(name || ' ' || coalesce(district, ''), $1) AS alikeness FROM place WHERE name % $1)
   SELECT ${VIEW} FROM alike WHERE alikeness >= ${ALIKE_ENOUGH} * (SELECT max(alikeness) FROM alike) ORDER BY served DESC, alikeness DESC, name, district, id LIMIT ${LOOKED_AT}`, [words.join(' ')]);

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
