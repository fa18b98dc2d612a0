// What was given in place of a visit: advice, or a referral to a service by its name.
import { TextInput } from '@mantine/core';
import { z } from 'zod';
import { ADVICE_KINDS } from '../../../shared/domain/advice.ts';
import { giveAdvice } from '../../../shared/protocol/owed.ts';
import { Choices } from '../../ui/choices.tsx';
import type { SharedFormProps } from '../form-way.ts';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { WordsField } from '../../ui/words-field.tsx';

const Draft = z.object({ kind: z.enum(ADVICE_KINDS), service: z.string(), said: z.string() });
const EMPTY: z.infer<typeof Draft> = { kind: 'advice', service: '', said: '' };
const NAMES = { advice: 'Advice given', referral: 'Referred to a service' } as const;

export function AdviceForm({ incident, onClose, way: { Frame, send } }: SharedFormProps) {
  const { draft, change, clear } = useFormDraft(`${incident.id}.advice`, Draft, EMPTY);
  const [service, said] = [draft.service.trim(), draft.said.trim()];
  const refers = draft.kind === 'referral';
  const submit = async () => {
    if (await send(giveAdvice, { incidentId: incident.id, kind: draft.kind, service: refers ? service : null, said }) === null) return;
    clear();
    onClose();
  };
  return (
    <Frame title="Advice or a referral" submit="Record it" onSubmit={submit} onClose={onClose} refusal={refers && service === '' ? 'Name the service.' : said === '' ? 'Write what was said.' : undefined}>
      <Choices label="What was given" value={draft.kind} onChoose={(kind) => change({ kind })} choices={ADVICE_KINDS.map((value, index) => ({ value, name: NAMES[value], label: NAMES[value], keys: String(index + 1) }))} />
      {refers && <TextInput label="Which service" required value={draft.service} maxLength={200} autoComplete="off" onChange={({ currentTarget: { value } }) => change({ service: value })} />}
      <WordsField label="What was said" required text={draft.said} onChange={(said) => change({ said })} />
    </Frame>
  );
}
