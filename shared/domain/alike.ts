// How much one person may be another, and why, in words. It suggests and never decides: two people are never made one (docs/practice.md, People known already).
import type { Instant } from './instant.ts';
import { foldName, isSameName, isSameWrittenOut, isSwapped, nameKeys } from './name-key.ts';
import { spelling } from './spelling.ts';

export interface Described {
  name: string | null;
  aliases: readonly string[];
  bornOn: string | null;
  /** In years, as it was said at `saidAt`; -1 is unborn. */
  approximateAge: number | null;
  saidAt: Instant;
  place: string | null;
}
export interface Likeness { score: number; reasons: string[] }

const WORTH_SAYING = 0.4;
/** From a short form or an alias on: enough to say what was known of them, never enough to say that it is them. */
const LIKELY = 0.5;
export const isLikely = (score: number): boolean => score >= LIKELY;
const SPELT_ALIKE = 0.5;
const AGES_APART = 2;
const ANOTHER_GENERATION = 6;

/** Null: too little alike to be worth anybody's glance. `timesHere`: how often a record of that name was at this place. */
export function likenessOf(asked: Described, known: Described, timesHere: number): Likeness | null {
  const parts = [byName(asked, known), byBirth(asked, known), byPlace(asked, known, timesHere)].filter((part) => part !== null);
  const score = Math.min(1, Math.max(0, parts.reduce((sum, part) => sum + part.score, 0)));
  return score < WORTH_SAYING ? null : { score, reasons: parts.flatMap(({ reasons }) => reasons) };
}

const because = (score: number, ...reasons: string[]): Likeness => ({ score, reasons });

function byName(asked: Described, known: Described): Likeness | null {
  if (asked.name !== null && known.name !== null) {
    if (isSwapped(asked.name, known.name)) return because(0.55, 'the same names the other way round');
    if (isSameName(asked.name, known.name)) return because(0.6, 'same name');
    if (isSameWrittenOut(asked.name, known.name)) return because(0.5, 'a short form of the same name');
  }
  const [some, others] = [[asked.name, ...asked.aliases], [known.name, ...known.aliases]].map((names) => names.filter((name) => name !== null));
  const alias = (some ?? []).find((name) => (others ?? []).some((other) => isSameName(name, other)));
  if (alias !== undefined) return because(0.5, `also known as ${alias}`);
  const alike = nearestSpelling(some ?? [], others ?? []);
  return alike < SPELT_ALIKE ? null : because(0.5 * alike, 'a name spelt alike');
}

/** Of all that the two are called: 0 to 1. */
const nearestSpelling = (some: readonly string[], others: readonly string[]): number => {
  const keys = nameKeys(others);
  return Math.max(0, ...nameKeys(some).flatMap((one) => keys.map((other) => spelling(one, other))));
};

const dayAndMonthSwapped = (a: string, b: string): boolean => a !== b && a.slice(0, 4) === b.slice(0, 4) && a.slice(5, 7) === b.slice(8, 10) && a.slice(8, 10) === b.slice(5, 7);

function byBirth(asked: Described, known: Described): Likeness | null {
  if (asked.bornOn !== null && known.bornOn !== null) {
    if (asked.bornOn === known.bornOn) return because(0.35, 'same date of birth');
    return dayAndMonthSwapped(asked.bornOn, known.bornOn) ? because(0.2, 'date of birth with day and month the other way round') : because(-0.3, 'another date of birth');
  }
  const [one, other] = [bornAround(asked), bornAround(known)];
  if (one === null || other === null) return null;
  const apart = Math.abs(one - other);
  return apart <= AGES_APART ? because(0.1, 'about the same age') : apart >= ANOTHER_GENERATION ? because(-0.3, 'another age') : null;
}

/** The year, near enough. */
function bornAround({ bornOn, approximateAge, saidAt }: Described): number | null {
  if (bornOn !== null) return Number(bornOn.slice(0, 4));
  return approximateAge === null || approximateAge < 0 ? null : Number(saidAt.slice(0, 4)) - approximateAge;
}

function byPlace(asked: Described, known: Described, timesHere: number): Likeness | null {
  if (asked.place === null || known.place === null || foldName(asked.place) === '' || foldName(asked.place) !== foldName(known.place)) return null;
  return because(0.15, timesHere < 2 ? 'at this address' : timesHere === 2 ? 'at this address twice' : `at this address ${timesHere} times`);
}
