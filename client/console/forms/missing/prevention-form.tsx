// The police prevention interview: every returner has one, and who held it is kept.
import { TextInput } from '@mantine/core';
import { z } from 'zod';
import { refusalSentence } from '../../../../shared/domain/refusal.ts';
import { recordPrevention } from '../../../../shared/protocol/missing.ts';
import { useSend } from '../../../live/send.ts';
import { say } from '../../../ui/toast.tsx';
import { InlineForm } from '../inline-form.tsx';
import { useFormDraft } from '../../../ui/use-form-draft.ts';
import { WordsField } from '../../../ui/words-field.tsx';
import type { MissingFormProps } from './missing-form.tsx';
import { nameOfMissing } from './words.ts';

const Draft = z.object({ who: z.string(), note: z.string() });

export function PreventionForm({ incident, missing, onClose }: MissingFormProps) {
  const { send } = useSend();
  const { draft, change, clear } = useFormDraft(`${missing.id}.prevention`, Draft, { who: '', note: '' });
  const [who, note] = [draft.who.trim(), draft.note.trim()];
  const refusal = missing.preventionAt !== null ? refusalSentence({ code: 'already-decided' }) : missing.locatedAt === null ? refusalSentence({ code: 'not-located-yet' }) : who === '' ? 'Say which officer held it.' : undefined;
  const submit = async () => {
    if (await send(recordPrevention, { missingId: missing.id, who, note: note || null }) === null) return;
    clear();
    onClose();
    say('The prevention interview is recorded.');
  };
  return (
    <InlineForm title={`Police prevention interview with ${nameOfMissing(incident, missing)}`} submit="Record it" onSubmit={submit} onClose={onClose} refusal={refusal}>
      <TextInput label="Which officer held it" required maxLength={200} autoComplete="off" value={draft.who} onChange={({ currentTarget: { value } }) => change({ who: value })} />
      <WordsField label="What was said" text={draft.note} onChange={(note) => change({ note })} />
    </InlineForm>
  );
}
