// Opening a search: who of those named is missing, how great the risk is and what that rests on.
import { Radio, Textarea } from '@mantine/core';
import { MISSING_RISK_NAMES, MISSING_RISKS } from '../../../shared/domain/incident-words.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { reportMissing } from '../../../shared/protocol/missing.ts';
import { say } from '../../ui/toast.tsx';
import { ActForm } from '../case/act-form.tsx';
import { useDraftFields } from '../case/draft-fields.ts';
import { useDeed } from '../case/use-deed.ts';
import type { FormProps } from './form-props.ts';
import classes from './grade-form.module.css';
import { notMissing } from './missing-acts.ts';
import { RiskChoice } from './risk-choice.tsx';

export function ReportMissingForm({ incident, onClose }: FormProps) {
  const deed = useDeed();
  const there = notMissing(incident);
  const { values, set, field, clear } = useDraftFields(`report-missing.${incident.id}`, { personId: there[0]?.personId ?? '', risk: '', reason: '' });
  const person = there.find(({ personId }) => personId === values.personId);
  const risk = MISSING_RISKS.find((one) => one === values.risk);
  const reason = values.reason.trim();
  const refusal = person === undefined ? 'Say who is missing.' : risk === undefined ? 'Say how great the risk is.' : reason === '' ? refusalSentence({ code: 'rationale-needed' }) : undefined;
  const report = async () => {
    if (person === undefined || risk === undefined) return;
    await deed(reportMissing, { incidentId: incident.id, personId: person.personId, risk, reason });
    clear();
    say(`${person.name} is recorded as missing, ${MISSING_RISK_NAMES[risk]}.`, 'They stay missing until found and seen well.');
  };
  return (
    <ActForm title="Somebody is missing" leadsTo="They stay missing until they are found and somebody has seen that they are well. The grade follows the risk upwards." act="Open the search" refusal={refusal} onAct={report} onClose={onClose}>
      <Radio.Group label="Who" required value={values.personId} onChange={(personId) => set('personId', personId)}>
        <div className={classes['grades']}>{there.map(({ personId, name, age }) => <Radio key={personId} value={personId} label={`${name}, ${age}`} />)}</div>
      </Radio.Group>
      <RiskChoice value={values.risk} onChoose={(next) => set('risk', next)} />
      <Textarea label="What it rests on" required maxLength={4000} {...field('reason')} autosize minRows={2} maxRows={6} />
    </ActForm>
  );
}
