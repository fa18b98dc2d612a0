// A moment as files have it: with its offset, or by the clock on the wall in London, on the nights when that clock changes too.
import { TZDate } from '@date-fns/tz';
import { instantOf, type Instant } from './instant.ts';

export type ReadWallTime = { at: Instant; /** The hour that autumn lives twice: the first of the two is taken, so that no target is later than it should be. */ twice: boolean };

const WITH_OFFSET = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(Z|[+-]\d{2}:?\d{2})$/i;
const WALL = /^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[/.](\d{1,2})[/.](\d{4}))[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/;

/** Null where it is no such moment: the 30th of February, or the hour that spring leaves out. Days before months, as in this country. */
export function readWallTime(text: string): ReadWallTime | null {
  const offset = WITH_OFFSET.exec(text.trim());
  if (offset !== null) return withOffset(offset);
  const match = WALL.exec(text.trim());
  if (match === null) return null;
  const [year, month, day] = (match[1] === undefined ? [match[6], match[5], match[4]] : [match[1], match[2], match[3]]).map(Number);
  const [hours, minutes, seconds] = [match[7], match[8], match[9] ?? 0].map(Number);
  if (year === undefined || month === undefined || day === undefined || hours === undefined || minutes === undefined || seconds === undefined || year < 1800 || year >= 3000) return null;
  const asUtc = Date.UTC(year, month - 1, day, hours, minutes, seconds);
  // Summer time first: it is the earlier of two.
  const moments = [asUtc - 3_600_000, asUtc].filter((moment) => {
    const wall = new TZDate(moment, 'Europe/London');
    return wall.getFullYear() === year && wall.getMonth() === month - 1 && wall.getDate() === day && wall.getHours() === hours && wall.getMinutes() === minutes && wall.getSeconds() === seconds;
  });
  const [first] = moments;
  return first === undefined ? null : { at: instantOf(first), twice: moments.length > 1 };
}

function withOffset([, date, time, zone]: RegExpExecArray): ReadWallTime | null {
  const iso = `${date}T${time}${zone?.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`;
  // A date that runs over into the next month is none.
  const [day, ran] = [date ?? '', new Date(`${date}T00:00:00Z`)];
  if (Number.isNaN(Date.parse(iso)) || Number.isNaN(ran.getTime()) || ran.toISOString().slice(0, 10) !== day || day < '1800' || day >= '3000') return null;
  return { at: instantOf(iso), twice: false };
}
