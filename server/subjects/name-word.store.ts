// The words that names are made of, each by the ways in which it may be spelt: a few ten thousand, however many people bear them. A word says nothing of who.
import { lettersApart, spellingsOf } from '../../shared/domain/spelling.ts';
import type { Queryable } from '../database/connect.ts';

/** Of the words that share a spelling with one that is asked for, so many of the nearest. */
const NEAREST = 24;

/** Nobody waits for another who writes the same word: one that is kept twice is found once. */
export async function saveNameWords(db: Pick<Queryable, 'query'>, words: readonly string[]): Promise<void> {
  const rows = words.flatMap((word) => spellingsOf(word).map((spelling) => ({ spelling, word })));
  await db.query(
    `INSERT INTO name_word (spelling, word) SELECT one.spelling, one.word FROM unnest($1::text[], $2::text[]) AS one (spelling, word)
     WHERE NOT EXISTS (SELECT FROM name_word known WHERE known.spelling = one.word AND known.word = one.word)`, [rows.map(({ spelling }) => spelling), rows.map(({ word }) => word)]);
}

/** For each word that is asked for, those that somebody bears and that are spelt so or nearly so, the nearest first. */
export async function findWordsAlike(db: Queryable, asked: readonly string[]): Promise<Map<string, string[]>> {
  const spellings = new Map(asked.map((word) => [word, new Set(spellingsOf(word))]));
  const rows = await db.query<{ spelling: string; word: string }[]>('SELECT DISTINCT spelling, word FROM name_word WHERE spelling = ANY($1)', [[...new Set([...spellings.values()].flatMap((some) => [...some]))]]);
  return new Map([...spellings].map(([word, some]) => {
    const alike = [...new Set(rows.filter(({ spelling }) => some.has(spelling)).map((row) => row.word))];
    return [word, alike.map((other) => ({ other, apart: lettersApart(word, other) })).toSorted((a, b) => a.apart - b.apart).slice(0, NEAREST).map(({ other }) => other)];
  }));
}
