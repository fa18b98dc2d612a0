// A fact about the risk, with who gave it and when; it asks for a fresh assessment.
import { TextInput } from '@mantine/core';
import { z } from 'zod';
import { addRiskFact } from '../../../../shared/protocol/missing.ts';
import { useSend } from '../../../live/send.ts';
import { FieldRow } from '../../../ui/field.tsx';
import { say } from '../../../ui/toast.tsx';
import { useNow } from '../../../ui/use-now.tsx';
import { InlineForm } from '../inline-form.tsx';
import { readMoment } from '../../../ui/local-moment.ts';
import { MomentField } from '../../../ui/moment-field.tsx';
import { useFormDraft } from '../../../ui/use-form-draft.ts';
import { WordsField } from '../../../ui/words-field.tsx';
import type { MissingFormProps } from './missing-form.tsx';
import { nameOfMissing } from './words.ts';

const Draft = z.object({ fact: z.string(), source: z.string(), givenAt: z.string() });

export function RiskFactForm({ incident, missing, onClose }: MissingFormProps) {
  const { send } = useSend();
  const now = useNow();
  const { draft, change, clear } = useFormDraft(`${missing.id}.fact`, Draft, { fact: '', source: '', givenAt: '' });
  const read = draft.givenAt.trim() === '' ? null : readMoment(draft.givenAt, now, 'past');
  const [fact, source] = [draft.fact.trim(), draft.source.trim()];
  const refusal = fact === '' ? 'Say what is known.' : source === '' ? 'Say who gave it.' : read?.problem ?? undefined;
  const submit = async () => {
    if (await send(addRiskFact, { missingId: missing.id, fact, source, givenAt: read?.at ?? null }) === null) return;
    clear();
    onClose();
    say('The fact is kept.', 'It asks for a fresh assessment.');
  };
  return (
    <InlineForm title={`A fact about the risk to ${nameOfMissing(incident, missing)}`} submit="Keep it" onSubmit={submit} onClose={onClose} refusal={refusal}>
      <WordsField label="What is known" required text={draft.fact} onChange={(fact) => change({ fact })} />
      <FieldRow>
        <TextInput label="Who gave it" required maxLength={200} autoComplete="off" value={draft.source} onChange={({ currentTarget: { value } }) => change({ source: value })} />
        <MomentField label="When they gave it" side="past" text={draft.givenAt} onChange={(givenAt) => change({ givenAt })} whenEmpty="now" />
      </FieldRow>
    </InlineForm>
  );
}
