// A moment as a person types it, on the clock in Europe/London, and the same moment as the wire has it.
import { TZDate } from '@date-fns/tz';
import { instantOf } from '../../shared/domain/instant.ts';
import type { Instant } from '../../shared/domain/instant.ts';

const zone = 'Europe/London';

/** From `2026-11-22T20:00`; null where that is not complete. Of the hour that autumn lives twice, one of the two. */
export function instantAt(wallTime: string): Instant | null {
  const [year, month, day, hours, minutes] = wallTime.split(/\D/).map(Number);
  if (year === undefined || month === undefined || day === undefined || hours === undefined || minutes === undefined) return null;
  return instantOf(new TZDate(year, month - 1, day, hours, minutes, 0, 0, zone).getTime());
}
