// Rest and the longest duty: until when somebody may work, and from when they may again (docs/practice.md, Who is there). Elapsed time, on every night.
import { earliest, minutesBetween, plusMinutes, type Instant } from './instant.ts';
import type { Stretch } from './shift.ts';
import type { Working } from './working.ts';

type Limits = Pick<Working, 'rest' | 'longestDuty'>;
export type RestRule = 'rest' | 'longest-duty';
/** `at`: the moment from which the rule is broken. */
export interface RestBreach { rule: RestRule; at: Instant }

/** From when they may begin again, after a duty that ended then. */
export const restedAt = (endedAt: Instant, { rest }: Limits): Instant => plusMinutes(endedAt, rest);

/** The last moment of this duty that breaks no rule: the longest duty, or the rest before their next shift, whichever is first. */
export function mayWorkUntil(duty: { startedAt: Instant; nextShiftFrom: Instant | null }, limits: Limits): RestBreach {
  const longest = plusMinutes(duty.startedAt, limits.longestDuty);
  const beforeNext = duty.nextShiftFrom === null ? null : plusMinutes(duty.nextShiftFrom, -limits.rest);
  const at = earliest([longest, beforeNext]) ?? longest;
  return { rule: at === longest ? 'longest-duty' : 'rest', at };
}

/** What is broken, and when, by work that would keep them until then; null where nothing is. */
export function wouldBreak(duty: { startedAt: Instant; nextShiftFrom: Instant | null }, until: Instant, limits: Limits): RestBreach | null {
  const limit = mayWorkUntil(duty, limits);
  return until > limit.at ? limit : null;
}

/** What booking on now breaks: null where they are rested, or never worked. */
export const unrested = (lastEndedAt: Instant | null, now: Instant, limits: Limits): RestBreach | null =>
  lastEndedAt !== null && now < restedAt(lastEndedAt, limits) ? { rule: 'rest', at: now } : null;

/** Of one person's stretches, those that a rule does not allow: too long by itself, or too soon after the one before. */
export function stretchesThatBreak<S extends Stretch>(stretches: readonly S[], limits: Limits): { stretch: S; rule: RestRule }[] {
  const inOrder = stretches.toSorted((a, b) => a.from.localeCompare(b.from));
  return inOrder.flatMap((stretch, index): { stretch: S; rule: RestRule }[] => {
    if (minutesBetween(stretch.from, stretch.until) > limits.longestDuty) return [{ stretch, rule: 'longest-duty' }];
    const before = inOrder[index - 1];
    return before !== undefined && stretch.from < restedAt(before.until, limits) ? [{ stretch, rule: 'rest' }] : [];
  });
}
