// A closed log was looked at: what the supervisor found.
import { z } from 'zod';
import { FINDING_NAMES, FINDINGS } from '../../../shared/domain/closed-review.ts';
import { reviewClosed } from '../../../shared/protocol/owed.ts';
import { useSend } from '../../live/send.ts';
import { Choices } from '../../ui/choices.tsx';
import type { FormProps } from './form-props.ts';
import { InlineForm } from './inline-form.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { WordsField } from '../../ui/words-field.tsx';

const Draft = z.object({ finding: z.enum(FINDINGS).nullable(), note: z.string() });

export function ReviewForm({ incident, onClose }: FormProps) {
  const { send } = useSend();
  const { draft, change, clear } = useFormDraft(`${incident.id}.review`, Draft, { finding: null, note: '' });
  const note = draft.note.trim();
  const submit = async () => {
    if (draft.finding === null || await send(reviewClosed, { incidentId: incident.id, finding: draft.finding, note }) === null) return;
    clear();
    onClose();
  };
  return (
    <InlineForm title="Looked at" submit="Record it" onSubmit={submit} onClose={onClose} refusal={draft.finding === null ? 'Choose what you found.' : note === '' ? 'Say what, in a few words: this is read later.' : undefined}>
      <Choices label="What you found" value={draft.finding} onChoose={(finding) => change({ finding })} choices={FINDINGS.map((value, index) => ({ value, name: FINDING_NAMES[value], label: FINDING_NAMES[value], keys: String(index + 1) }))} />
      <WordsField label="In a few words" required text={draft.note} onChange={(note) => change({ note })} />
    </InlineForm>
  );
}
