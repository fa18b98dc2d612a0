// A moment as it is written where nobody is there to work it out later: the day and the clock in London, telling the doubled hour of autumn apart.
import { tz, tzOffset } from '@date-fns/tz';
import { format } from 'date-fns';
import type { Instant } from './instant.ts';

const ZONE = 'Europe/London';
const HOUR_MS = 3_600_000;
const london = tz(ZONE);

/** In the hour that autumn lives twice, 01:30 alone would name two moments: " BST" and then " GMT", and nothing at any other time. */
export function whichOfTwo(at: number): string {
  const offsetAt = (time: number) => tzOffset(ZONE, new Date(time));
  const offset = offsetAt(at);
  if (offset === 60 && offsetAt(at + HOUR_MS) === 0) return ' BST';
  if (offset === 0 && offsetAt(at - HOUR_MS) === 60) return ' GMT';
  return '';
}

/** `Fri 20 Nov 23:41`. */
export const dayAndClock = (at: Instant): string => format(at, 'EEE d MMM HH:mm', { in: london }) + whichOfTwo(Date.parse(at));
