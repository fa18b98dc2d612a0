// A policy that makes no sense is not published; one that may not be meant is pointed at; and what nothing is said against never grades more risk later.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FIRST_POLICY } from '../../shared/domain/first-policy.ts';
import { GRADES } from '../../shared/domain/grade.ts';
import { proposeGrade, type GradingFacts } from '../../shared/domain/grading.ts';
import { MISSING_RISKS, VULNERABILITY_FLAGS } from '../../shared/domain/incident-words.ts';
import type { Condition, DraftPolicy, Policy, PolicyRule } from '../../shared/domain/policy.ts';
import { checkPolicy } from '../../shared/domain/policy-check.ts';
import { policyChanges } from '../../shared/domain/policy-words.ts';
import { QUESTION_CODES, QUESTIONS } from '../../shared/domain/question.ts';
import { answers } from './histories.ts';

const answer = (question: (typeof QUESTION_CODES)[number], is: boolean): Condition => ({ fact: 'answer', question, is });
const rule = (code: string, grade: PolicyRule['grade'], ...when: Condition[]): PolicyRule => ({ code, grade, when, because: `Because of ${code}` });
const withRules = (...rules: PolicyRule[]): Policy => ({ ...FIRST_POLICY, rules });
const stops = (policy: DraftPolicy): string[] => checkPolicy(policy).filter((finding) => finding.stops).map(({ says }) => says);
const warnings = (policy: DraftPolicy): string[] => checkPolicy(policy).filter((finding) => !finding.stops).map(({ ruleCode, says }) => `${ruleCode ?? ''}: ${says}`);

test('against the first policy there is nothing to say', () => expect(checkPolicy(FIRST_POLICY)).toEqual([]));

describe('it is not published', () => {
  const { warnMinutes, targetMinutes, clocks, taking } = FIRST_POLICY;
  test.each<[string, DraftPolicy, RegExp]>([
    ['with a Grade 2 later than Grade 3', { ...FIRST_POLICY, targetMinutes: { ...targetMinutes, 2: 3000 } }, /sooner than Grade 3/],
    ['with a warning after the deadline', { ...FIRST_POLICY, warnMinutes: { ...warnMinutes, grade2Unallocated: 60 } }, /only after it is due/],
    ['with a warning of Grade 3 after its deadline', { ...FIRST_POLICY, warnMinutes: { ...warnMinutes, grade3Unattended: 2880 } }, /only after it is due/],
    ['with a return interview warned of before it is owed', { ...FIRST_POLICY, clocks: { ...clocks, returnInterviewWarning: clocks.returnInterview } }, /return interview/],
    ['with two rules of one name', withRules(rule('crime', 2, answer('crime', true)), rule('crime', 3, answer('hurt', true))), /Two rules are called crime/],
    ['with a rule named as what is said when none speaks', withRules(rule('otherwise', 2, answer('crime', true))), /Two rules are called otherwise/],
    ['with a rule that has no conditions', withRules(rule('always', 1)), /without conditions/],
    ['with a reason that nobody wrote', withRules({ ...rule('mute', 1, answer('crime', true)), because: ' ' }), /Say why/],
    ['with a condition that names nothing', withRules(rule('nobody', 1, { fact: 'flag', anyOf: [] })), /names nothing/],
    ['without a name', { ...FIRST_POLICY, name: ' ' }, /no name/],
    ['with a ground for not taking that says nothing', { ...FIRST_POLICY, taking: { ...taking, notWhen: [{ code: 'x', when: [], because: '' }] } }, /without conditions/],
  ])('%s', (_what, policy, says) => expect(stops(policy).join(' ')).toMatch(says));
});

describe('it is pointed at', () => {
  test.each<[string, Policy, RegExp]>([
    ['a rule that a stricter one always covers', withRules(...FIRST_POLICY.rules, rule('late', 3, answer('dangerNow', true), answer('hurt', true))), /late: It never decides: wherever it speaks, “Somebody is in danger/],
    ['a rule that contradicts itself', withRules(...FIRST_POLICY.rules, rule('both', 1, answer('hurt', true), answer('hurt', false))), /both: It can never speak/],
    ['a stricter grade for what reassures', withRules(...FIRST_POLICY.rules, rule('odd', 2, answer('dangerNow', false))), /odd: More risk could propose a later/],
    ['a later grade for what does not', withRules(...FIRST_POLICY.rules, rule('lax', 4, { fact: 'missing', risk: ['low'] })), /lax: It proposes a later grade than when nothing is known/],
    ['a stricter grade for the lower risk only', withRules(...FIRST_POLICY.rules.filter(({ code }) => code !== 'missing-high')), /missing-medium: More risk could/],
    ['a grade that nothing proposes', withRules(...FIRST_POLICY.rules.filter(({ grade }) => grade !== 1)), /Nothing proposes Grade 1/],
    ['danger that no rule looks at', withRules(...FIRST_POLICY.rules.filter(({ code }) => code !== 'danger-now')), /No rule looks at/],
  ])('%s', (_what, policy, says) => {
    expect(stops(policy)).toEqual([]);
    expect(warnings(policy).join('\n')).toMatch(says);
  });
});

