// When a plan visits nobody: the nights between the hours of the policy, by the clock on the wall, over clock changes too. And which hours have a reserve.
import { TZDate } from '@date-fns/tz';
import { dateOf } from '../../shared/domain/duty-night.ts';
import { instantOf, minutesBetween, plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import type { Planning, Reserve } from '../../shared/domain/planning.ts';
import { isWithinHours } from '../../shared/domain/taking.ts';
import type { Stretch } from './situation.ts';

const ZONE = 'Europe/London';
const HOUR = 60;

function wallTime(date: string, dayOffset: number, time: string): Instant {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return instantOf(new TZDate(year, month - 1, day + dayOffset, hour, minute, 0, 0, ZONE).getTime());
}

/** From one evening to the next morning, as many as touch the stretch. */
export function nightsIn({ fromAt, untilAt }: Stretch, { visitFrom, visitUntil }: Pick<Planning, 'visitFrom' | 'visitUntil'>): Stretch[] {
  const today = dateOf(fromAt);
  const days = Math.ceil(minutesBetween(fromAt, untilAt) / (24 * HOUR)) + 2;
  return Array.from({ length: days }, (_, index) => ({ fromAt: wallTime(today, index - 1, visitUntil), untilAt: wallTime(today, index, visitFrom) }))
    .filter((night) => night.untilAt > fromAt && night.fromAt < untilAt);
}

/** The whole hours of the stretch in which crews stay free, one entry for each crew. */
export function reservedHours({ fromAt, untilAt }: Stretch, reserve: readonly Reserve[]): (Stretch & { districtCode: string })[] {
  const first = instantOf(Math.ceil(Date.parse(fromAt) / (HOUR * 60_000)) * HOUR * 60_000);
  const hours = Array.from({ length: Math.max(0, Math.floor(minutesBetween(first, untilAt) / HOUR)) }, (_, index) => plusMinutes(first, index * HOUR));
  return reserve.flatMap(({ districtCode, crews, ...hoursOfIt }) => hours.filter((hour) => isWithinHours({ hours: [hoursOfIt], bankHolidaysAllDay: false }, hour))
    .flatMap((hour) => Array.from({ length: crews }, () => ({ districtCode, fromAt: hour, untilAt: plusMinutes(hour, HOUR) }))));
}
