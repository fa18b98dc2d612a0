// Flags, missing, and the questions asked of every caller: yes, no, or not known, each by one key.
import { Checkbox, NativeSelect, SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { FLAG_NAMES, MISSING_RISK_NAMES, MISSING_RISKS, VULNERABILITY_FLAGS } from '../../../shared/domain/incident-words.ts';
import { Answers } from '../../../shared/domain/policy.ts';
import type { RiskDraft } from './risk-draft.ts';
import classes from './forms.module.css';

export interface RiskFieldsProps {
  draft: RiskDraft;
  onChange: (part: Partial<RiskDraft>) => void;
}

const MISSING_CHOICES = [{ value: '', label: 'nobody is missing' }, ...MISSING_RISKS.map((risk) => ({ value: risk, label: `missing: ${MISSING_RISK_NAMES[risk]}` }))];

export function FlagFields({ draft: { flags, missingRisk }, onChange }: RiskFieldsProps) {
  return (
    <div className={classes['flags']}>
      {VULNERABILITY_FLAGS.map((flag) => (
        <Checkbox
          key={flag} label={FLAG_NAMES[flag]} checked={flags.includes(flag)}
          onChange={({ currentTarget: { checked } }) => onChange({ flags: checked ? [...flags, flag] : flags.filter((other) => other !== flag) })}
        />
      ))}
      <NativeSelect
        size="xs" aria-label="Missing" data={MISSING_CHOICES} value={missingRisk ?? ''}
        onChange={({ currentTarget: { value } }) => onChange({ missingRisk: MISSING_RISKS.find((risk) => risk === value) ?? null })}
      />
    </div>
  );
}

type Question = keyof Answers;
const CHOICES = [{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }, { value: 'unknown', label: 'Not known' }];
const VALUES: Readonly<Record<string, boolean | null>> = { yes: true, no: false, unknown: null };
const BY_KEY: Readonly<Record<string, boolean | null>> = { y: true, n: false, x: null };
const choiceOf = (answer: boolean | null): string => (answer === null ? 'unknown' : answer ? 'yes' : 'no');

/** On a question, Y, N and X answer it at once; the arrows do too. */
export function QuestionFields({ draft: { answers }, onChange }: RiskFieldsProps) {
  const answer = (question: Question, value: boolean | null) => onChange({ answers: { ...answers, [question]: value } });
  return (
    <div className={classes['questions']}>
      {Answers.keyof().options.map((question) => <QuestionField key={question} question={question} value={answers[question]} onAnswer={(value) => answer(question, value)} />)}
    </div>
  );
}

function QuestionField({ question, value, onAnswer }: { question: Question; value: boolean | null; onAnswer: (value: boolean | null) => void }) {
  const labelId = useId();
  return (
    <div
      className={classes['question']}
      onKeyDown={(event) => {
        const byKey = event.ctrlKey || event.metaKey || event.altKey ? undefined : BY_KEY[event.key.toLowerCase()];
        if (byKey === undefined) return;
        event.preventDefault();
        onAnswer(byKey);
        event.currentTarget.querySelector<HTMLElement>(`input[value='${choiceOf(byKey)}']`)?.focus();
      }}
    >
      <span id={labelId}>{Answers.shape[question].description ?? question}</span>
      <SegmentedControl aria-labelledby={labelId} data={CHOICES} value={choiceOf(value)} onChange={(choice) => onAnswer(VALUES[choice] ?? null)} />
    </div>
  );
}
