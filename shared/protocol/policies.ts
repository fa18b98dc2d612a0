// Routes about the grading policy: the one in force, those published before and after, drafts, and publishing.
import { z } from 'zod';
import { Policy } from '../domain/policy.ts';
import { At } from './fields.ts';
import { route } from './route.ts';

const PolicyFields = { id: z.string(), version: z.int(), fromAt: At, publishedAt: At.nullable().meta({ description: 'Null: of a new deployment' }), publishedBy: z.string().nullable() };

/** `untilAt`: another comes into force then; null while none is published that does. */
export const PolicyNowView = z.strictObject({ ...PolicyFields, body: Policy, untilAt: At.nullable() });
export type PolicyNowView = z.infer<typeof PolicyNowView>;

export const readPolicyNow = route('GET', '/policies/current', {
  summary: 'The grading policy in force, and until when: a screen proposes by it as the answers come', may: ['coordinator', 'supervisor', 'edt', 'responder'], out: PolicyNowView,
});
