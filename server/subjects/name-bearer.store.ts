// Who bears a name, or one spelt alike, among everybody ever named: by two of its words, so that a surname that half the county bears finds no more than the full name does.
import type { Id } from '../../shared/domain/incident-file.ts';
import { wordsIn } from '../../shared/domain/name-key.ts';
import type { Queryable } from '../database/connect.ts';
import { findWordsAlike } from './name-word.store.ts';

/** Nobody is called by more of them: a longer list only costs time. */
const MOST_KEYS = 8;
const MOST_WORDS = 4;
/** Of one name; the later recorded of those who bear the same. */
const MOST = 200;

/** As the index has it. */
const WORDS = "string_to_array(key, ' ')";

/** By letters, 0 to 1: enough to choose whom to look at. */
export interface Bearer { personId: Id; likeness: number }

/** Two of a longer name's words, each spelt so or nearly so; of one word by itself, who is known by that alone. */
export async function findBearers(db: Queryable, keys: readonly string[]): Promise<Bearer[]> {
  const asked = keys.slice(0, MOST_KEYS);
  const alike = await findWordsAlike(db, wordsIn(asked));
  const parameters: unknown[] = [];
  const put = (value: unknown): string => `$${parameters.push(value)}`;
  const searches = asked.flatMap((key) => {
    const spelt = key.split(' ').map((word) => alike.get(word) ?? []).slice(0, MOST_WORDS);
    const ways = waysOf(spelt);
    if (ways.length === 0) return [];
    const where = ways.map((words) => `(${words.map((some) => (spelt.length === 1 ? `key = ANY(${put(some)}::text[])` : `${WORDS} && ${put(some)}::text[]`)).join(' AND ')})`).join(' OR ');
    return [`(SELECT person_id, similarity(key, ${put(key)}) AS likeness FROM person_name WHERE ${where} ORDER BY likeness DESC, person_id DESC LIMIT ${MOST})`];
  });
  if (searches.length === 0) return [];
  return db.query<Bearer[]>(
    `SELECT person_id AS "personId", max(likeness)::float8 AS likeness FROM (${searches.join(' UNION ALL ')}) found GROUP BY person_id ORDER BY likeness DESC, person_id DESC LIMIT ${MOST}`, parameters);
}

/** Every two of the words; none of a word that nobody bears. */
function waysOf(spelt: readonly string[][]): string[][][] {
  if (spelt.length === 1) return spelt.some((some) => some.length > 0) ? [[...spelt]] : [];
  return spelt.flatMap((one, at) => spelt.slice(at + 1).map((other) => [one, other])).filter((pair) => pair.every((some) => some.length > 0));
}
