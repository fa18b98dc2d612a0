// Visits for women only or men only: a staff-safety warning, or a person's own wish. Who is which is recorded by agreement alone, and is used for this and shown for nothing else (docs/practice.md, Looking after the crew).
import type { WarningKind } from './incident-words.ts';

export const GENDERS = ['woman', 'man'] as const;
export type Gender = (typeof GENDERS)[number];

export const GENDER_NAMES = { woman: 'Woman', man: 'Man' } as const satisfies Record<Gender, string>;
/** As a visit is said to be. */
export const ONLY_WORDS = { woman: 'women only', man: 'men only', nobody: 'women only, and men only at once: ask' } as const satisfies Record<Gender | 'nobody', string>;

/** Whom a visit is for; `nobody` where two warnings contradict each other, which somebody has to clear up first. */
export type Only = Gender | 'nobody';
export function onlyFor(kinds: readonly WarningKind[]): Only | null {
  const [women, men] = [kinds.includes('women-only'), kinds.includes('men-only')];
  return women && men ? 'nobody' : women ? 'woman' : men ? 'man' : null;
}

/** Whoever has not agreed that it is recorded is asked, and never guessed at. */
export const suitsOnly = (only: Only | null, gender: Gender | null): boolean => only === null || only === gender;
