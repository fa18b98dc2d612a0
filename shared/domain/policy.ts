// The grading policy: data, versioned, never code. Targets and rules differ from force to force (docs/practice.md).
import { z } from 'zod';
import { GRADES } from './grade.ts';
import { MISSING_RISKS, VULNERABILITY_FLAGS } from './incident-words.ts';

export const GradeSchema = z.literal(GRADES).meta({ description: 'Incident grade, 1 (emergency) to 4 (no deployment)' });

/** THRIVE in the caller's terms; `null` is "not asked or not known", which never lowers a grade. */
export const Answers = z.strictObject({
  dangerNow: z.boolean().nullable().meta({ description: 'Is anyone in danger right now?' }),
  hurt: z.boolean().nullable().meta({ description: 'Has anyone been hurt tonight?' }),
  worseTonight: z.boolean().nullable().meta({ description: 'Could it get worse before the morning?' }),
  crime: z.boolean().nullable().meta({ description: 'Is a crime happening or being reported?' }),
  safeUntilSeen: z.boolean().nullable().meta({ description: 'Is somebody able to keep them safe until we come?' }),
  adviceEnough: z.boolean().nullable().meta({ description: 'Would advice or a referral settle it?' }),
});
export type Answers = z.infer<typeof Answers>;
export const NO_ANSWERS: Answers = { dangerNow: null, hurt: null, worseTonight: null, crime: null, safeUntilSeen: null, adviceEnough: null };

const Condition = z.discriminatedUnion('fact', [
  z.strictObject({ fact: z.literal('answer'), question: z.enum(['dangerNow', 'hurt', 'worseTonight', 'crime', 'safeUntilSeen', 'adviceEnough']), is: z.boolean() }),
  z.strictObject({ fact: z.literal('flag'), anyOf: z.array(z.enum(VULNERABILITY_FLAGS)).min(1) }),
  z.strictObject({ fact: z.literal('missing'), risk: z.array(z.enum(MISSING_RISKS)).min(1) }),
]);
export type Condition = z.infer<typeof Condition>;

export const PolicyRule = z.strictObject({
  code: z.string().min(1).max(60),
  grade: GradeSchema,
  /** Every condition must hold. */
  when: z.array(Condition).min(1),
  because: z.string().min(1).max(200),
});

export const Policy = z.strictObject({
  name: z.string().min(1),
  rules: z.array(PolicyRule),
  /** When no rule speaks. */
  otherwise: z.strictObject({ grade: GradeSchema, because: z.string() }),
  /** Elapsed minutes from the report; Grade 1 is due at once, Grade 4 has no attendance. */
  targetMinutes: z.strictObject({ 1: z.int().min(0), 2: z.int().positive(), 3: z.int().positive(), 4: z.null() }),
  warnMinutes: z.strictObject({ ungraded: z.int(), grade2Unallocated: z.int(), grade3Unbooked: z.int(), grade3Unattended: z.int() }),
  /** Elapsed minutes a follow-up to "no access" or "child not seen" may wait for a decision. */
  followUpMinutes: z.int().positive(),
});
export type Policy = z.infer<typeof Policy>;
