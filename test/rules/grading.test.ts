// The first policy: what it proposes for what is said, why, and that more risk never makes it later.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FIRST_POLICY } from '../../shared/domain/first-policy.ts';
import { GRADES, type Grade } from '../../shared/domain/grade.ts';
import { dueAtFor, proposeGrade, type GradingFacts, type Proposal } from '../../shared/domain/grading.ts';
import { MISSING_RISKS, VULNERABILITY_FLAGS } from '../../shared/domain/incident-words.ts';
import { minutesBetween } from '../../shared/domain/instant.ts';
import { QUESTION_CODES, QUESTIONS } from '../../shared/domain/question.ts';
import { answers as anyAnswers } from './histories.ts';
import { NO_ANSWERS, Policy, type Answers } from '../../shared/domain/policy.ts';

const propose = (facts: GradingFacts): Proposal => proposeGrade(FIRST_POLICY, facts);
const said = (answers: Partial<Answers>, more: Partial<GradingFacts> = {}): GradingFacts => ({ answers: { ...NO_ANSWERS, ...answers }, flags: [], missingRisk: null, ...more });

const EXAMPLES: readonly [code: string, grade: Grade, facts: GradingFacts][] = [
  ['danger-now', 1, said({ dangerNow: true })],
  ['hurt-badly', 1, said({ hurt: true, hurtBadly: true })],
  ['missing-high', 1, said({}, { missingRisk: 'high' })],
  ['hurt', 2, said({ hurt: true })],
  ['crime', 2, said({ crime: true })],
  ['missing-medium', 2, said({}, { missingRisk: 'medium' })],
  ['worse-and-vulnerable', 2, said({ worseTonight: true }, { flags: ['mental-health'] })],
  ['worse-and-helpless', 2, said({ worseTonight: true, cannotProtect: true })],
  ['worse-and-before', 2, said({ worseTonight: true, happenedBefore: true })],
  ['not-safe-until-seen', 2, said({ safeUntilSeen: false })],
  ['worse-tonight', 3, said({ worseTonight: true })],
  ['vulnerable', 3, said({}, { flags: ['vulnerable-adult'] })],
  ['missing-lower', 3, said({}, { missingRisk: 'no-apparent' })],
  ['helpless', 3, said({ cannotProtect: true })],
  ['happened-before', 3, said({ happenedBefore: true })],
  ['will-not-engage', 3, said({ willEngage: false, adviceEnough: true })],
  ['advice-enough', 4, said({ adviceEnough: true })],
  ['otherwise', 3, said({})],
];

describe('each rule of the first policy', () => {
  test.each(EXAMPLES)('%s proposes Grade %i and says why', (code, grade, facts) => {
    const proposal = propose(facts);
    expect(proposal.grade).toBe(grade);
    expect(proposal.reasons.find((reason) => reason.code === code)?.because).toMatch(/\w+ \w+/);
  });

  test('has an example here, so every rule can speak', () => {
    expect(EXAMPLES.map(([code]) => code).toSorted()).toEqual([...FIRST_POLICY.rules.map(({ code }) => code), 'otherwise'].toSorted());
  });

  test('is a policy as a deployment may store it', () => expect(Policy.parse(FIRST_POLICY)).toEqual(FIRST_POLICY));
});

describe('of several rules that speak', () => {
  test('the strictest wins and the others are kept as reasons, strictest first', () => {
    const proposal = propose(said({ dangerNow: true, hurt: true, adviceEnough: true }, { flags: ['vulnerable-child'] }));
    expect(proposal.grade).toBe(1);
    expect(proposal.reasons.map(({ code }) => code)).toEqual(['danger-now', 'hurt', 'vulnerable', 'advice-enough']);
  });

  test('"advice would settle it" outvotes nothing', () => {
    expect(propose(said({ adviceEnough: true }, { missingRisk: 'low' })).grade).toBe(3);
    expect(propose(said({ adviceEnough: true, safeUntilSeen: false })).grade).toBe(2);
  });
});

const anything: fc.Arbitrary<GradingFacts> = fc.record({
  answers: anyAnswers,
  flags: fc.subarray([...VULNERABILITY_FLAGS]), missingRisk: fc.constantFrom(null, ...MISSING_RISKS),
});
const answering = (facts: GradingFacts, question: keyof Answers, is: boolean | null): GradingFacts => ({ ...facts, answers: { ...facts.answers, [question]: is } });

/** Each makes the facts riskier, or leaves them where they are as risky as that already. */
const RISKIER: Record<string, (facts: GradingFacts) => GradingFacts> = {
  ...Object.fromEntries(QUESTION_CODES.map((question) => [`${QUESTIONS[question].asks} ${QUESTIONS[question].riskier ? 'Yes' : 'No'}:`, (facts: GradingFacts) => answering(facts, question, QUESTIONS[question].riskier)])),
  ...Object.fromEntries(VULNERABILITY_FLAGS.map((flag) => [`${flag} is flagged`, (facts: GradingFacts): GradingFacts => ({ ...facts, flags: [...facts.flags, flag] })])),
  'the missing risk is a step higher': (facts) => {
    const next = MISSING_RISKS[facts.missingRisk === null ? 0 : MISSING_RISKS.indexOf(facts.missingRisk) + 1];
    return { ...facts, missingRisk: next ?? facts.missingRisk };
  },
};

describe('whatever else is said', () => {
  test.each(Object.entries(RISKIER))('that %s never proposes a later grade', (_risk, riskier) => {
    fc.assert(fc.property(anything, (facts) => expect(propose(riskier(facts)).grade).toBeLessThanOrEqual(propose(facts).grade)));
  });

  test('a question that nobody could answer is never taken for the answer that lowers the grade', () => {
    fc.assert(fc.property(anything, fc.constantFrom(...QUESTION_CODES), (facts, question) => {
      const [yes, no, unknown] = [true, false, null].map((is) => propose(answering(facts, question, is)).grade) as [Grade, Grade, Grade];
      expect(unknown).toBeLessThanOrEqual(Math.max(yes, no));
    }));
  });

  test('at least one reason carries the grade that is proposed, and none is stricter', () => {
    fc.assert(fc.property(anything, (facts) => {
      const { grade, reasons } = propose(facts);
      expect(reasons[0]?.grade).toBe(grade);
      expect(reasons.map((reason) => reason.grade)).toEqual(reasons.map((reason) => reason.grade).toSorted());
    }));
  });

  test('every grade can be proposed', () => expect(new Set(EXAMPLES.map(([, grade]) => grade))).toEqual(new Set(GRADES)));
});

describe('the deadline', () => {
  test.each<[Grade, number | null]>([[1, 0], [2, 60], [3, 48 * 60], [4, null]])('of Grade %i is %s minutes after the report', (grade, minutes) => {
    const reportedAt = '2026-11-20T19:00:00.000Z';
    const dueAt = dueAtFor(FIRST_POLICY, grade, reportedAt);
    expect(dueAt === null ? null : minutesBetween(reportedAt, dueAt)).toBe(minutes);
  });

  test('is in elapsed time: 48 hours over the night the clocks go back end an hour earlier by the clock on the wall', () => {
    expect(dueAtFor(FIRST_POLICY, 3, '2026-10-24T19:00:00.000Z')).toBe('2026-10-26T19:00:00.000Z'); // 20:00 BST to 19:00 GMT
  });
});
