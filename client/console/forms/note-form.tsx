// A note for the log; an internal one stays in the organisation that wrote it.
import { Checkbox } from '@mantine/core';
import { z } from 'zod';
import { addNote } from '../../../shared/protocol/incidents.ts';
import { useSend } from '../../live/send.ts';
import { useMe } from '../../live/me.tsx';
import type { FormProps } from './form-props.ts';
import { InlineForm } from './inline-form.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { WordsField } from '../../ui/words-field.tsx';

const Draft = z.object({ body: z.string(), internal: z.boolean(), changesThings: z.boolean() });

export function NoteForm({ incident, onClose }: FormProps) {
  const { send } = useSend();
  const { organisation } = useMe();
  const { draft, change, clear } = useFormDraft(`${incident.id}.note`, Draft, { body: '', internal: false, changesThings: false });
  const body = draft.body.trim();
  const submit = async () => {
    if (await send(addNote, { incidentId: incident.id, body, internal: draft.internal, changesThings: draft.changesThings }) === null) return;
    clear();
    onClose();
  };
  return (
    <InlineForm title="Add a note" submit="Add the note" onSubmit={submit} onClose={onClose} refusal={body === '' ? 'Write the note first.' : undefined}>
      <WordsField label="Note" required text={draft.body} onChange={(body) => change({ body })} minRows={3} />
      {incident.state === 'open' && <Checkbox label="It changes things: ask for a fresh assessment" checked={draft.changesThings} onChange={({ currentTarget: { checked } }) => change({ changesThings: checked })} />}
      <Checkbox label={`Internal: for ${organisation} only`} checked={draft.internal} onChange={({ currentTarget: { checked } }) => change({ internal: checked })} />
    </InlineForm>
  );
}
