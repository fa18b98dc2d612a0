// Somebody named on the incident is missing: who, how great the risk, and what it rests on.
import { z } from 'zod';
import { MISSING_RISK_NAMES, MISSING_RISKS } from '../../../../shared/domain/incident-words.ts';
import { isUnconfirmed } from '../../../../shared/domain/missing.ts';
import { refusalSentence } from '../../../../shared/domain/refusal.ts';
import { reportMissing } from '../../../../shared/protocol/missing.ts';
import { useSend } from '../../../live/send.ts';
import { say } from '../../../ui/toast.tsx';
import { Choices } from '../../../ui/choices.tsx';
import type { FormProps } from '../form-props.ts';
import { InlineForm } from '../inline-form.tsx';
import { useFormDraft } from '../../../ui/use-form-draft.ts';
import { WordsField } from '../../../ui/words-field.tsx';

const Draft = z.object({ personId: z.string(), risk: z.enum(MISSING_RISKS).nullable(), reason: z.string() });

export function ReportMissingForm({ incident, onClose }: FormProps) {
  const { send } = useSend();
  const there = incident.people.filter(({ personId }) => !incident.missing.some((one) => one.personId === personId && isUnconfirmed(one)));
  const { draft, change, clear } = useFormDraft(`${incident.id}.missing`, Draft, { personId: there[0]?.personId ?? '', risk: null, reason: '' });
  const { personId, risk } = draft;
  const reason = draft.reason.trim();
  const name = there.find((person) => person.personId === personId)?.name;
  const refusal = incident.state === 'closed' ? refusalSentence({ code: 'incident-closed' })
    : there.length === 0 ? 'Everybody named is recorded as missing already. Add a person first (L).' : name === undefined ? 'Say who.' : risk === null ? 'Say how great the risk is.' : reason === '' ? refusalSentence({ code: 'rationale-needed' }) : undefined;
  const submit = async () => {
    if (risk === null || await send(reportMissing, { incidentId: incident.id, personId, risk, reason }) === null) return;
    clear();
    onClose();
    say(`${name ?? 'They'}: missing, ${MISSING_RISK_NAMES[risk]}.`, 'Missing until found and seen well.');
  };
  return (
    <InlineForm title="Somebody is missing" says="They stay missing until they are found and somebody has seen that they are well." submit="Record as missing" onSubmit={submit} onClose={onClose} refusal={refusal}>
      <Choices label="Who" value={personId} onChoose={(personId) => change({ personId })} choices={there.map((person) => ({ value: person.personId, name: person.name, label: `${person.name}, ${person.age}` }))} />
      <Choices label="Risk" value={risk} onChoose={(risk) => change({ risk })} choices={MISSING_RISKS.map((value, index) => ({ value, name: MISSING_RISK_NAMES[value], label: MISSING_RISK_NAMES[value], keys: String(index + 1) }))} />
      <WordsField label="What it rests on" required text={draft.reason} onChange={(reason) => change({ reason })} />
    </InlineForm>
  );
}
