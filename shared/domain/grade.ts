// The four grades of an incident (docs/practice.md, Grades), and which change of grade is a downgrade.
import type { Instant } from './instant.ts';

export const GRADES = [1, 2, 3, 4] as const;
export type Grade = (typeof GRADES)[number];

export const GRADE_MEANS = {
  1: 'Emergency: passed to the police control room at once',
  2: 'Priority: attend within 1 hour',
  3: 'Planned: attend within 48 hours',
  4: 'No deployment: advice, signposting or referral',
} as const satisfies Record<Grade, string>;

export interface GradeInForce {
  /** The strictest grade in force, the policy's proposal included; loosened only by two people. */
  strictest: Grade;
  attendedAt: Instant | null;
}

/** A later target than the strictest in force while nobody has been there. */
export const isDowngrade = (facts: GradeInForce, to: Grade): boolean => facts.attendedAt === null && to > facts.strictest;

/** Closing, cancelling, linking and passing on ask this: an unattended Grade 1 or 2 ends only with a second person. */
export const endingIsDowngrade = (facts: GradeInForce): boolean => facts.attendedAt === null && facts.strictest <= 2;

export const strictestOf = (a: Grade, b: Grade): Grade => (a < b ? a : b);
