// Somebody missing as those who may see the incident see it, and who is whose kin in it.
import { z } from 'zod';
import { MISSING_RISKS } from '../domain/incident-words.ts';
import { KIN_KINDS } from '../domain/kin.ts';
import { INTERVIEW_STEPS } from '../domain/missing.ts';
import { At } from './fields.ts';

const Said = z.strictObject({ staffId: z.string(), name: z.string() });

export const MissingView = z.strictObject({
  id: z.string(), personId: z.string(), reportedAt: At, risk: z.enum(MISSING_RISKS), assessedAt: At, assessedBy: Said,
  facts: z.array(z.strictObject({ id: z.string(), fact: z.string(), source: z.string(), givenAt: At, by: Said })),
  locatedAt: At.nullable(), locatedNote: z.string().nullable(), seenAt: At.nullable(), seenWell: z.boolean().nullable(), seenNote: z.string().nullable(),
  interviewDueAt: At.nullable(), interview: z.enum(['held', 'refused', 'passed-on']).nullable(),
  interviewSteps: z.array(z.strictObject({ id: z.string(), step: z.enum(INTERVIEW_STEPS), who: z.string(), note: z.string().nullable(), carersView: z.string().nullable(), at: At, by: Said })),
  preventionAt: At.nullable(), preventionBy: z.string().nullable(), endedAs: z.enum(['handed-on', 'not-missing']).nullable(), endedAt: At.nullable(), taker: z.string().nullable(),
});
export type MissingView = z.infer<typeof MissingView>;

export const KinView = z.strictObject({ id: z.string(), personId: z.string(), toId: z.string(), kind: z.enum(KIN_KINDS) });
export type KinView = z.infer<typeof KinView>;
