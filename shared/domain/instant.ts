// A moment in time, and the arithmetic of elapsed time. UTC inside; Europe/London only on screen.
import { addMinutes } from 'date-fns';

/** A moment: ISO 8601 in UTC with milliseconds (`2026-11-20T19:00:00.000Z`), so that text order is time order. */
export type Instant = string;

export const instantOf = (moment: Date | number | string): Instant => new Date(moment).toISOString();

/** Elapsed minutes, never wall-clock ones: the night the clocks change has 25 hours or 23. */
export const plusMinutes = (at: Instant, minutes: number): Instant => instantOf(addMinutes(at, minutes));

/** Minutes from one moment to another; negative when the second is earlier. */
export const minutesBetween = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / 60_000;

export const earliest = (moments: readonly (Instant | null)[]): Instant | null =>
  moments.reduce<Instant | null>((first, at) => (at !== null && (first === null || at < first) ? at : first), null);

export const latest = (moments: readonly (Instant | null)[]): Instant | null =>
  moments.reduce<Instant | null>((last, at) => (at !== null && (last === null || at > last) ? at : last), null);

/** A device's claimed moment, held between two that the server knows. */
export const heldBetween = (earliestAt: Instant, claimed: Instant, latestAt: Instant): Instant =>
  claimed > latestAt ? latestAt : claimed < earliestAt ? earliestAt : claimed;
