// The words that places are named by: a few thousand, however many streets there are. What is typed is compared with these, and never with every name.
import { lettersApart } from '../../shared/domain/spelling.ts';
import type { Queryable } from '../database/connect.ts';

/** Of the words that one typed may stand for, so many of the nearest. */
const NEAREST = 40;
const LONG = 6;

/** Single letters say too little, and people leave out apostrophes. */
export const placeWords = (text: string): string[] => [...new Set(text.toLowerCase().replaceAll(/['’]/g, '').match(/[\p{L}\p{N}]{2,}/gu))];

/** In one order, so that two who write them wait for each other and go on. */
export async function savePlaceWords(db: Queryable, words: readonly string[]): Promise<void> {
  await db.query('INSERT INTO place_word (word) SELECT DISTINCT word FROM unnest($1::text[]) AS word ORDER BY word ON CONFLICT DO NOTHING', [words]);
}

/** `begun`: words that begin as typed; `nearly`: those that would with a letter or two changed, added, dropped or swapped, the nearest first. */
export interface Meant { begun: string[]; nearly: string[] }

/** What each typed word may stand for. */
export async function wordsMeant(db: Queryable, typed: readonly string[]): Promise<Map<string, Meant>> {
  const rows = await db.query<{ typed: string; word: string }[]>("SELECT typed, word FROM unnest($1::text[]) AS typed JOIN place_word ON word LIKE typed || '%' OR word %> typed OR word % typed ORDER BY word", [typed]);
  return new Map(typed.map((one) => {
    const words = rows.filter((row) => row.typed === one).map(({ word }) => word);
    const nearly = words.filter((word) => !word.startsWith(one)).map((word) => ({ word, apart: slipsBetween(one, word) })).filter(({ apart }) => apart <= (one.length < LONG ? 1 : 2));
    return [one, { begun: words.filter((word) => word.startsWith(one)), nearly: nearly.toSorted((a, b) => a.apart - b.apart).slice(0, NEAREST).map(({ word }) => word) }];
  }));
}

/** Of the whole word, or of as much of it as has been typed. */
const slipsBetween = (typed: string, word: string): number => Math.min(lettersApart(typed, word), lettersApart(typed, word.slice(0, typed.length)));
