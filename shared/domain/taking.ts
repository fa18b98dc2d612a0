// Whether this service takes what comes in: by area, hours and criteria, as the policy says. A proposal with its reasons; a person decides (docs/practice.md, Taken or not).
import { TZDate } from '@date-fns/tz';
import { BANK_HOLIDAYS } from './bank-holidays.ts';
import { dateOf } from './duty-night.ts';
import { holds, type GradingFacts } from './grading.ts';
import type { Instant } from './instant.ts';
import type { Taking } from './policy.ts';

export interface TakingFacts extends GradingFacts { /** Null: not known where it is, which is no reason against it. */ served: boolean | null }
export interface TakingProposal {
  take: boolean;
  /** Each reason not to take it; the codes are kept with what was decided. */
  reasons: readonly { code: string; because: string }[];
}

export function proposeTaking(taking: Taking, facts: TakingFacts, now: Instant, bankHolidays: ReadonlySet<string> = BANK_HOLIDAYS): TakingProposal {
  const reasons = [
    ...(isWithinHours(taking, now, bankHolidays) ? [] : [{ code: 'outside-hours', because: 'Outside the hours in which calls are taken' }]),
    ...(taking.servedAreasOnly && facts.served === false ? [{ code: 'outside-area', because: 'Outside the districts that this service covers' }] : []),
    ...taking.notWhen.filter(({ when }) => when.every((condition) => holds(condition, facts))).map(({ code, because }) => ({ code, because })),
  ];
  return { take: reasons.length === 0, reasons };
}

const ZONE = 'Europe/London';
const HOUR_MS = 60 * 60_000;

/** By the clock on the wall: a window that begins in one day's evening may end in the next morning, whatever the clocks do between. */
export function isWithinHours({ hours, bankHolidaysAllDay }: Pick<Taking, 'hours' | 'bankHolidaysAllDay'>, now: Instant, bankHolidays: ReadonlySet<string> = BANK_HOLIDAYS): boolean {
  if (hours.length === 0) return true;
  const today = dateOf(now);
  if (bankHolidaysAllDay && bankHolidays.has(today)) return true;
  const at = Date.parse(now);
  return [-1, 0].some((offset) => hours.some(({ days, from, until }) => {
    const begins = moments(today, offset, from);
    if (!days.includes(begins.weekday)) return false;
    // An hour that comes twice is within from its first coming to its last: in doubt it is taken.
    return at >= begins.first && at < moments(today, until <= from ? offset + 1 : offset, until).last;
  }));
}

/** The first and the last moment of a wall time on a date: they differ where the clocks go back over it. */
function moments(date: string, dayOffset: number, wallTime: string): { first: number; last: number; weekday: number } {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const [hour = 0, minute = 0] = wallTime.split(':').map(Number);
  const one = new TZDate(year, month - 1, day + dayOffset, hour, minute, 0, 0, ZONE);
  const alike = [-HOUR_MS, 0, HOUR_MS].map((shift) => one.getTime() + shift).filter((ms) => {
    const other = new TZDate(ms, ZONE);
    return other.getHours() === one.getHours() && other.getDate() === one.getDate();
  });
  return { first: Math.min(...alike), last: Math.max(...alike), weekday: one.getDay() };
}
