// "Third concern in seven days": how many times the same door has been reported lately, this time included (docs/practice.md, Beside a call).
import { plusMinutes, type Instant } from './instant.ts';

export const REPEAT_DAYS = 7;
/** Two may be one event told twice; a third is a pattern that somebody should see. */
const FROM = 3;
const SHORT = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' } as const satisfies Record<Intl.LDMLPluralRule, string>;
const IN_WORDS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const rules = new Intl.PluralRules('en-GB', { type: 'ordinal' });

export const repeatsSince = (reportedAt: Instant): Instant => plusMinutes(reportedAt, -REPEAT_DAYS * 24 * 60);
export const isRepeat = (concern: number): boolean => concern >= FROM;
const figure = (concern: number): string => `${concern}${SHORT[rules.select(concern)]}`;

/** `third concern in seven days`: beside the form, where there is room. */
export const repeatWords = (concern: number): string => `${IN_WORDS[concern] ?? figure(concern)} concern in seven days`;
/** `3rd concern in 7 days`: in a row. */
export const repeatShort = (concern: number): string => `${figure(concern)} concern in ${REPEAT_DAYS} days`;
