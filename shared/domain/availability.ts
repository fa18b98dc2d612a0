// Whether somebody at work is free, and what holds them if not: the one function that says it, for every screen.
import type { AssignmentState } from './incident-file.ts';
import type { Instant } from './instant.ts';

export const AVAILABILITIES = ['free', 'on-break', 'sent', 'going', 'there'] as const;
export type Availability = (typeof AVAILABILITIES)[number];

const HELD: Partial<Record<AssignmentState, Availability>> = { dispatched: 'sent', accepted: 'sent', going: 'going', there: 'there' };

/** A visit holds them before a break does: `visit` is the state of the one that they are on. A break is over at its time, whether or not anybody has said so. */
export function availabilityOf(visit: AssignmentState | null, breakUntil: Instant | null, now: Instant): Availability {
  const held = visit === null ? undefined : HELD[visit];
  return held ?? (breakUntil !== null && breakUntil > now ? 'on-break' : 'free');
}
