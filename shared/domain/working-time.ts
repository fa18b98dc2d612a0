// Working time of England and Wales: days that are neither weekend nor bank holiday. A type of its own: it cannot be added to elapsed minutes.
import { TZDate } from '@date-fns/tz';
import { addDays, isWeekend } from 'date-fns';
import { BANK_HOLIDAYS } from './bank-holidays.ts';
import { dateOf } from './duty-night.ts';
import { instantOf, type Instant } from './instant.ts';

/** No number of minutes, and no number of days on the wall: neither can be given where the other is asked for. */
export interface WorkingDays { readonly unit: 'working day'; readonly count: number }
export const workingDays = (count: number): WorkingDays => ({ unit: 'working day', count });

const dayOf = (date: string, hours: number, minutes: number): TZDate => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new TZDate(year, month - 1, day, hours, minutes, 0, 0, 'Europe/London');
};
const dayAfter = (date: string): string => dateOf(instantOf(addDays(dayOf(date, 12, 0), 1).getTime()));
const momentOn = (date: string, wallTime: string): Instant => {
  const [hours = 0, minutes = 0] = wallTime.split(':').map(Number);
  return instantOf(dayOf(date, hours, minutes).getTime());
};

export const isWorkingDay = (date: string): boolean => !isWeekend(dayOf(date, 12, 0)) && !BANK_HOLIDAYS.has(date);

/** A wall time of the working day that is so many on; what came on a day that is none counts from the next that is one. */
export function afterWorkingDays(from: Instant, { count }: WorkingDays, wallTime: string): Instant {
  let date = dateOf(from);
  while (!isWorkingDay(date)) date = dayAfter(date);
  for (let left = count; left > 0; left -= 1) do date = dayAfter(date); while (!isWorkingDay(date));
  return momentOn(date, wallTime);
}

/** The next moment at which a working day's clock in London reads so. */
export function nextWorkingDayAt(now: Instant, wallTime: string): Instant {
  const today = afterWorkingDays(now, workingDays(0), wallTime);
  return today > now ? today : afterWorkingDays(now, workingDays(1), wallTime);
}
