// A calendar day from a date field, as a moment: its noon in London, which no clock change can push into another day.
import { TZDate } from '@date-fns/tz';
import { instantOf, type Instant } from '../../../shared/domain/instant.ts';

/** Null for what is no day: an empty field, a half-typed year. */
export function localNoon(date: string): Instant | null {
  const [year = NaN, month = NaN, day = NaN] = date.split('-').map(Number);
  const noon = new TZDate(year, month - 1, day, 12, 0, 'Europe/London').getTime();
  return Number.isNaN(noon) || year < 2000 ? null : instantOf(noon);
}