test('what one version changes of another is said, whatever the order of the keys', () => {
  const reordered: Policy = { ...FIRST_POLICY, rules: FIRST_POLICY.rules.map(({ code, grade, when, because }) => ({ because, when, grade, code })) };
  expect(policyChanges(FIRST_POLICY, reordered)).toEqual([]);
  const changed: Policy = { ...reordered, targetMinutes: { ...FIRST_POLICY.targetMinutes, 2: 45 }, rules: [...reordered.rules.filter(({ code }) => code !== 'crime'), rule('new', 1, answer('crime', true))] };
  expect(policyChanges(FIRST_POLICY, changed)).toEqual([
    'New rule, Grade 1: Because of new, when “Is a crime happening or being reported?” Yes.', 'No longer a rule: A crime is happening or being reported (Grade 2).', 'Grade 2, attended within: 1 h 00 min becomes 45 min.',
  ]);
});

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ fact: fc.constant('answer' as const), question: fc.constantFrom(...QUESTION_CODES.slice(0, 4), 'adviceEnough' as const), is: fc.boolean() }),
  fc.record({ fact: fc.constant('flag' as const), anyOf: fc.subarray([...VULNERABILITY_FLAGS], { minLength: 1 }) }),
  fc.record({ fact: fc.constant('missing' as const), risk: fc.subarray([...MISSING_RISKS], { minLength: 1 }) }),
);
const policies = fc.record({
  rules: fc.array(fc.record({ grade: fc.constantFrom(...GRADES), when: fc.array(condition, { minLength: 1, maxLength: 3 }) }), { maxLength: 5 }), otherwise: fc.constantFrom(...GRADES),
}).map(({ rules, otherwise }): Policy => ({ ...withRules(...rules.map(({ grade, when }, at) => rule(`r${at}`, grade, ...when))), otherwise: { grade: otherwise, because: 'Nothing else' } }));
const facts: fc.Arbitrary<GradingFacts> = fc.record({ answers, flags: fc.subarray([...VULNERABILITY_FLAGS]), missingRisk: fc.constantFrom(null, ...MISSING_RISKS) });

/** One step towards more risk: an answer that reassured is not known any more, or one says it; a flag more; a risk higher. */
const riskier: fc.Arbitrary<(facts: GradingFacts) => GradingFacts> = fc.oneof(
  fc.constantFrom(...QUESTION_CODES).map((question) => (given: GradingFacts) => {
    const said = given.answers[question];
    return { ...given, answers: { ...given.answers, [question]: said === !QUESTIONS[question].riskier ? null : QUESTIONS[question].riskier } };
  }),
  fc.constantFrom(...VULNERABILITY_FLAGS).map((flag) => (given: GradingFacts) => ({ ...given, flags: [...new Set([...given.flags, flag])] })),
  fc.constant((given: GradingFacts) => ({ ...given, missingRisk: MISSING_RISKS[given.missingRisk === null ? 0 : MISSING_RISKS.indexOf(given.missingRisk) + 1] ?? given.missingRisk })),
);
const againstTheRisk = /It proposes a later grade than when nothing is known|different grades|More risk could/;
const goesWithTheRisk = (policy: Policy): boolean => !checkPolicy(policy).some(({ says }) => againstTheRisk.test(says));

describe('a policy that is not pointed at for it', () => {
  test('never proposes a later grade for more risk, and what is not known never lowers one', () => {
    let held = 0;
    fc.assert(fc.property(policies, fc.array(fc.tuple(facts, riskier), { minLength: 10, maxLength: 10 }), (policy, steps) => {
      if (!goesWithTheRisk(policy)) return;
      held += policy.rules.length > 1 ? 1 : 0;
      for (const [given, step] of steps) expect(proposeGrade(policy, step(given)).grade).toBeLessThanOrEqual(proposeGrade(policy, given).grade);
    }), { numRuns: 1500 });
    // Or it would have been about nothing.
    expect(held).toBeGreaterThan(15);
  });

  test('and every policy explains every proposal, by rules of its own', () => {
    fc.assert(fc.property(policies, facts, (policy, given) => {
      const { grade, reasons } = proposeGrade(policy, given);
      expect(reasons[0]).toMatchObject({ grade, because: expect.stringMatching(/\w/) });
      expect([...policy.rules.map(({ code }) => code), 'otherwise']).toEqual(expect.arrayContaining(reasons.map(({ code }) => code)));
    }));
  });
});
