// A leg that rests on a certificate is filled with it in date alone.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canFill, certificateMissing, NEEDS, PROFESSIONS, skillNeeded } from '../../shared/domain/activity.ts';
import { SKILLS } from '../../shared/domain/skill.ts';
import { evening, task } from './evening.ts';
import { decideDispatch } from '../../shared/domain/decide-dispatch.ts';

const dove = { assignmentId: 'a', dutyId: 'd', staffId: 'dove', name: 'AMHP Gwen Dove', profession: 'amhp' as const, teamId: null, onDuty: true, breakUntil: null, busyOn: null, heldFor: null, vehicle: null, gender: null };
const send = (skills: readonly (typeof SKILLS)[number][]) => decideDispatch(evening(task('visit', ['amhp'])), 'visit', [{ ...dove, skills }], (at) => at, { staffId: 'kit', now: '2026-11-22T23:00:00.000Z' });

test('an AMHP is sent to an assessment with the approval in date, and refused by name without it', () => {
  expect(send(['amhp']).accepted).toBe(true);
  expect(send(['driver'])).toEqual({ accepted: false, refusal: { code: 'certificate-needed', facts: { who: 'AMHP Gwen Dove', what: 'Approved mental health professional' } } });
});

test('a social worker with the approval stands in an AMHP’s leg; a certificate alone makes nobody a constable', () => {
  expect([canFill('social-worker', 'amhp', ['amhp']), canFill('social-worker', 'amhp', []), canFill('pcso', 'constable', SKILLS), canFill('constable', 'amhp', SKILLS)]).toEqual([true, false, false, false]);
});

test('more certificates never take a leg from anybody, and what is named as missing is what would give it', () => {
  fc.assert(fc.property(fc.constantFrom(...PROFESSIONS), fc.constantFrom(...NEEDS), fc.subarray([...SKILLS]), fc.constantFrom(...SKILLS), (profession, need, skills, more) => {
    if (canFill(profession, need, skills)) expect(canFill(profession, need, [...skills, more])).toBe(true);
    const needed = skillNeeded(need);
    if (needed !== null && !skills.includes(needed)) expect(canFill(profession, need, skills)).toBe(false);
    const missing = certificateMissing(profession, need, skills);
    if (missing !== null) expect(canFill(profession, need, [...skills, missing])).toBe(true);
  }));
});
