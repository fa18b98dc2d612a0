// How a crew is looked after: part of the policy, for it differs from force to force (docs/practice.md, Looking after the crew).
import { z } from 'zod';

/** Elapsed minutes: none of these clocks runs for longer than a night. */
const Minutes = z.int().min(1).max(12 * 60);

export const CrewPolicy = z.strictObject({
  /** An SOS that nobody has goes on to the supervisor, and from there to the people on call, after so long each. */
  sosToSupervisor: Minutes, sosToOnCall: Minutes,
});
export type CrewPolicy = z.infer<typeof CrewPolicy>;

export const FIRST_CREW_POLICY: CrewPolicy = { sosToSupervisor: 1, sosToOnCall: 2 };

/** Each figure in words, in the order in which a supervisor reads them. */
export const CREW_CLOCK_NAMES = {
  sosToSupervisor: 'An SOS that nobody has goes on to the supervisor after', sosToOnCall: 'and from there to the people on call after',
} as const satisfies Record<keyof CrewPolicy, string>;
