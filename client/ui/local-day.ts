// A calendar day as a person writes it: "12 Mar 2015", "12/3/2015". Day before month, always: a date field follows the
// browser's own country, and 3/12 read the other way round is another child.
import { TZDate } from '@date-fns/tz';
import { format, parse } from 'date-fns';
import { instantOf, type Instant } from '../../shared/domain/instant.ts';

const PATTERNS = ['d MMM yyyy', 'd MMMM yyyy', 'd/M/yyyy', 'd.M.yyyy', 'yyyy-MM-dd'];
const EARLIEST = 1900;

/** `2015-03-12`; null for what is no day, or not yet one. */
export function readDay(text: string): string | null {
  for (const pattern of PATTERNS) {
    const day = parse(text.trim(), pattern, new Date(2000, 0, 1));
    if (!Number.isNaN(day.getTime()) && day.getFullYear() >= EARLIEST) return format(day, 'yyyy-MM-dd');
  }
  return null;
}

/** Its noon in London, which no clock change can push into another day. */
export function noonOf(day: string): Instant {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return instantOf(new TZDate(year, month - 1, date, 12, 0, 'Europe/London').getTime());
}
