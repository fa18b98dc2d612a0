// The rules of a draft: a grade, when it speaks, and the reason that somebody will read; what was found about a rule stands beneath it.
import { NativeSelect, TextInput } from '@mantine/core';
import { GRADES, type Grade } from '../../shared/domain/grade.ts';
import type { PolicyFinding } from '../../shared/domain/policy-check.ts';
import type { DraftPolicy } from '../../shared/domain/policy.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { FieldGroup } from '../ui/field.tsx';
import { GradeShape } from '../ui/grade-shape.tsx';
import { ConditionFields } from './condition-fields.tsx';
import { Findings } from './findings.tsx';
import classes from './policy.module.css';

type Rule = DraftPolicy['rules'][number];
interface Props { body: DraftPolicy; findings: readonly PolicyFinding[]; onChange: (part: Partial<DraftPolicy>) => void }

const gradeOf = (value: string): Grade => GRADES.find((grade) => String(grade) === value) ?? 3;

/** Kept with every grade that rests on it, and never shown: the reason is. */
const newCode = (): string => `rule-${crypto.randomUUID().slice(0, 8)}`;

export function RulesEditor({ body: { rules, otherwise }, findings, onChange }: Props) {
  const put = (code: string, part: Partial<Rule>) => onChange({ rules: rules.map((rule) => (rule.code === code ? { ...rule, ...part } : rule)) });
  return (
    <FieldGroup name="Rules" hint="The strictest rule that speaks proposes the grade. What is not known makes no rule speak.">
      {rules.map((rule, at) => (
        <div key={rule.code} className={classes['rule']} role="group" aria-label={`Rule ${at + 1}`}>
          <div className={classes['rule-head']}>
            <GradeShape grade={rule.grade} size="sm" />
            <GradeField label={`Grade of rule ${at + 1}`} grade={rule.grade} onChange={(grade) => put(rule.code, { grade })} />
            <TextInput size="xs" aria-label={`Reason of rule ${at + 1}`} placeholder="The reason, as it is read" maxLength={200} value={rule.because} onChange={({ currentTarget }) => put(rule.code, { because: currentTarget.value })} />
            <ActionButton label={`Take out rule ${at + 1}`} size="xs" tone="quiet" onAct={() => onChange({ rules: rules.filter(({ code }) => code !== rule.code) })}>Take out</ActionButton>
          </div>
          <ConditionFields rule={`Rule ${at + 1}`} when={rule.when} onChange={(when) => put(rule.code, { when })} />
          <Findings findings={findings.filter(({ ruleCode }) => ruleCode === rule.code)} />
        </div>
      ))}
      <ActionButton label="Add a rule" size="xs" onAct={() => onChange({ rules: [...rules, { code: newCode(), grade: 2, when: [], because: '' }] })} refusal={rules.length >= 200 ? 'A policy has at most 200 rules.' : undefined} />
      <div className={classes['rule']} role="group" aria-label="When no rule speaks">
        <div className={classes['rule-head']}>
          <GradeShape grade={otherwise.grade} size="sm" />
          <GradeField label="Grade when no rule speaks" grade={otherwise.grade} onChange={(grade) => onChange({ otherwise: { ...otherwise, grade } })} />
          <TextInput size="xs" aria-label="Reason when no rule speaks" maxLength={200} value={otherwise.because} onChange={({ currentTarget }) => onChange({ otherwise: { ...otherwise, because: currentTarget.value } })} />
        </div>
        <p className={classes['dim']}>when no rule speaks</p>
        <Findings findings={findings.filter(({ ruleCode }) => ruleCode === 'otherwise')} />
      </div>
    </FieldGroup>
  );
}

const GradeField = ({ label, grade, onChange }: { label: string; grade: Grade; onChange: (grade: Grade) => void }) => (
  <NativeSelect size="xs" aria-label={label} data={GRADES.map((one) => ({ value: String(one), label: `Grade ${one}` }))} value={String(grade)} onChange={({ currentTarget }) => onChange(gradeOf(currentTarget.value))} />
);
