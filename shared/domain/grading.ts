// Proposes a grade, with its reasons, from a policy that is data. A person confirms or changes it.
import { type Grade, strictestOf } from './grade.ts';
import type { MissingRisk, VulnerabilityFlag } from './incident-words.ts';
import { type Instant, plusMinutes } from './instant.ts';
import type { Answers, Condition, Policy } from './policy.ts';

export interface GradingFacts {
  answers: Answers;
  flags: readonly VulnerabilityFlag[];
  missingRisk: MissingRisk | null;
}
export interface Proposal {
  grade: Grade;
  /** Each rule that spoke, strictest first; the codes are kept with the grade. */
  reasons: readonly { code: string; grade: Grade; because: string }[];
}

export const holds = (condition: Condition, facts: Pick<GradingFacts, 'answers' | 'flags' | 'missingRisk'>): boolean => {
  switch (condition.fact) {
    case 'answer': return facts.answers[condition.question] === condition.is;
    case 'flag': return condition.anyOf.some((flag) => facts.flags.includes(flag));
    case 'missing': return facts.missingRisk !== null && condition.risk.includes(facts.missingRisk);
  }
};

/** The rules of these codes that a grade was proposed by, in words; a code that the policy does not know has none. */
export const becauseOf = (policy: Pick<Policy, 'rules' | 'otherwise'>, codes: readonly string[], grade: Grade): string[] =>
  [...policy.rules, { code: 'otherwise', ...policy.otherwise }].filter((rule) => rule.grade === grade && codes.includes(rule.code)).map(({ because }) => because);

/** The strictest rule that speaks wins: one sign of danger is never outvoted. */
export function proposeGrade(policy: Policy, facts: GradingFacts): Proposal {
  const reasons = policy.rules
    .filter((rule) => rule.when.every((condition) => holds(condition, facts)))
    .map(({ code, grade, because }) => ({ code, grade, because }))
    .sort((a, b) => a.grade - b.grade);
  if (reasons.length === 0) return { grade: policy.otherwise.grade, reasons: [{ code: 'otherwise', ...policy.otherwise }] };
  return { grade: reasons.map((reason) => reason.grade).reduce(strictestOf), reasons };
}

/** When attendance is due: measured from the report, whatever the grade was before (docs/practice.md: regrading never resets the clock). */
export const dueAtFor = (policy: Pick<Policy, 'targetMinutes'>, grade: Grade, reportedAt: Instant): Instant | null => {
  const minutes = policy.targetMinutes[grade];
  return minutes === null ? null : plusMinutes(reportedAt, minutes);
};
