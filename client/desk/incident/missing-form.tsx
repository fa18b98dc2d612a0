// What is known of somebody missing, recorded while on the phone: found, seen, the risk, the interviews, who has the search now, or that it was a mistake.
import { Checkbox, Radio, Textarea, TextInput } from '@mantine/core';
import { MISSING_RISKS } from '../../../shared/domain/incident-words.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { ActForm } from '../case/act-form.tsx';
import { useDraftFields } from '../case/draft-fields.ts';
import { useDeed } from '../case/use-deed.ts';
import type { FormProps } from './form-props.ts';
import classes from './grade-form.module.css';
import { MISSING_ACTS, offeredActs, type MissingAct, type SaidOfMissing } from './missing-acts.ts';
import { RiskChoice } from './risk-choice.tsx';

export function MissingForm({ incident, missingId, onClose }: FormProps & { missingId: string }) {
  const deed = useDeed();
  const { values, set, field, clear } = useDraftFields(`missing.${missingId}`, { what: '', who: '', note: '', independent: '', risk: '' });
  const missing = incident.missing.find(({ id }) => id === missingId);
  if (missing === undefined) return null;
  const name = incident.people.find(({ personId }) => personId === missing.personId)?.name ?? 'Somebody';
  const offered = offeredActs(missing);
  const code = offered.find((one) => one === values.what);
  const act: MissingAct | undefined = code === undefined ? undefined : MISSING_ACTS[code];
  const said: SaidOfMissing = { who: values.who.trim(), note: values.note.trim(), independent: values.independent !== '', risk: MISSING_RISKS.find((risk) => risk === values.risk) ?? null };
  const refusal = act === undefined ? 'Say which first.' : act.asksRisk === true && said.risk === null ? 'Say how great the risk is.' : act.who !== undefined && said.who === '' ? refusalSentence({ code: 'taker-needed' })
    : act.needsNote !== undefined && said.note === '' ? refusalSentence({ code: 'rationale-needed' }) : code === 'held' && !said.independent ? refusalSentence({ code: 'interviewer-not-independent' }) : undefined;
  const record = async () => {
    if (act === undefined) return;
    await act.send(deed, missingId, said);
    clear();
  };
  return (
    <ActForm title={`${name}: what is known`} leadsTo="They stay missing until found and seen well. A child is offered a return interview at every return." act="Record it" refusal={refusal} onAct={record} onClose={onClose}>
      <Radio.Group value={values.what} onChange={(next) => set('what', next)} aria-label="What is known">
        <div className={classes['grades']}>{offered.map((one) => <Radio key={one} value={one} label={MISSING_ACTS[one].label} />)}</div>
      </Radio.Group>
      {act?.asksRisk === true && <RiskChoice value={values.risk} onChoose={(risk) => set('risk', risk)} />}
      {act?.who !== undefined && <TextInput label={act.who} required maxLength={200} autoComplete="off" {...field('who')} />}
      {code === 'held' && <Checkbox label="Independent of the placement and of the police" checked={said.independent} onChange={(event) => set('independent', event.currentTarget.checked ? 'yes' : '')} />}
      <Textarea label={act?.needsNote ?? 'In words'} required={act?.needsNote !== undefined} maxLength={4000} {...field('note')} autosize minRows={2} maxRows={6} />
    </ActForm>
  );
}
