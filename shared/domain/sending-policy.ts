// The policy's section on sending: how a drive is estimated where there is no router, and what the ranking goes by (docs/practice.md, Sending).
import { z } from 'zod';
import { ACTIVITY_CODES, NEEDS } from './activity.ts';
import { SKILLS } from './skill.ts';

const Kmh = z.int().min(5).max(110);
const Minutes = z.int().min(1).max(60 * 24 * 60);
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/).meta({ description: 'Local time, 24 hours: 17:00' });

export const Sending = z.strictObject({
  /** How much longer the road is than the straight line. */
  roadFactor: z.number().min(1).max(3),
  /** Kilometres an hour, door to door; the busy hours are those on the wall, and may run over midnight. */
  busyFrom: TimeOfDay, busyUntil: TimeOfDay, busyKmh: Kmh, quietKmh: Kmh,
  /** Arrivals less than this apart rank alike, and then the rest is looked at. */
  arrivalBandMinutes: Minutes,
  /** An older position says nothing of when somebody arrives. */
  oldPositionMinutes: Minutes,
  /** Whoever was sent answers within so long, or control is told. */
  answerMinutes: Minutes,
  /** Where one leg may go ahead alone, with a reason; the other is asked for again after so long. */
  soloFirst: z.array(z.enum(ACTIVITY_CODES)).max(ACTIVITY_CODES.length), legOwedMinutes: Minutes,
  /** Whoever is held for a task and not sent is free again after so long. */
  holdMinutes: Minutes,
  /** A crew's vehicle is driven by somebody of it with a certificate in date. Off where driving is not recorded. */
  driverNeeded: z.boolean(),
  /** What a leg of an activity needs beyond a profession, whenever such a task is added. */
  legSkills: z.array(z.strictObject({ activity: z.enum(ACTIVITY_CODES), need: z.enum(NEEDS), skills: z.array(z.enum(SKILLS)).min(1).max(SKILLS.length) })).max(50),
});
export type Sending = z.infer<typeof Sending>;

export const FIRST_SENDING: Sending = {
  roadFactor: 1.3, busyFrom: '07:00', busyUntil: '19:00', busyKmh: 34, quietKmh: 42, arrivalBandMinutes: 5, oldPositionMinutes: 30, answerMinutes: 5,
  soloFirst: ['welfare-check', 'vulnerable-location', 'needs-and-risk', 'rapid-intervention'], legOwedMinutes: 20, holdMinutes: 10, driverNeeded: false, legSkills: [],
};

export const SENDING_NAMES = {
  arrivalBandMinutes: 'Arrivals rank alike when they are less apart than', oldPositionMinutes: 'A position says nothing once it is older than',
  answerMinutes: 'Whoever is sent answers within', legOwedMinutes: 'Where one leg went ahead alone, control is told that the other is still owed after', holdMinutes: 'Whoever is held and not sent is free again after',
} as const satisfies Partial<Record<keyof Sending, string>>;

export const SOLO_FIRST_NAME = 'One leg may go ahead alone, with a reason, on';
export const DRIVER_NAME = 'A crew’s vehicle is driven by somebody with a certificate in date, or its crew is not sent';
