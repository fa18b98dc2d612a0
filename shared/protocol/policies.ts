// Routes about the grading policy: the one in force, those published before and after, drafts, trying one, and publishing.
import { z } from 'zod';
import { DraftPolicy, GradeSchema, Policy } from '../domain/policy.ts';
import { At, Id, Instant, Version } from './fields.ts';
import { command, Done, route } from './route.ts';

const READERS = ['coordinator', 'supervisor', 'edt'] as const;
const EDITORS = ['supervisor'] as const;
const PolicyFields = { id: z.string(), version: z.int(), fromAt: At, publishedAt: At.nullable().meta({ description: 'Null: of a new deployment' }), publishedBy: z.string().nullable() };

/** `untilAt`: another comes into force then; null while none is published that does. */
export const PolicyNowView = z.strictObject({ ...PolicyFields, body: Policy, untilAt: At.nullable() });
export type PolicyNowView = z.infer<typeof PolicyNowView>;
export const PolicyLineView = z.strictObject({ ...PolicyFields, name: z.string(), standing: z.enum(['in-force', 'to-come', 'past', 'never']) });
export type PolicyLineView = z.infer<typeof PolicyLineView>;
export const DraftLineView = z.strictObject({ id: z.string(), version: z.int(), name: z.string(), changedAt: At, changedBy: z.string() });
export type DraftLineView = z.infer<typeof DraftLineView>;
const Reason = z.strictObject({ code: z.string(), grade: GradeSchema, because: z.string() });
const Tried = z.strictObject({ grade: GradeSchema, reasons: z.array(Reason) });
export const TrialView = z.strictObject({
  /** How many were looked at: those that the asker may see. */
  tried: z.int(), stricter: z.int(), later: z.int(),
  differing: z.array(z.strictObject({ incidentId: z.string(), ref: z.string(), reportedAt: At, given: GradeSchema, inForce: Tried, tried: Tried })),
});
export type TrialView = z.infer<typeof TrialView>;

export const readPolicyNow = route('GET', '/policies/current', {
  summary: 'The grading policy in force, and until when: a screen proposes by it as the answers come', may: [...READERS, 'responder'], out: PolicyNowView,
});
export const listPolicies = route('GET', '/policies', { summary: 'Every policy published, newest first', may: READERS, out: z.array(PolicyLineView) });
export const readPolicy = route('GET', '/policies/:policyId', {
  summary: 'One published policy', may: READERS, params: { policyId: Id }, out: z.strictObject({ ...PolicyFields, body: Policy }), refusals: ['not-found'],
});
export const tryPolicy = route('POST', '/policies/try', {
  summary: 'Which of the last incidents a policy would propose another grade for than the one in force; changes nothing', may: EDITORS,
  body: { body: DraftPolicy, last: z.int().min(1).max(1000) }, out: TrialView, refusals: ['policy-not-sound'],
});
const draftId = { draftId: Id };
export const listPolicyDrafts = route('GET', '/policy-drafts', { summary: 'The drafts, last changed first', may: EDITORS, out: z.array(DraftLineView) });
export const readPolicyDraft = route('GET', '/policy-drafts/:draftId', {
  summary: 'One draft', may: EDITORS, params: draftId, out: DraftLineView.extend({ body: DraftPolicy }), refusals: ['not-found'],
});
export const startPolicyDraft = route('POST', '/policy-drafts', { summary: 'Start a draft', may: EDITORS, body: command({ body: DraftPolicy }), out: Done });
export const savePolicyDraft = route('POST', '/policy-drafts/:draftId', {
  summary: 'Keep a draft as it is now', may: EDITORS, params: draftId, body: command({ expectedVersion: Version, body: DraftPolicy }), out: Done, refusals: ['not-found', 'stale'],
});
export const discardPolicyDraft = route('POST', '/policy-drafts/:draftId/discard', {
  summary: 'Throw a draft away', may: EDITORS, params: draftId, body: command({ expectedVersion: Version }), out: Done, refusals: ['not-found', 'stale'],
});
export const publishPolicy = route('POST', '/policy-drafts/:draftId/publish', {
  summary: 'Publish a draft, from a time on; from then on it never changes', may: EDITORS, params: draftId,
  body: command({ expectedVersion: Version, fromAt: Instant.nullable().meta({ description: 'Null: as soon as it can' }) }), out: Done, refusals: ['not-found', 'stale', 'policy-not-sound', 'policy-from-too-soon'],
});
