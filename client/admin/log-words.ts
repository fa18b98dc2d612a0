// A log's codes in words, and its moments to the second: `task.legAccepted` reads "task leg accepted".
import { calendarDay, clockSeconds } from '../ui/time-text.ts';

export const wordsOf = (code: string): string =>
  code.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[._-]/g, ' ').toLowerCase();

/** With the year: a log is read long after. */
export const momentText = (at: string): string => `${calendarDay(at)} ${clockSeconds(at)}`;

/** What reached the server more than a minute after it happened is said to be late. */
export const cameLate = (at: string, receivedAt: string): boolean => Date.parse(receivedAt) - Date.parse(at) > 60_000;

/** Enough of an id to tell it from its neighbours; the whole of it on hover, and to be copied. */
export const shortId = (id: string): string => (id.length > 12 ? `${id.slice(0, 8)}…` : id);
