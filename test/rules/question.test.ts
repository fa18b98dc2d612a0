// What a caller is asked: every letter of THRIVE, what does not apply passed over, and nothing that counts out of sight.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DOORS, MISSING_RISKS, VULNERABILITY_FLAGS } from '../../shared/domain/incident-words.ts';
import { Answers, NO_ANSWERS, storedAnswers } from '../../shared/domain/policy.ts';
import { QUESTION_CODES, QUESTIONS, questionsToAsk, THRIVE, type Asking } from '../../shared/domain/question.ts';
import { answers } from './histories.ts';

const asking = (change: Partial<Omit<Asking, 'answers'>> = {}, said: Partial<Answers> = {}): Asking => ({ answers: { ...NO_ANSWERS, ...said }, flags: [], missingRisk: null, door: null, ...change });
const anyAsking: fc.Arbitrary<Asking> = fc.record({
  answers, flags: fc.subarray([...VULNERABILITY_FLAGS]), missingRisk: fc.constantFrom(null, ...MISSING_RISKS), door: fc.constantFrom(null, ...DOORS),
});

describe('the questions', () => {
  test('are at least one to each letter of THRIVE, in its order, in plain sentences', () => {
    const letters = QUESTION_CODES.map((code) => QUESTIONS[code].letter);
    expect([...new Set(letters)]).toEqual([...THRIVE]);
    for (const { asks, hint } of Object.values(QUESTIONS)) expect([asks, hint]).toEqual([expect.stringMatching(/^[A-Z][^?]*\?$/), expect.stringMatching(/\w+ \w+/)]);
    expect(Answers.keyof().options.toSorted()).toEqual([...QUESTION_CODES].toSorted());
  });

  test.each<[string, Asking, keyof Answers, boolean]>([
    ['how bad it is, before anybody is hurt', asking(), 'hurtBadly', false],
    ['how bad it is, when somebody is', asking({}, { hurt: true }), 'hurtBadly', true],
    ['who cannot look after themselves, when a flag says so', asking({ flags: ['mental-health'] }), 'cannotProtect', false],
    ['whether the caller will speak, of the caller', asking({ door: 'self' }), 'willEngage', false],
    ['whether somebody who is not there will speak', asking({ missingRisk: 'low' }), 'willEngage', false],
    ['whether advice would do, of somebody hurt', asking({}, { hurt: true }), 'adviceEnough', false],
    ['whether advice would do, of anybody else', asking(), 'adviceEnough', true],
    ['of danger, whatever else is known', asking({ flags: ['vulnerable-child'], missingRisk: 'high', door: 'self' }, { hurt: true, crime: true }), 'dangerNow', true],
  ])('%s', (_what, facts, question, asked) => expect(questionsToAsk(facts).includes(question)).toBe(asked));
});

test('whatever is said, what has an answer stays to be seen', () => {
  fc.assert(fc.property(anyAsking, (facts) => {
    const asked = questionsToAsk(facts);
    expect(QUESTION_CODES.filter((question) => facts.answers[question] !== null && !asked.includes(question))).toEqual([]);
  }));
});

test('answers of before a question was asked are read with it not known, from a row and from the wire', () => {
  const older = { dangerNow: false, hurt: true, worseTonight: null, crime: null, safeUntilSeen: true, adviceEnough: null };
  expect(storedAnswers(older)).toEqual({ ...NO_ANSWERS, dangerNow: false, hurt: true, safeUntilSeen: true });
  expect(Answers.parse(older)).toEqual(storedAnswers(older));
});
