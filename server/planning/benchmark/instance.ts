// The published joint-visit benchmark (docs/decisions/017): its file, as a question to the product's own planner.
import { z } from 'zod';
import type { AskedLeg, AskedPlan, AskedVisit } from '../engine/problem.ts';

const Minutes = z.number().finite().nonnegative();
const Synchronisation = z.union([
  z.object({ type: z.literal('simultaneous') }),
  z.object({ type: z.literal('sequential'), distance: z.tuple([Minutes, Minutes]).refine(([least, most]) => least <= most, 'the least gap is above the most') }),
]);
const Service = z.object({ service: z.string(), duration: Minutes });
const Patient = z.object({ id: z.string(), time_window: z.tuple([Minutes, Minutes]), required_caregivers: z.array(Service).min(1).max(2), synchronization: Synchronisation.nullish() })
  .refine(({ required_caregivers: services, synchronization }) => services.length === 1 || synchronization != null, 'two services, and nothing says how they meet');

/** Keys that are not read here (`location`, `services` …) say the same once more. */
export const Instance = z.object({ patients: z.array(Patient).min(1), caregivers: z.array(z.object({ id: z.string(), abilities: z.array(z.string()) })).min(1), distances: z.array(z.array(Minutes)) })
  .refine(({ patients, distances }) => distances.length === patients.length + 1 && distances.every((row) => row.length === distances.length), 'the distances are not one row and one column for the depot and each patient');
export type Instance = z.infer<typeof Instance>;

/** Every third of what it costs: distance, tardiness in sum, and the worst. */
const WEIGHTS = { travel: 1 / 3, late: 1 / 3, latest: 1 / 3, apart: 0 };
const DEPOT = 0;
/** Nobody may be left out: dearer than any plan. */
const LEFT_OUT = 1e9;

export function askedOf({ patients, caregivers, distances }: Instance): AskedPlan {
  const legOf = ({ service, duration }: z.infer<typeof Service>): AskedLeg => ({ minutes: duration, mayGo: caregivers.flatMap(({ abilities }, index) => (abilities.includes(service) ? [index] : [])) });
  return {
    travel: distances, weights: WEIGHTS,
    shifts: caregivers.map(() => ({ base: DEPOT, from: 0, until: Infinity, breaks: [], crew: null, onlyWith: null })),
    visits: patients.map(({ time_window: [opens, closes], required_caregivers: [first, second], synchronization }, index): AskedVisit => {
      if (first === undefined) throw new Error('a patient without a service');
      const [least, most] = synchronization?.type === 'sequential' ? synchronization.distance : [0, 0];
      return { place: index + 1, opens, closes, latest: Infinity, shut: [], first: legOf(first), second: second === undefined ? null : { ...legOf(second), least, most }, dropCost: LEFT_OUT, booked: null };
    }),
  };
}
