// A document stored by an earlier version is read as what it was, with the rest from the first policy; what was no policy is refused.
import { expect, test } from '@jest/globals';
import { ZodError } from 'zod';
import { FIRST_POLICY } from '../../shared/domain/first-policy.ts';
import { DraftPolicy } from '../../shared/domain/policy.ts';
import { storedPolicy, withLater } from '../../shared/domain/stored-policy.ts';

test('as it stands it is read unchanged', () => expect(storedPolicy(structuredClone(FIRST_POLICY))).toEqual(FIRST_POLICY));

test('an older one keeps its own figures, and has the first policy’s for what it knew nothing of', () => {
  const { clocks: _clocks, taking: _taking, planning: _planning, warnMinutes: { grade2Imminent: _imminent, ...warned }, ...older } = FIRST_POLICY;
  const read = storedPolicy({ ...older, name: 'Of 2025', warnMinutes: { ...warned, ungraded: 3 } });
  expect(read).toEqual({ ...FIRST_POLICY, name: 'Of 2025', warnMinutes: { ...FIRST_POLICY.warnMinutes, ungraded: 3 } });
});

test.each([null, 'policy', {}, { ...FIRST_POLICY, warnMinutes: null }, { ...FIRST_POLICY, extra: 1 }, { ...FIRST_POLICY, targetMinutes: { 1: 5, 2: 60, 3: 2880, 4: null } }])('%j is no policy', (body) => {
  expect(() => storedPolicy(body)).toThrow(ZodError);
});

test('a draft of before, half written, has what came later too', () => {
  const { soloFirst: _solo, legSkills: _skills, ...sending } = FIRST_POLICY.sending;
  const draft = { ...FIRST_POLICY, name: '', rules: [], sending: { ...sending, answerMinutes: 12 } };
  expect(DraftPolicy.parse(withLater(draft)).sending).toEqual({ ...FIRST_POLICY.sending, answerMinutes: 12 });
});
