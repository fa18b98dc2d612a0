// The policy's section on working hours: how long a duty may be, how much rest lies before the next, and when a forgotten end of duty is noticed.
import { z } from 'zod';

const Minutes = z.int().min(1).max(60 * 24 * 7);

/** Elapsed minutes, all of them: on the nights the clocks change a duty is as long as it was worked. */
export const Working = z.strictObject({
  /** Between the end of one duty and the beginning of the next. */
  rest: Minutes,
  /** From booking on to the end of duty. */
  longestDuty: Minutes,
  /** Booked on again within so long, it is the same duty still: an end pressed by mistake, and no rest. */
  sameDuty: Minutes,
  /** After the shift's end, or the longest duty where there is no shift, somebody still on duty is said to have forgotten. */
  forgotten: Minutes,
  /** A break that nobody gave another length. */
  usualBreak: Minutes,
  /** A certificate is warned of so many days before its last. */
  certificateDays: z.int().min(1).max(365),
});
export type Working = z.infer<typeof Working>;

export const FIRST_WORKING: Working = { rest: 11 * 60, longestDuty: 12 * 60, sameDuty: 60, forgotten: 30, usualBreak: 30, certificateDays: 30 };

export const WORKING_NAMES = {
  rest: 'Rest between two duties, at least', longestDuty: 'A duty lasts at most', sameDuty: 'Booked on again, it is the same duty within',
  forgotten: 'A forgotten end of duty is noticed after the shift by', usualBreak: 'A break lasts, unless said otherwise',
} as const satisfies Record<Exclude<keyof Working, 'certificateDays'>, string>;
