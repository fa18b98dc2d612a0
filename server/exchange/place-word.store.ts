// The words that places are named by: a few thousand, however many streets there are. What is typed is compared with these, and never with every name.
import { lettersApart, spellingsOf } from '../../shared/domain/spelling.ts';
import type { Queryable } from '../database/connect.ts';

/** Of the words that one typed may stand for, so many of the nearest. */
const NEAREST = 40;
const LONG = 6;

/** Letters that may be wrong in a word: changed, added, dropped, or swapped with the next. */
export const mostSlips = (word: string): number => (word.length < LONG ? 1 : 2);

/** Single letters say too little, and people leave out apostrophes. */
export const placeWords = (text: string): string[] => [...new Set(text.toLowerCase().replaceAll(/['’]/g, '').match(/[\p{L}\p{N}]{2,}/gu))];

/** Each by the ways in which it may be spelt; in one order, so that two who write them wait for each other and go on. */
export async function savePlaceWords(db: Queryable, words: readonly string[]): Promise<void> {
  const rows = [...new Set(words)].toSorted().flatMap((word) => spellingsOf(word).map((spelling) => ({ spelling, word })));
  await db.query('INSERT INTO place_word (spelling, word) SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING', [rows.map(({ spelling }) => spelling), rows.map(({ word }) => word)]);
}

/** `begun`: words that begin as typed; `nearly`: those that would with a letter or two changed, added, dropped or swapped, and those that sound so, the nearest first. */
export interface Meant { begun: string[]; nearly: string[] }
export const NOTHING_MEANT: Meant = { begun: [], nearly: [] };

/** What each typed word may stand for. */
export async function wordsMeant(db: Queryable, typed: readonly string[]): Promise<Map<string, Meant>> {
  const keys = typed.flatMap((one) => spellingsOf(one).map((spelling) => ({ one, spelling })));
  const rows = await db.query<{ typed: string; word: string; sameSpelling: boolean }[]>(
    `SELECT typed, word, false AS "sameSpelling" FROM unnest($1::text[]) AS typed JOIN place_word ON spelling = word AND (word LIKE typed || '%' OR word %> typed OR word % typed)
     UNION ALL SELECT DISTINCT typed, word, true FROM unnest($2::text[], $3::text[]) AS key (typed, asked) JOIN place_word ON spelling = asked ORDER BY word`,
    [typed, keys.map(({ one }) => one), keys.map(({ spelling }) => spelling)]);
  return new Map(typed.map((one) => {
    const ours = rows.filter((row) => row.typed === one);
    const near = ours.map(({ word, sameSpelling }) => ({ word, sameSpelling, apart: slipsBetween(one, word) })).filter(({ word, sameSpelling, apart }) => !word.startsWith(one) && (sameSpelling || apart <= mostSlips(one)));
    return [one, { begun: wordsOf(ours.filter(({ word }) => word.startsWith(one))), nearly: wordsOf(near.toSorted((a, b) => a.apart - b.apart)).slice(0, NEAREST) }];
  }));
}

const wordsOf = (rows: readonly { word: string }[]): string[] => [...new Set(rows.map(({ word }) => word))];

/** Of the whole word, or of as much of it as has been typed. */
const slipsBetween = (typed: string, word: string): number => Math.min(lettersApart(typed, word), lettersApart(typed, word.slice(0, typed.length)));
