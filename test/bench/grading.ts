// Proposing a grade by a policy as large as a service comes to have: on every screen as each answer comes, and on the server when it is sent.
import { FIRST_POLICY } from '../../shared/domain/first-policy.ts';
import { GRADES } from '../../shared/domain/grade.ts';
import { proposeGrade, type GradingFacts } from '../../shared/domain/grading.ts';
import { MISSING_RISKS, VULNERABILITY_FLAGS } from '../../shared/domain/incident-words.ts';
import { NO_ANSWERS, Policy, type Condition } from '../../shared/domain/policy.ts';
import { QUESTION_CODES } from '../../shared/domain/question.ts';
import { ROUNDS, type Bench } from './bench.ts';
import { limited, quantile } from './figure.ts';

const RULES = 60;
const ASKED = 20_000;
const BAR = { atMost: 1 };

const answer = (n: number): Condition => ({ fact: 'answer', question: QUESTION_CODES[n % QUESTION_CODES.length] ?? 'hurt', is: n % 3 !== 0 });
const others: readonly Condition[] = [{ fact: 'flag', anyOf: ['vulnerable-child', 'mental-health'] }, { fact: 'missing', risk: ['medium', 'high'] }, { fact: 'answer', question: 'worseTonight', is: true }];
const extra = (n: number) => {
  const other = others[n % others.length];
  return { code: `local-${n}`, grade: GRADES[n % GRADES.length] ?? 3, when: [answer(n), answer(n + 3), ...(other === undefined ? [] : [other])], because: `The ${n}th thing that this county has learnt` };
};
const policy: Policy = Policy.parse({ ...FIRST_POLICY, rules: [...FIRST_POLICY.rules, ...Array.from({ length: RULES - FIRST_POLICY.rules.length }, (_, n) => extra(n))] });

/** Every tenth thing said differs, so that nothing is answered from memory. */
const said = (n: number): GradingFacts => ({
  answers: { ...NO_ANSWERS, ...Object.fromEntries(QUESTION_CODES.map((code, at) => [code, [true, false, null][(n >> at) % 3] ?? null])) },
  flags: VULNERABILITY_FLAGS.filter((_, at) => (n >> at) % 2 === 1), missingRisk: MISSING_RISKS[n % 7] ?? null,
});

function round(): { median: number; p99: number } {
  const facts = Array.from({ length: ASKED }, (_, n) => said(n));
  const took = facts.map((one) => {
    const before = performance.now();
    proposeGrade(policy, one);
    return performance.now() - before;
  });
  return { median: quantile(took, 0.5), p99: quantile(took, 0.99) };
}

export const grading: Bench = {
  name: 'grading',
  says: `proposing a grade by a policy of ${RULES} rules, ${ASKED.toLocaleString('en-GB')} times: the median, and the slowest of a hundred`,
  measure: () => {
    round();
    const rounds = Array.from({ length: ROUNDS }, round);
    return Promise.resolve({ grading: limited(rounds.map(({ median }) => median), 'ms', BAR), 'grading-p99': limited(rounds.map(({ p99 }) => p99), 'ms', BAR) });
  },
};
