// Finds places as people type them: words in any order, a town or district among them, misspelt. What is served comes first.
import type { PlaceView } from '../../shared/protocol/places.ts';
import type { Queryable } from '../database/connect.ts';
import { toldApart } from './tell-apart.ts';
import { liesThere, whereWords, type Where } from './where-words.ts';

const SHOWN = 12;
/** Streets have several points each, which are shown once. */
const LOOKED_AT = 60;
const MOST_WORDS = 6;
/** What is less than this part as much alike as the likest is noise. */
const ALIKE_ENOUGH = 0.8;

const VIEW = 'id, name, district, district_code AS "districtCode", lat, lon, served';
type Wheres = ReadonlyMap<string, Where>;

/** Places that have every word; where none has them as typed, then those whose name is spelt alike. */
export async function findPlaces(db: Queryable, typed: string): Promise<PlaceView[]> {
  const all = wordsOf(typed).slice(0, MOST_WORDS);
  if (all.length === 0) return [];
  // Two letters match a third of all names: beside a longer word they only sort.
  const words = all.some(isLong) ? all.filter(isLong) : all;
  const wheres = await whereWords(db, words);
  const matching = await findByWords(db, all.join(' '), words, wheres);
  const areSpelt = matching.some(({ name }) => words.every((word) => wheres.get(word)?.isSpelt || wordsOf(name).some((whole) => whole.startsWith(word))));
  const alike = areSpelt ? [] : await findAlike(db, all.join(' '), words, wheres);
  return toldApart([...matching, ...alike.filter(({ id }) => !matching.some((place) => place.id === id))]).slice(0, SHOWN);
}

const isLong = (word: string): boolean => word.length > 2;

/** Single letters say too little, and people leave out apostrophes. */
const wordsOf = (text: string): string[] => [...new Set(text.toLowerCase().replaceAll(/['’]/g, '').match(/[\p{L}\p{N}]{2,}/gu))];

/** Each word in the name, or where the place is; one at least in the name, so that `preston` does not list all of Preston. A name that was typed whole, or begun, goes first. */
function findByWords(db: Queryable, whole: string, words: readonly string[], wheres: Wheres): Promise<PlaceView[]> {
  const parameters: unknown[] = [words, whole];
  // Word similarity of 0.6: every beginning of a word, and one letter wrong in most. The trigram index answers it.
  const inName = words.map((_, index) => `name %> ($1::text[])[${index + 1}]`);
  const inEither = words.map((word, index) => {
    const where = wheres.get(word);
    return where === undefined ? inName[index] : `(${inName[index]} OR ${liesThere(where, parameters)})`;
  });
  const oneInName = words.every((word) => wheres.has(word)) ? [`(${inName.join(' OR ')})`] : [];
  return db.query<PlaceView[]>(
    `SELECT ${VIEW} FROM place WHERE ${[...oneInName, ...inEither].join(' AND ')}
     ORDER BY served DESC, (name ILIKE $2 || '%' OR starts_with($2, lower(name))) DESC, similarity(name, $2) DESC, name, district, id LIMIT ${LOOKED_AT}`, parameters);
}

/** By the whole of what was typed, or by the rest of it among the places that are where the other words say. */
function findAlike(db: Queryable, whole: string, words: readonly string[], wheres: Wheres): Promise<PlaceView[]> {
  // Null, not empty: the index answers an empty text by reading all of itself.
  const parameters: unknown[] = [whole, words.filter((word) => !wheres.has(word)).join(' ') || null];
  const there = [...wheres.values()].map((where) => liesThere(where, parameters)).join(' AND ') || 'false';
  return db.query<PlaceView[]>(
    `WITH alike AS (
       SELECT *, greatest(similarity(name, $1), CASE WHEN ${there} THEN similarity(name, $2) END) AS alikeness FROM place WHERE name % $1 OR name % $2)
     SELECT ${VIEW} FROM alike WHERE alikeness >= ${ALIKE_ENOUGH} * (SELECT max(alikeness) FROM alike) ORDER BY served DESC, alikeness DESC, name, district, id LIMIT ${LOOKED_AT}`, parameters);
}
