// A named person elsewhere has the search now, or they were never missing. Either way it is said by whom and why.
import { TextInput } from '@mantine/core';
import { z } from 'zod';
import { refusalSentence } from '../../../../shared/domain/refusal.ts';
import { endMissing } from '../../../../shared/protocol/missing.ts';
import { useSend } from '../../../live/send.ts';
import { say } from '../../../ui/toast.tsx';
import { Choices } from '../../../ui/choices.tsx';
import { InlineForm } from '../inline-form.tsx';
import { useFormDraft } from '../../../ui/use-form-draft.ts';
import { WordsField } from '../../../ui/words-field.tsx';
import type { MissingFormProps } from './missing-form.tsx';
import { nameOfMissing } from './words.ts';

const ENDS = ['handed-on', 'not-missing'] as const;
const LABELS = { 'handed-on': 'Somebody else has the search now', 'not-missing': 'They were not missing: recorded by mistake' } as const satisfies Record<(typeof ENDS)[number], string>;
const Draft = z.object({ endedAs: z.enum(ENDS).nullable(), takenBy: z.string(), reason: z.string() });

export function EndMissingForm({ incident, missing, onClose }: MissingFormProps) {
  const { send } = useSend();
  const { draft, change, clear } = useFormDraft(`${missing.id}.end`, Draft, { endedAs: null, takenBy: '', reason: '' });
  const { endedAs } = draft;
  const [takenBy, reason] = [draft.takenBy.trim(), draft.reason.trim()];
  const refusal = missing.endedAs !== null ? refusalSentence({ code: 'missing-ended' }) : endedAs === null ? 'Say which.'
    : endedAs === 'handed-on' && takenBy === '' ? refusalSentence({ code: 'taker-needed' }) : reason === '' ? refusalSentence({ code: 'rationale-needed' }) : undefined;
  const submit = async () => {
    if (endedAs === null || await send(endMissing, { missingId: missing.id, endedAs, takenBy: endedAs === 'handed-on' ? takenBy : null, reason }) === null) return;
    clear();
    onClose();
    say(`${nameOfMissing(incident, missing)}: ${LABELS[endedAs].toLowerCase()}.`);
  };
  return (
    <InlineForm title={`${nameOfMissing(incident, missing)}: not ours to find`} submit="Record it" onSubmit={submit} onClose={onClose} refusal={refusal} danger>
      <Choices label="Because" value={endedAs} onChoose={(endedAs) => change({ endedAs })} choices={ENDS.map((value, index) => ({ value, name: LABELS[value], label: LABELS[value], keys: String(index + 1) }))} />
      {endedAs === 'handed-on' && <TextInput label="Who has it: name, role, reference" required maxLength={200} autoComplete="off" value={draft.takenBy} onChange={({ currentTarget: { value } }) => change({ takenBy: value })} />}
      <WordsField label="Why" required text={draft.reason} onChange={(reason) => change({ reason })} />
    </InlineForm>
  );
}
