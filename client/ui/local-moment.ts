// A moment as a person writes it, in Europe/London: "23:10", "2310", "Sat 14:00", "22 Nov 14:00", "22/11 14:00".
import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns';
import { instantOf, type Instant } from '../../shared/domain/instant.ts';
import { clockTime } from './time-text.ts';

const ZONE = 'Europe/London';
const HOUR_MS = 3_600_000;
/** Without a day, a time further back than this was more likely meant to be still to come: it is asked about. */
const LONGEST_WITHOUT_DAY_MS = 18 * HOUR_MS;

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WRITTEN = /^(?:(?<weekday>[a-z]{3})[a-z]*\s+)?(?:(?<day>\d{1,2})(?:\s+(?<month>[a-z]{3})[a-z]*|\/(?<figure>\d{1,2}))(?:[\s/](?<year>\d{4}))?\s+)?(?<hours>\d{1,2})[:.]?(?<minutes>\d{2})$/i;

export type Side = 'past' | 'future';
export type ReadMoment = { at: Instant; problem: null } | { at: null; problem: string };

const problem = (sentence: string): ReadMoment => ({ at: null, problem: sentence });

type Parts = Partial<Record<'weekday' | 'day' | 'month' | 'figure' | 'year' | 'hours' | 'minutes', string>>;

/** The days that the writing could mean, around today. */
function daysMeant(parts: Parts, today: TZDate): TZDate[] {
  const around = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => addDays(today, from + index));
  if (parts.day !== undefined) {
    const month = parts.figure === undefined ? MONTHS.indexOf((parts.month ?? '').toLowerCase()) : Number(parts.figure) - 1;
    const years = parts.year === undefined ? [today.getFullYear() - 1, today.getFullYear(), today.getFullYear() + 1] : [Number(parts.year)];
    return years.map((year) => new TZDate(year, month, Number(parts.day), ZONE)).filter((day) => day.getMonth() === month && day.getDate() === Number(parts.day));
  }
  if (parts.weekday !== undefined) return around(-7, 7).filter((day) => day.getDay() === WEEKDAYS.indexOf((parts.weekday ?? '').toLowerCase()));
  return around(-1, 1);
}

/** The moments at which a London clock reads so on that day: none in the hour that spring skips, two in the one that autumn repeats. */
function momentsOn(day: TZDate, hours: number, minutes: number): number[] {
  const near = new TZDate(day.getFullYear(), day.getMonth(), day.getDate(), hours, minutes, ZONE).getTime();
  return [near - HOUR_MS, near, near + HOUR_MS].filter((moment) => {
    const local = new TZDate(moment, ZONE);
    return local.getDate() === day.getDate() && local.getHours() === hours && local.getMinutes() === minutes;
  });
}

/** The latest such moment not after now, or the first after it. */
export function readMoment(text: string, now: Date, side: Side): ReadMoment {
  const parts: Parts | undefined = WRITTEN.exec(text.trim())?.groups;
  const [hours, minutes] = [Number(parts?.hours), Number(parts?.minutes)];
  if (parts === undefined || hours > 23 || minutes > 59) return problem(side === 'past' ? 'Write the time as 23:10, or with the day: Fri 23:10.' : 'Write it as 14:00, Sat 14:00 or 22 Nov 14:00.');
  const nowMs = now.getTime();
  const moments = daysMeant(parts, new TZDate(nowMs, ZONE)).flatMap((day) => momentsOn(day, hours, minutes));
  const fitting = moments.filter((moment) => (side === 'past' ? moment <= nowMs : moment > nowMs)).toSorted((a, b) => Math.abs(a - nowMs) - Math.abs(b - nowMs));
  const nearest = fitting[0];
  if (nearest === undefined) return problem(moments.length === 0 ? 'There is no such day or time.' : side === 'past' ? `That is after now (${clockTime(now)}).` : `That is before now (${clockTime(now)}).`);
  const withoutDay = parts.day === undefined && parts.weekday === undefined;
  if (side === 'past' && withoutDay && nowMs - nearest > LONGEST_WITHOUT_DAY_MS) return problem(`That is after now (${clockTime(now)}). If it was yesterday, write the day too.`);
  return { at: instantOf(nearest), problem: null };
}

/** As `readMoment` reads it: `22 Nov 15:20`. Of the hour that autumn lives twice it says no which. */
export const writtenMoment = (at: Instant): string => { const local = new TZDate(Date.parse(at), ZONE); return `${local.getDate()} ${MONTHS[local.getMonth()]?.replace(/^./, (letter) => letter.toUpperCase()) ?? ''} ${clockTime(at).slice(0, 5)}`; };
