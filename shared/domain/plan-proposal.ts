// A plan as it was proposed and is kept: what to book, what to move, what stays, what could not be placed and why. Ids, codes and moments only.
import { z } from 'zod';
import { NEEDS } from './activity.ts';
import { LEFT_OUT } from './left-out.ts';
import { PLAN_CAUSES } from './plan-cause.ts';

const Id = z.string();
const At = z.string();
const Stretch = { fromAt: At, untilAt: At };

export const PlanLine = z.strictObject({
  id: Id, incidentId: Id, taskId: Id, /** Null: to book; else what it moves. */ fromBookingId: Id.nullable(),
  /** The family was told another time. */
  mustTell: z.boolean(), visits: z.array(z.strictObject({ legId: Id, staffId: Id, ...Stretch })),
});
export type PlanLine = z.infer<typeof PlanLine>;

/** What the drives of a plan rest on. */
export const PLAN_TRAVEL = ['straight-line', 'router', 'both'] as const;
export type PlanTravel = (typeof PLAN_TRAVEL)[number];
export const PLAN_TRAVEL_WORDS = {
  'straight-line': 'Drives by the straight line', router: 'Drives by road', both: 'Drives by road, and by the straight line where no road is known',
} as const satisfies Record<PlanTravel, string>;

export const PlanProposal = z.strictObject({
  lines: z.array(PlanLine), leftOut: z.array(z.strictObject({ incidentId: Id, taskId: Id, why: z.enum(LEFT_OUT), need: z.enum(NEEDS).nullable() })),
  /** Booked, and left as it is. */
  kept: z.array(z.strictObject({ incidentId: Id, bookingId: Id })),
  /** Hours in which the policy's reserve could not be kept. */
  reserveLost: z.array(z.strictObject({ districtCode: z.string(), ...Stretch })),
  /** Why it was made again by itself; empty where somebody asked for it. */
  because: z.array(z.enum(PLAN_CAUSES)).default([]),
  travel: z.enum(PLAN_TRAVEL).default('straight-line'),
});
export type PlanProposal = z.infer<typeof PlanProposal>;
