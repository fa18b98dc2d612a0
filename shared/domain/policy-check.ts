// Whether a policy makes sense before anybody is graded by it: what stops its being published, and what somebody should look at first.
import { GRADES, type Grade } from './grade.ts';
import { MISSING_RISKS } from './incident-words.ts';
import { Policy, type Condition, type DraftPolicy, type PolicyRule } from './policy.ts';
import { QUESTIONS } from './question.ts';

/** `stops`: it cannot be published so. `ruleCode`: the rule that it is about; null where it is about the whole. */
export interface PolicyFinding { stops: boolean; ruleCode: string | null; says: string }

export function checkPolicy(draft: DraftPolicy): PolicyFinding[] {
  const stops = [...unfinished(draft), ...repeated(draft), ...disordered(draft)].map((finding) => ({ stops: true, ...finding }));
  const { data: policy } = Policy.safeParse(draft);
  if (stops.length > 0) return stops;
  if (policy === undefined) return [{ stops: true, ruleCode: null, says: 'Something in it cannot be read as a policy.' }];
  return [...silent(policy), ...covered(policy), ...againstTheRisk(policy), ...missing(policy)].map((finding) => ({ stops: false, ...finding }));
}

type Finding = Omit<PolicyFinding, 'stops'>;

const unfinished = ({ name, rules, otherwise, taking }: DraftPolicy): Finding[] => [
  ...(name.trim() === '' ? [{ ruleCode: null, says: 'The policy has no name.' }] : []),
  ...(otherwise.because.trim() === '' ? [{ ruleCode: 'otherwise', says: 'Say why, for when no rule speaks.' }] : []),
  ...[...rules, ...taking.notWhen].flatMap(({ code, when, because }) => [
    ...(code.trim() === '' ? [{ ruleCode: code, says: 'A rule has no name to be kept by.' }] : []),
    ...(when.length === 0 ? [{ ruleCode: code, says: 'A rule without conditions would always speak: say when.' }] : []),
    ...(because.trim() === '' ? [{ ruleCode: code, says: 'Say why, in words that somebody reads as the reason.' }] : []),
    ...(when.some((condition) => ('anyOf' in condition && condition.anyOf.length === 0) || ('risk' in condition && condition.risk.length === 0)) ? [{ ruleCode: code, says: 'A condition names nothing: choose at least one.' }] : []),
  ]),
];

function repeated({ rules, taking }: DraftPolicy): Finding[] {
  const twice = (codes: readonly string[]): string[] => [...new Set(codes.filter((code, at) => code !== '' && codes.indexOf(code) !== at))];
  return [...twice([...rules.map(({ code }) => code), 'otherwise']), ...twice(taking.notWhen.map(({ code }) => code))].map((code) => ({ ruleCode: code, says: `Two rules are called ${code}: a grade could not say which it rested on.` }));
}

/** A warning is before what it warns of, and a stricter grade is attended sooner. */
function disordered({ targetMinutes, warnMinutes, clocks, planning }: DraftPolicy): Finding[] {
  const wrong: [boolean, string][] = [
    [targetMinutes[2] >= targetMinutes[3], 'Grade 2 must be attended sooner than Grade 3.'],
    [warnMinutes.grade2Unallocated >= targetMinutes[2], 'The warning that a Grade 2 is not sent comes only after it is due.'],
    [warnMinutes.grade2Imminent >= targetMinutes[2], 'A Grade 2 is warned of as soon due from the moment it is reported: the warning is as long as the target.'],
    [warnMinutes.grade3Unbooked >= targetMinutes[3], 'The warning that a Grade 3 is not booked comes only after it is due.'],
    [warnMinutes.grade3Unattended >= targetMinutes[3], 'The warning that nobody is at a Grade 3 comes only after it is due.'],
    [warnMinutes.ungraded >= targetMinutes[2], 'The warning that nobody has graded comes only when a Grade 2 is due.'],
    [planning.visitFrom >= planning.visitUntil, 'The hours in which a plan visits end before they begin.'],
    [clocks.returnInterviewWarning >= clocks.returnInterview, 'The warning of a return interview is as long as its time.'],
  ];
  return wrong.flatMap(([holds, says]) => (holds ? [{ ruleCode: null, says }] : []));
}

/** Asks for two things that are never so at once. */
const contradicts = (when: readonly Condition[]): boolean => when.some((one, at) => when.slice(at + 1).some((other) =>
  (one.fact === 'answer' && other.fact === 'answer' && one.question === other.question && one.is !== other.is)
  || (one.fact === 'missing' && other.fact === 'missing' && !one.risk.some((risk) => other.risk.includes(risk)))));

