// Time as a tired person reads it: Europe/London on the clock, elapsed minutes for what is left, right on both clock-change nights.
import { tz } from '@date-fns/tz';
import { differenceInCalendarDays, format } from 'date-fns';
import { dutyNightOf } from '../../shared/domain/duty-night.ts';
import { elapsedText } from '../../shared/domain/elapsed-text.ts';
import { whichOfTwo } from '../../shared/domain/local-moment.ts';

/** An ISO string, as on the wire, or a Date. */
export type Moment = string | Date;

const london = tz('Europe/London');
const minute = 60_000;

const inLondon = (at: Moment, pattern: string): string => format(at, pattern, { in: london });

/** `23:41`; `01:30 BST` and then `01:30 GMT` on the night the clocks go back. */
export const clockTime = (at: Moment): string => inLondon(at, 'HH:mm') + whichOfTwo(new Date(at).getTime());

/** `23:41:07`, for what was heard or sent at an exact moment. */
export const clockSeconds = (at: Moment): string => inLondon(at, 'HH:mm:ss') + whichOfTwo(new Date(at).getTime());

/** `Fri 22 Nov`, with the year where it is not this one. */
export const dayText = (at: Moment, now: Moment): string =>
  inLondon(at, inLondon(at, 'yyyy') === inLondon(now, 'yyyy') ? 'EEE d MMM' : 'EEE d MMM yyyy');

/** The calendar day in London, to tell one day from the next: `2026-11-22`. */
export const calendarDay = (at: Moment): string => inLondon(at, 'yyyy-MM-dd');

const night = (at: Moment): string => dutyNightOf(new Date(at).toISOString());

/** `02:20` tonight, `Sat 14:00` within the week, `Tue 2 Dec 14:00` beyond it, where a weekday would name two days. */
export function dayAndTime(at: Moment, now: Moment): string {
  if (night(at) === night(now)) return clockTime(at);
  const within = Math.abs(differenceInCalendarDays(at, now, { in: london })) < 6;
  return `${within ? inLondon(at, 'EEE') : dayText(at, now)} ${clockTime(at)}`;
}

/** How old something is: `8 s`, `4 min`, `1 h 05 min`. A clock that runs ahead of ours reads `0 s`, never a minus. */
export function ageText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return whole < 60 ? `${whole} s` : elapsedText(Math.floor(whole / 60));
}

export type TimeTone = 'calm' | 'soon' | 'late' | 'met' | 'met-late';

export interface TimeLeftText {
  /** What stands beside the bar: `38 min`, `Tue 14:20`, `12 min late`, `met 23:41`. */
  text: string;
  /** The same as a sentence part for a screen reader: `38 min left`, `due Tue 14:20`. */
  spoken: string;
  tone: TimeTone;
}

const soonWithin = 20;
const countedWithin = 99;

/** A figure while it is short enough to feel, a clock time beyond; late is late from the first second. */
export function timeLeftText({ dueAt, now, metAt }: { dueAt: Moment; now: Moment; metAt?: Moment | null | undefined }): TimeLeftText {
  const stoppedAt = metAt ?? now;
  const left = (new Date(dueAt).getTime() - new Date(stoppedAt).getTime()) / minute;
  const late = left < 0 ? Math.floor(-left) : 0;
  if (metAt) {
    const text = left >= 0 ? `met ${dayAndTime(metAt, now)}` : `met ${late < 1 ? 'just' : elapsedText(late)} late`;
    return { text, spoken: text, tone: left >= 0 ? 'met' : 'met-late' };
  }
  if (left < 0) {
    const text = late < 1 ? 'just late' : `${elapsedText(late)} late`;
    return { text, spoken: text, tone: 'late' };
  }
  const whole = Math.floor(left);
  if (whole < 1) return { text: 'due now', spoken: 'due now', tone: 'soon' };
  if (whole <= countedWithin) {
    return { text: `${whole} min`, spoken: `${whole} min left`, tone: left <= soonWithin ? 'soon' : 'calm' };
  }
  const text = dayAndTime(dueAt, now);
  return { text, spoken: `due ${text}`, tone: 'calm' };
}

/** Whether the figure that is shown is the moment itself: it need not be said again beside it. */
export const saysWhenDue = (dueAt: Moment, now: Moment): boolean => timeLeftText({ dueAt, now }).text === dayAndTime(dueAt, now);

/** How much of the target's span is spent, from 0 to 1. */
export function spentShare({ reportedAt, dueAt, until }: { reportedAt: Moment; dueAt: Moment; until: Moment }): number {
  const from = new Date(reportedAt).getTime();
  const span = new Date(dueAt).getTime() - from;
  if (span <= 0) return 1;
  return Math.min(1, Math.max(0, (new Date(until).getTime() - from) / span));
}
