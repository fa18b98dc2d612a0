// The conditions of a rule, each a sentence put together from choices: all of them must hold.
import { Checkbox, NativeSelect } from '@mantine/core';
import { FLAG_NAMES, MISSING_RISK_NAMES, MISSING_RISKS, VULNERABILITY_FLAGS } from '../../shared/domain/incident-words.ts';
import type { Condition } from '../../shared/domain/policy.ts';
import { QUESTION_CODES, QUESTIONS } from '../../shared/domain/question.ts';
import { ActionButton } from '../ui/action-button.tsx';
import classes from './policy.module.css';

interface Props { rule: string; when: readonly Condition[]; onChange: (when: Condition[]) => void }

const ABOUT = [
  ...QUESTION_CODES.map((question) => ({ value: question, label: `“${QUESTIONS[question].asks}”` })),
  { value: 'flag', label: 'a vulnerability flag' }, { value: 'missing', label: 'somebody missing' },
];
const aboutOf = (condition: Condition): string => (condition.fact === 'answer' ? condition.question : condition.fact);

function about(value: string): Condition {
  const question = QUESTION_CODES.find((code) => code === value);
  if (question !== undefined) return { fact: 'answer', question, is: QUESTIONS[question].riskier };
  return value === 'flag' ? { fact: 'flag', anyOf: [...VULNERABILITY_FLAGS] } : { fact: 'missing', risk: ['medium', 'high'] };
}

export function ConditionFields({ rule, when, onChange }: Props) {
  const put = (at: number, condition: Condition) => onChange(when.map((old, index) => (index === at ? condition : old)));
  return (
    <div className={classes['conditions']}>
      {when.map((condition, at) => (
        <div key={`${at} ${aboutOf(condition)}`} className={classes['condition']} role="group" aria-label={`${rule}, condition ${at + 1}`}>
          <span className={classes['and']}>{at === 0 ? 'when' : 'and'}</span>
          <NativeSelect size="xs" aria-label="About" data={ABOUT} value={aboutOf(condition)} onChange={({ currentTarget }) => put(at, about(currentTarget.value))} />
          <Is condition={condition} onChange={(next) => put(at, next)} />
          <ActionButton label={`Take out condition ${at + 1}`} size="xs" tone="quiet" onAct={() => onChange(when.filter((_, index) => index !== at))}>Take out</ActionButton>
        </div>
      ))}
      <ActionButton label="Add a condition" size="xs" tone="quiet" onAct={() => onChange([...when, about('hurt')])} />
    </div>
  );
}

const toggled = <T extends string>(all: readonly T[], chosen: readonly T[], one: T, on: boolean): T[] => all.filter((other) => (other === one ? on : chosen.includes(other)));

function Is({ condition, onChange }: { condition: Condition; onChange: (condition: Condition) => void }) {
  switch (condition.fact) {
    case 'answer': return (
      <NativeSelect
        size="xs" aria-label="Answer" data={[{ value: 'yes', label: 'is answered Yes' }, { value: 'no', label: 'is answered No' }]} value={condition.is ? 'yes' : 'no'}
        onChange={({ currentTarget }) => onChange({ ...condition, is: currentTarget.value === 'yes' })}
      />
    );
    case 'flag': return (
      <span className={classes['ticks']}>
        {VULNERABILITY_FLAGS.map((flag) => (
          <Checkbox key={flag} size="xs" label={FLAG_NAMES[flag]} checked={condition.anyOf.includes(flag)} onChange={({ currentTarget }) => onChange({ ...condition, anyOf: toggled(VULNERABILITY_FLAGS, condition.anyOf, flag, currentTarget.checked) })} />
        ))}
      </span>
    );
    case 'missing': return (
      <span className={classes['ticks']}>
        {MISSING_RISKS.map((risk) => (
          <Checkbox key={risk} size="xs" label={MISSING_RISK_NAMES[risk]} checked={condition.risk.includes(risk)} onChange={({ currentTarget }) => onChange({ ...condition, risk: toggled(MISSING_RISKS, condition.risk, risk, currentTarget.checked) })} />
        ))}
      </span>
    );
  }
}