const silent = ({ rules }: Policy): Finding[] => rules.filter(({ when }) => contradicts(when)).map(({ code }) => ({ ruleCode: code, says: 'It can never speak: two of its conditions are never so at once.' }));

const implies = (one: Condition, other: Condition): boolean => {
  if (one.fact === 'answer') return other.fact === 'answer' && one.question === other.question && one.is === other.is;
  if (one.fact === 'flag') return other.fact === 'flag' && one.anyOf.every((flag) => other.anyOf.includes(flag));
  return other.fact === 'missing' && one.risk.every((risk) => other.risk.includes(risk));
};
/** Wherever all of `when` holds, all of `rule` does. */
const followsFrom = (rule: Pick<PolicyRule, 'when'>, when: readonly Condition[]): boolean => rule.when.every((wanted) => when.some((given) => implies(given, wanted)));

/** It may still speak, as a further reason, but never decides. */
const covered = ({ rules }: Policy): Finding[] => rules.flatMap((rule) => {
  const stricter = contradicts(rule.when) ? undefined : rules.find((other) => other.grade < rule.grade && followsFrom(other, rule.when));
  return stricter === undefined ? [] : [{ ruleCode: rule.code, says: `It never decides: wherever it speaks, “${stricter.because}” (Grade ${stricter.grade}) does too.` }];
});

/**
 * No proposal is later for more risk, where no rule is named here: more risk is the riskier answer rather than the other or none (`question.ts`), a further flag,
 * a higher risk of somebody missing. Enough for it, rule by rule: what makes a grade stricter goes on holding as the risk grows, or another rule as strict takes over;
 * what makes it later than otherwise holds only for what reassures, and all such rules say one grade.
 */
function againstTheRisk({ rules, otherwise }: Policy): Finding[] {
  const later = rules.filter(({ grade }) => grade > otherwise.grade);
  const latest = later.map(({ grade }) => grade).reduce<Grade | null>((one, grade) => (one === null || grade > one ? grade : one), null);
  return rules.filter(({ when }) => !contradicts(when)).flatMap((rule) => {
    if (rule.grade > otherwise.grade) {
      if (!rule.when.every(reassures)) return [{ ruleCode: rule.code, says: `It proposes a later grade than when nothing is known (Grade ${otherwise.grade}), for something that is not reassuring.` }];
      return rule.grade === latest ? [] : [{ ruleCode: rule.code, says: 'It and another rule reassure to different grades: knowing less could then propose a later one.' }];
    }
    // Where nothing reassures and it is no stricter than otherwise, its falling silent changes nothing.
    if (rule.grade === otherwise.grade && later.length === 0) return [];
    const falling = rule.when.find((condition) => fallsSilent(rule, condition, rules));
    return falling === undefined ? [] : [{ ruleCode: rule.code, says: 'More risk could propose a later grade: it falls silent where the risk grows, and no rule as strict takes over.' }];
  });
}

const reassures = (condition: Condition): boolean => condition.fact === 'answer' && condition.is !== QUESTIONS[condition.question].riskier;

function fallsSilent(rule: PolicyRule, condition: Condition, rules: readonly PolicyRule[]): boolean {
  const rest = rule.when.filter((other) => other !== condition);
  const takesOver = (when: readonly Condition[]): boolean => rules.some((other) => other !== rule && other.grade <= rule.grade && !other.when.some(reassures) && followsFrom(other, when));
  if (condition.fact === 'flag') return false;
  if (condition.fact === 'answer') return reassures(condition) && !takesOver(rest.filter((other) => !reassures(other)));
  const lowest = MISSING_RISKS.findIndex((risk) => condition.risk.includes(risk));
  return MISSING_RISKS.slice(lowest).some((risk) => !condition.risk.includes(risk) && !takesOver([...rest.filter((other) => !reassures(other)), { fact: 'missing', risk: [risk] }]));
}

const missing = ({ rules, otherwise }: Policy): Finding[] => [
  ...GRADES.filter((grade) => grade !== otherwise.grade && !rules.some((rule) => rule.grade === grade)).map((grade) => ({ ruleCode: null, says: `Nothing proposes Grade ${grade}.` })),
  ...(rules.some(({ when }) => when.some((condition) => condition.fact === 'answer' && condition.question === 'dangerNow')) ? [] : [{ ruleCode: null, says: `No rule looks at “${QUESTIONS.dangerNow.asks}”.` }]),
];
