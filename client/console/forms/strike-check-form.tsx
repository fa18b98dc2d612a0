// Strikes out a check that was recorded by mistake: it stays on the log, and counts no more.
import { NativeSelect } from '@mantine/core';
import { z } from 'zod';
import { cellWordsOf } from '../../live/check-facts.ts';
import { strikeOutCheck } from '../../../shared/protocol/checks.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { useSend } from '../../live/send.ts';
import { say } from '../../ui/toast.tsx';
import type { FormProps } from './form-props.ts';
import { InlineForm } from './inline-form.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { WordsField } from '../../ui/words-field.tsx';

const Draft = z.object({ checkId: z.string().nullable(), reason: z.string() });

export function StrikeCheckForm({ incident, onClose }: FormProps) {
  const { send } = useSend();
  const { draft, change, clear } = useFormDraft(`${incident.id}.strike-check`, Draft, { checkId: null, reason: '' });
  const standing = incident.checks.items.filter(({ state }) => state !== 'struck-out').toReversed();
  const chosen = standing.find(({ id }) => id === draft.checkId) ?? standing[0];
  const reason = draft.reason.trim();
  const refusal = chosen === undefined ? refusalSentence({ code: 'check-nothing-there' }) : reason === '' ? refusalSentence({ code: 'rationale-needed' }) : undefined;
  const submit = async () => {
    if (chosen === undefined || await send(strikeOutCheck, { incidentId: incident.id, checkId: chosen.id, reason }) === null) return;
    clear();
    onClose();
    say('Struck out.', 'It stays on the log, and reads as not checked.');
  };
  return (
    <InlineForm title="Strike out a check" says="For one that was recorded about somebody else, or never said. It stays on the log." submit="Strike it out" onSubmit={submit} onClose={onClose} refusal={refusal} danger>
      <NativeSelect label="Which" required data={standing.map((check) => ({ value: check.id, label: cellWordsOf(check, incident) }))} value={chosen?.id ?? ''} onChange={({ currentTarget: { value } }) => change({ checkId: value })} />
      <WordsField label="Why" required text={draft.reason} onChange={(text) => change({ reason: text })} />
    </InlineForm>
  );
}
