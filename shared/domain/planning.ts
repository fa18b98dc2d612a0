// The policy's section on booked visits: how long they are, what a family is told, and the crews that are kept free for a Grade 2 (docs/practice.md, Booked visits).
import { z } from 'zod';

const Minutes = z.int().min(1).max(60 * 24);
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/).meta({ description: 'Local time, 24 hours: 17:00' });

/** So many crews of two stay free for a Grade 2, by the local weekday on which the stretch begins; an ending that is not later than its beginning is on the next day. */
export const Reserve = z.strictObject({
  districtCode: z.string().regex(/^E0\d{7}$/).meta({ description: 'The area that they stay in' }),
  days: z.array(z.int().min(0).max(6)).min(1).max(7), from: TimeOfDay, until: TimeOfDay, crews: z.int().min(1).max(9),
});
export type Reserve = z.infer<typeof Reserve>;

export const Planning = z.strictObject({
  /** How long a visit takes, where nobody says. */
  visitMinutes: Minutes,
  /** A family is told that somebody comes within so long of the booked time. */
  toldMinutes: Minutes,
  /** The legs of one visit begin within so long of each other. */
  gapMinutes: Minutes,
  /** Everybody who is booked is sent so long before it. */
  sendBeforeMinutes: Minutes,
  /** How long somebody on duty is planned for, from when they booked on, where no shift says. */
  dutyMinutes: Minutes,
  /** A plan sends nobody to a door outside these hours, unless the family said when it suits them. */
  visitFrom: TimeOfDay, visitUntil: TimeOfDay,
  reserve: z.array(Reserve).max(40),
});
export type Planning = z.infer<typeof Planning>;

export const FIRST_PLANNING: Planning = {
  visitMinutes: 60, toldMinutes: 60, gapMinutes: 180, sendBeforeMinutes: 45, dutyMinutes: 600, visitFrom: '08:00', visitUntil: '21:00',
  reserve: [
    { districtCode: 'E07000123', days: [0, 1, 2, 3, 4, 5, 6], from: '18:00', until: '02:00', crews: 1 },
    { districtCode: 'E07000117', days: [5, 6], from: '18:00', until: '02:00', crews: 1 },
  ],
};

export const PLANNING_NAMES = {
  visitMinutes: 'A visit takes, where nobody says', toldMinutes: 'A family is told to expect somebody within', gapMinutes: 'The legs of one visit begin within', sendBeforeMinutes: 'Everybody booked is sent, before it by',
  dutyMinutes: 'Somebody on duty without a shift is planned for',
} as const satisfies Record<Exclude<keyof Planning, 'reserve' | 'visitFrom' | 'visitUntil'>, string>;
