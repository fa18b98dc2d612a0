// Flags, missing, and the questions asked of the caller.
import { Checkbox, NativeSelect } from '@mantine/core';
import { FLAG_NAMES, MISSING_RISK_NAMES, MISSING_RISKS, VULNERABILITY_FLAGS, type Door } from '../../../shared/domain/incident-words.ts';
import { QuestionList } from '../../ui/question-list.tsx';
import type { RiskDraft } from './risk-draft.ts';
import classes from './risk.module.css';

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

/** The door is known where a call is being taken: it passes over what does not apply. */
export function QuestionFields({ draft, door = null, onChange }: RiskFieldsProps & { door?: Door | null }) {
  return <QuestionList asking={{ ...draft, door }} answers={draft.answers} onAnswer={(answers) => onChange({ answers })} />;
}
