// The policy to come: published by the supervisor this evening, in force from the next working day, so that the versions have a history.
import { FIRST_POLICY } from '../../shared/domain/first-policy.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { nextWorkingDayAt } from '../../shared/domain/working-time.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import { publishPolicy } from '../policies/commands/publish-policy.ts';
import { startDraft } from '../policies/commands/start-draft.ts';
import type { Step } from './hands.ts';

const WINTER: Policy = {
  ...FIRST_POLICY, name: 'Winter nights',
  rules: [{ code: 'adult-helpless', grade: 2, when: [{ fact: 'flag', anyOf: ['vulnerable-adult'] }, { fact: 'answer', question: 'cannotProtect', is: true }], because: 'A vulnerable adult who cannot look after themselves' }, ...FIRST_POLICY.rules],
  warnMinutes: { ...FIRST_POLICY.warnMinutes, grade2Unallocated: 30 },
};

export const nextPolicy = (start: Instant): Step => ({ minutesAgo: 95, async run(hands) {
  const { draftId } = await hands.as('supervisor', startDraft, { body: WINTER });
  await hands.as('supervisor', publishPolicy, { draftId: draftId ?? '', expectedVersion: 1, fromAt: nextWorkingDayAt(start, '09:00') });
} });
