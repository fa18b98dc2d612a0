// Finds places as people type them: words in any order, a town or district among them, misspelt. What is served comes first.
import type { PlaceView } from '../../shared/protocol/places.ts';
import type { Queryable } from '../database/connect.ts';
import { placeWords, wordsMeant, type Meant } from './place-word.store.ts';
import { toldApart } from './tell-apart.ts';
import { liesThere, whereWords, type Where } from './where-words.ts';

const SHOWN = 12;
/** Streets have several points each, which are shown once. */
const LOOKED_AT = 60;
const MOST_WORDS = 6;
/** What is less than this part as much alike as the likest is noise. */
const ALIKE_ENOUGH = 0.8;

const VIEW = 'id, name, district, district_code AS "districtCode", lat, lon, served';

/** What one typed word may stand for: words of names, and where a place is. */
interface Sense { names: readonly string[]; where: Where | undefined }

/** Places that have every word, begun as typed where there is such a word; where none has them all, those nearly spelt so; at last those whose whole name looks alike. */
export async function findPlaces(db: Queryable, typed: string): Promise<PlaceView[]> {
  const all = placeWords(typed).slice(0, MOST_WORDS);
  if (all.length === 0) return [];
  // Two letters begin a third of all names: beside a longer word they only sort.
  const words = all.some(isLong) ? all.filter(isLong) : all;
  const [wheres, meant] = [await whereWords(db, words), await wordsMeant(db, words)];
  const whole = all.join(' ');
  const isTownAsked = words.length > 1 && [...wheres.values()].some(({ lats }) => lats.length > 0);
  for (const namesOf of [asTyped, asMeant]) {
    const senses = words.map((word) => ({ names: namesOf(meant.get(word)), where: wheres.get(word) }));
    const found = await findByWords(db, whole, senses);
    if (found.length > 0) return shown(found, isTownAsked);
  }
  return shown(await findAlike(db, whole, words, wheres), isTownAsked);
}

const shown = (places: readonly PlaceView[], isTownAsked: boolean): PlaceView[] => toldApart(places, isTownAsked).slice(0, SHOWN);
const isLong = (word: string): boolean => word.length > 2;
const asTyped = (meant: Meant | undefined): string[] => (meant === undefined ? [] : meant.begun.length > 0 ? meant.begun : meant.nearly);
const asMeant = (meant: Meant | undefined): string[] => (meant === undefined ? [] : [...meant.begun, ...meant.nearly]);

/** Each word in the name, or where the place is; one at least in the name, so that `preston` does not list all of Preston. A name that was typed whole, or begun, goes first. */
async function findByWords(db: Queryable, whole: string, senses: readonly Sense[]): Promise<PlaceView[]> {
  if (senses.some(({ names, where }) => names.length === 0 && where === undefined) || senses.every(({ names }) => names.length === 0)) return [];
  const parameters: unknown[] = [whole];
  const inName = senses.map(({ names }) => `words && $${parameters.push(names)}::text[]`);
  const inEither = senses.map(({ where }, index) => (where === undefined ? inName[index] : `(${inName[index]} OR ${liesThere(where, parameters)})`));
  const oneInName = senses.every(({ where }) => where !== undefined) ? [`(${inName.join(' OR ')})`] : [];
  return db.query<PlaceView[]>(
    `SELECT ${VIEW} FROM place WHERE ${[...oneInName, ...inEither].join(' AND ')}
     ORDER BY served DESC, (name ILIKE $1 || '%' OR starts_with($1, lower(name))) DESC, similarity(name, $1) DESC, name, district, id LIMIT ${LOOKED_AT}`, parameters);
}

/** By the whole of what was typed, or by the rest of it among the places that are where the other words say. */
function findAlike(db: Queryable, whole: string, words: readonly string[], wheres: ReadonlyMap<string, Where>): Promise<PlaceView[]> {
  // Null, not empty: the index answers an empty text by reading all of itself.
  const parameters: unknown[] = [whole, words.filter((word) => !wheres.has(word)).join(' ') || null];
  const there = [...wheres.values()].map((where) => liesThere(where, parameters)).join(' AND ') || 'false';
  return db.query<PlaceView[]>(
    `WITH alike AS (
       SELECT *, greatest(similarity(name, $1), CASE WHEN ${there} THEN similarity(name, $2) END) AS alikeness FROM place WHERE name % $1 OR name % $2)
     SELECT ${VIEW} FROM alike WHERE alikeness >= ${ALIKE_ENOUGH} * (SELECT max(alikeness) FROM alike) ORDER BY served DESC, alikeness DESC, name, district, id LIMIT ${LOOKED_AT}`, parameters);
}
