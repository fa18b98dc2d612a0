// Publishing a policy: what makes no sense is not published, and it comes into force late enough for every screen to have it.
import { accept, refuse, type Decision } from './decision.ts';
import type { Who } from './decide-grade.ts';
import type { Id } from './incident-file.ts';
import { plusMinutes, type Instant } from './instant.ts';
import { Policy, type DraftPolicy } from './policy.ts';
import { checkPolicy } from './policy-check.ts';

/** Screens ask for the policy three times a minute: whoever grades is never surprised by one that they have not heard of. */
export const SOONEST_MINUTES = 1;

export interface PolicyPublished { name: 'policy.published'; at: Instant; byId: Id; policyId: Id; version: number; fromAt: Instant; draftId: Id; body: Policy }

/** Within a longer sentence. */
export const unended = (sentence: string): string => sentence.replace(/\.$/, '');

/** `fromAt` null: as soon as it can. */
export function decidePublish(draft: { id: Id; body: DraftPolicy }, command: { policyId: Id; version: number; fromAt: Instant | null }, who: Who): Decision<PolicyPublished> {
  const [problem] = checkPolicy(draft.body).filter(({ stops }) => stops);
  const { data: body } = Policy.safeParse(draft.body);
  if (problem !== undefined || body === undefined) return refuse('policy-not-sound', { problem: unended(problem?.says ?? 'it cannot be read') });
  const soonest = plusMinutes(who.now, SOONEST_MINUTES);
  if (command.fromAt !== null && command.fromAt < soonest) return refuse('policy-from-too-soon');
  return accept({ name: 'policy.published', at: who.now, byId: who.staffId, policyId: command.policyId, version: command.version, fromAt: command.fromAt ?? soonest, draftId: draft.id, body });
}
