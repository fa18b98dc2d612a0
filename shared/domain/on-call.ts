// The people on call for a night: which posts there are, by when they are named, and when a gap is told (docs/practice.md, On call).
import { nightStart } from './duty-night.ts';
import { instantOf, plusMinutes, type Instant } from './instant.ts';

export const ON_CALL_POSTS = ['social-work-manager', 'police-supervisor', 'amhp'] as const;
export type OnCallPost = (typeof ON_CALL_POSTS)[number];
export const ON_CALL_NAMES = { 'social-work-manager': 'Social work manager', 'police-supervisor': 'Police supervisor', amhp: 'AMHP' } as const satisfies Record<OnCallPost, string>;

/** A night begins at noon; clocks change before it, so 16:00 on the wall is four elapsed hours later. */
const TOLD_AFTER_MINUTES = 4 * 60;
export const gapToldAt = (night: string): Instant => plusMinutes(nightStart(night), TOLD_AFTER_MINUTES);

export const postsMissing = (named: readonly OnCallPost[]): OnCallPost[] => ON_CALL_POSTS.filter((post) => !named.includes(post));

const FURTHEST_DAYS = 31;
/** Tonight or a night to come; the days are dates, so that no clock change is between them. */
export const mayBeNamedFor = (night: string, tonight: string): boolean =>
  night >= tonight && night <= instantOf(Date.parse(`${tonight}T12:00:00Z`) + FURTHEST_DAYS * 86_400_000).slice(0, 10);
