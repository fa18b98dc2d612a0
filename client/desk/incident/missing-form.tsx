// What is known of somebody missing, recorded while on the phone: found, seen, a fact about the risk, the interviews, or who has the search now.
import { Checkbox, Radio, Textarea, TextInput } from '@mantine/core';
import { isUnconfirmed } from '../../../shared/domain/missing.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { addRiskFact, endMissing, recordInterview, recordLocated, recordPrevention, recordSeenMissing } from '../../../shared/protocol/missing.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { ActForm } from '../case/act-form.tsx';
import { useDraftFields } from '../case/draft-fields.ts';
import { useDeed, type Deed } from '../case/use-deed.ts';
import type { FormProps } from './form-props.ts';
import classes from './grade-form.module.css';

type Missing = IncidentView['missing'][number];
interface Said { who: string; note: string; independent: boolean }
interface Act { label: string; offered: (missing: Missing) => boolean; /** Its label where a name is needed. */ who?: string; needsNote?: string; send: (deed: Deed, missingId: string, said: Said) => Promise<unknown> }

const back = ({ locatedAt, endedAs }: Missing): boolean => locatedAt !== null && endedAs === null;
const interview = (step: 'offered' | 'attempted' | 'held' | 'refused' | 'passed-on'): Act['send'] => (deed, missingId, { who, note, independent }) =>
  deed(recordInterview, { missingId, step, who, independent, note: step === 'refused' ? null : note || null, carersView: step === 'refused' ? note : null });

const ACTS = {
  well: { label: 'Found and seen well', offered: isUnconfirmed, send: (deed, missingId, { note }) => deed(recordSeenMissing, { missingId, at: null, well: true, note: note || null }) },
  'not-well': { label: 'Found and seen, not well', offered: isUnconfirmed, needsNote: 'What is wrong', send: (deed, missingId, { note }) => deed(recordSeenMissing, { missingId, at: null, well: false, note }) },
  found: { label: 'Found, not yet seen', offered: (missing) => missing.locatedAt === null && missing.endedAs === null, send: (deed, missingId, { note }) => deed(recordLocated, { missingId, at: null, note: note || null }) },
  fact: { label: 'A fact about the risk', offered: isUnconfirmed, who: 'Who gave it', needsNote: 'What is known', send: (deed, missingId, { who, note }) => deed(addRiskFact, { missingId, source: who, fact: note, givenAt: null }) },
  'handed-on': { label: 'Somebody else has the search now', offered: isUnconfirmed, who: 'Who has it: name, role, reference', needsNote: 'Why', send: (deed, missingId, { who, note }) => deed(endMissing, { missingId, endedAs: 'handed-on', takenBy: who, reason: note }) },
  offered: { label: 'Return interview offered', offered: (missing) => back(missing) && missing.interview === null, who: 'Who offered it', send: interview('offered') },
  attempted: { label: 'Return interview tried, not held', offered: (missing) => back(missing) && missing.interview === null, who: 'Who tried', send: interview('attempted') },
  held: { label: 'Return interview held', offered: (missing) => back(missing) && missing.interview === null, who: 'Who held it', send: interview('held') },
  refused: { label: 'Return interview refused', offered: (missing) => back(missing) && missing.interview === null, who: 'Who offered it', needsNote: 'What the carer says', send: interview('refused') },
  'passed-on': { label: 'Return interview taken by another authority', offered: (missing) => back(missing) && missing.interview === null, who: 'Who took it: name and authority', send: interview('passed-on') },
  prevention: { label: 'Police prevention interview', offered: (missing) => back(missing) && missing.preventionAt === null, who: 'Which officer held it', send: (deed, missingId, { who, note }) => deed(recordPrevention, { missingId, who, note: note || null }) },
} as const satisfies Record<string, Act>;
const CODES = Object.keys(ACTS) as (keyof typeof ACTS)[];

export function MissingForm({ incident, missingId, onClose }: FormProps & { missingId: string }) {
  const deed = useDeed();
  const { values, set, field, clear } = useDraftFields(`missing.${missingId}`, { what: '', who: '', note: '', independent: '' });
  const missing = incident.missing.find(({ id }) => id === missingId);
  if (missing === undefined) return null;
  const offered = CODES.filter((code) => ACTS[code].offered(missing));
  const code = offered.find((one) => one === values.what);
  const act: Act | undefined = code === undefined ? undefined : ACTS[code];
  const said: Said = { who: values.who.trim(), note: values.note.trim(), independent: values.independent !== '' };
  const refusal = act === undefined ? 'Say which first.' : act.who !== undefined && said.who === '' ? refusalSentence({ code: 'taker-needed' })
    : act.needsNote !== undefined && said.note === '' ? refusalSentence({ code: 'rationale-needed' }) : code === 'held' && !said.independent ? refusalSentence({ code: 'interviewer-not-independent' }) : undefined;
  const record = async () => {
    if (act === undefined) return;
    await act.send(deed, missingId, said);
    clear();
  };
  return (
    <ActForm title="What is known" leadsTo="They stay missing until found and seen well. A child is offered a return interview at every return." act="Record it" refusal={refusal} onAct={record} onClose={onClose}>
      <Radio.Group value={values.what} onChange={(next) => set('what', next)} aria-label="What is known">
        <div className={classes['grades']}>{offered.map((one) => <Radio key={one} value={one} label={ACTS[one].label} />)}</div>
      </Radio.Group>
      {act?.who !== undefined && <TextInput label={act.who} required maxLength={200} autoComplete="off" {...field('who')} />}
      {code === 'held' && <Checkbox label="Independent of the placement and of the police" checked={said.independent} onChange={(event) => set('independent', event.currentTarget.checked ? 'yes' : '')} />}
      <Textarea label={act?.needsNote ?? 'In words'} required={act?.needsNote !== undefined} maxLength={4000} {...field('note')} autosize minRows={2} maxRows={6} />
    </ActForm>
  );
}
