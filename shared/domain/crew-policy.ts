// How a crew is looked after: part of the policy, for it differs from force to force (docs/practice.md, Looking after the crew).
import { z } from 'zod';
import { ACTIVITIES, ACTIVITY_CODES, type Activity } from './activity.ts';

const Minutes = z.int().min(1).max(60 * 24 * 60);

export const CrewPolicy = z.strictObject({
  /** Somebody who is there checks in so often; sooner where there is a staff-safety warning, or a source knows something. */
  checkIn: Minutes, checkInWarned: Minutes,
  /** One that is due and does not come: so long after it the partner is asked, and control is told. */
  askPartner: Minutes, tellControl: Minutes,
  /** An SOS that nobody has goes on to the supervisor, and from there to the people on call, after so long each. */
  sosToSupervisor: Minutes, sosToOnCall: Minutes,
  /** Those of a joint visit who are there and so far from one another for so long are told to control. */
  apartMetres: z.int().min(50).max(20_000), apartMinutes: Minutes,
  /** So long after arriving a crew expects to leave, by what it came for. */
  stay: z.strictObject(Object.fromEntries(ACTIVITY_CODES.map((code) => [code, Minutes])) as Record<Activity, typeof Minutes>),
});
export type CrewPolicy = z.infer<typeof CrewPolicy>;

export const FIRST_CREW_POLICY: CrewPolicy = {
  checkIn: 30, checkInWarned: 15, askPartner: 2, tellControl: 5, sosToSupervisor: 1, sosToOnCall: 2, apartMetres: 300, apartMinutes: 3,
  stay: {
    'welfare-check': 60, 'return-interview': 90, 'vulnerable-location': 60, 'public-protection': 90, 'hospital-liaison': 90, 'needs-and-risk': 90, 'rapid-intervention': 60, bridging: 60,
    'mental-health-assessment': 180, 'intensive-session': 90,
  },
};

/** Each figure in words, in the order in which a supervisor reads them. */
export const CREW_CLOCK_NAMES = {
  checkIn: 'Somebody who is there checks in every', checkInWarned: 'where there is a staff-safety warning, every', askPartner: 'One that does not come is asked of the partner after', tellControl: 'and control is told after',
  sosToSupervisor: 'An SOS that nobody has goes on to the supervisor after', sosToOnCall: 'and from there to the people on call after',
  apartMinutes: 'Two of a joint visit who are apart are told to control after',
} as const satisfies Record<Exclude<keyof CrewPolicy, 'stay' | 'apartMetres'>, string>;
export const APART_NAME = 'Apart is further than';

export const STAY_NAMES: Readonly<Record<string, string>> = Object.fromEntries(ACTIVITY_CODES.map((code) => [code, `Leaves after: ${ACTIVITIES[code].name}`]));
