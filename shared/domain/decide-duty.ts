// Beginning a duty: rested or not, which shift it is, and what is early, late or without one; a break, and how it ends.
import { refuse, type Refusal } from './decision.ts';
import { clockTime } from './duty-night.ts';
import { elapsedText } from './elapsed-text.ts';
import { minutesBetween, plusMinutes, type Instant } from './instant.ts';
import { dayAndClock } from './local-moment.ts';
import { restedAt } from './rest.ts';
import type { Stretch } from './shift.ts';
import type { Working } from './working.ts';

/** Who books on so long before their shift has come for it. */
export const EARLY_MINUTES = 120;
export const isFor = (shift: Stretch, now: Instant): boolean => plusMinutes(shift.from, -EARLY_MINUTES) <= now && now < shift.until;

export interface LastDuty { begunAt: Instant; endedAt: Instant }

/** When the duty began that this one goes on with: an end pressed by mistake is no rest. */
export const begunWith = (last: LastDuty | null, now: Instant, { sameDuty }: Pick<Working, 'sameDuty'>): Instant =>
  (last !== null && now < plusMinutes(last.endedAt, sameDuty) ? last.begunAt : now);

/** `allowed`: a supervisor has let them work, with a reason. */
export function whyNotBegin(last: LastDuty | null, now: Instant, working: Working, allowed: boolean): Refusal | null {
  if (allowed || last === null) return null;
  const begunAt = begunWith(last, now, working);
  if (begunAt < now) {
    return plusMinutes(begunAt, working.longestDuty) > now ? null : refuse('longest-duty-reached', { at: dayAndClock(begunAt), what: elapsedText(working.longestDuty), until: dayAndClock(restedAt(last.endedAt, working)) }).refusal;
  }
  const until = restedAt(last.endedAt, working);
  return now < until ? refuse('rest-not-over', { at: dayAndClock(last.endedAt), until: dayAndClock(until) }).refusal : null;
}

/** From when somebody still on duty has forgotten to end it. */
export const forgottenAt = (duty: { begunAt: Instant; shiftUntil: Instant | null }, working: Pick<Working, 'longestDuty' | 'forgotten'>): Instant =>
  plusMinutes(duty.shiftUntil ?? plusMinutes(duty.begunAt, working.longestDuty), working.forgotten);

/** "14 min late", "25 min early"; null on time, which is five minutes either way. */
export function punctuality(shift: Pick<Stretch, 'from'>, startedAt: Instant): string | null {
  const late = Math.round(minutesBetween(shift.from, startedAt));
  return Math.abs(late) <= 5 ? null : `${elapsedText(Math.abs(late))} ${late > 0 ? 'late' : 'early'}`;
}

const LONGEST_BREAK = 180;
interface OnDuty { name: string; visiting: boolean; breakUntil: Instant | null }

export function whyNotBreak({ name, visiting, breakUntil }: OnDuty, minutes: number, now: Instant): Refusal | null {
  if (visiting) return refuse('break-while-out', { who: name }).refusal;
  if (breakUntil !== null && breakUntil > now) return refuse('on-break', { who: name, until: clockTime(breakUntil) }).refusal;
  return minutes > LONGEST_BREAK ? refuse('break-too-long').refusal : null;
}
