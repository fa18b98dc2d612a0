// Finds places as people type them: words in any order, a town or district among them, misspelt. What is served comes first.
import type { PlaceView } from '../../shared/protocol/places.ts';
import type { Queryable } from '../database/connect.ts';
import { NOTHING_MEANT, placeWords, wordsMeant, type Meant } from './place-word.store.ts';
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
interface Sense { meant: Meant; where: Where | undefined }

/** Places that have every word, the best spelt first; where there are none, those whose whole name looks alike. */
export async function findPlaces(db: Queryable, typed: string): Promise<PlaceView[]> {
  const all = placeWords(typed).slice(0, MOST_WORDS);
  if (all.length === 0) return [];
  // Two letters begin a third of all names: beside a longer word they only sort.
  const words = all.some(isLong) ? all.filter(isLong) : all;
  const [wheres, meant] = [await whereWords(db, words), await wordsMeant(db, words)];
  const whole = all.join(' ');
  const found = await findByWords(db, whole, words.map((word) => ({ meant: meant.get(word) ?? NOTHING_MEANT, where: wheres.get(word) })));
  const isTownAsked = words.length > 1 && [...wheres.values()].some(({ lats }) => lats.length > 0);
  return toldApart(found.length > 0 ? found : await findAlike(db, whole, words, wheres), isTownAsked).slice(0, SHOWN);
}

const isLong = (word: string): boolean => word.length > 2;

/**
 * Each word in the name, or where the place is; one at least in the name, so that `preston` does not list all of Preston. Each word costs by how it fits: begun in the name, or a place spelt so, nothing; nearly in the
 * name, 1; near a place spelt nearly so, 2. What costs over one more than the best is noise. A name that was typed whole, or begun, goes first.
 */
async function findByWords(db: Queryable, whole: string, senses: readonly Sense[]): Promise<PlaceView[]> {
  const isNamed = ({ meant: { begun, nearly } }: Sense): boolean => begun.length + nearly.length > 0;
  if (senses.some((sense) => !isNamed(sense) && sense.where === undefined) || !senses.some(isNamed)) return [];
  const parameters: unknown[] = [whole];
  const hasOne = (words: readonly string[]): string => (words.length === 0 ? 'false' : `words && $${parameters.push(words)}::text[]`);
  const fits = senses.map(({ meant: { begun, nearly }, where }) => {
    const [inName, nearlyInName, there] = [hasOne(begun), hasOne([...begun, ...nearly]), where === undefined ? 'false' : liesThere(where, parameters)];
    return { nearlyInName, either: where === undefined ? nearlyInName : `(${nearlyInName} OR ${there})`, cost: `CASE WHEN ${inName} ${where?.isSpelt ? `OR ${there} ` : ''}THEN 0 WHEN ${nearlyInName} THEN 1 ELSE 2 END` };
  });
  const oneInName = senses.every(({ where }) => where !== undefined) ? [`(${fits.map(({ nearlyInName }) => nearlyInName).join(' OR ')})`] : [];
  return db.query<PlaceView[]>(
    `WITH fitting AS (SELECT *, ${fits.map(({ cost }) => cost).join(' + ')} AS cost FROM place WHERE ${[...oneInName, ...fits.map(({ either }) => either)].join(' AND ')})
     SELECT ${VIEW} FROM fitting WHERE cost <= 1 + (SELECT min(cost) FROM fitting)
     ORDER BY served DESC, cost, (name ILIKE $1 || '%' OR starts_with($1, lower(name))) DESC, similarity(name, $1) DESC, name, district, id LIMIT ${LOOKED_AT}`, parameters);
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
