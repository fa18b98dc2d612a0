// A note on the log; an internal one stays in the organisation that wrote it.
import { Checkbox, Textarea } from '@mantine/core';
import { addNote } from '../../../shared/protocol/incidents.ts';
import { useMe } from '../../live/me.tsx';
import { ActForm } from '../case/act-form.tsx';
import { useDraftFields } from '../case/draft-fields.ts';
import { useDeed } from '../case/use-deed.ts';
import type { FormProps } from './form-props.ts';

export function NoteForm({ incident, onClose }: FormProps) {
  const { organisation } = useMe();
  const deed = useDeed();
  const { values, set, field, clear } = useDraftFields(`note.${incident.id}`, { body: '', internal: '' });
  const add = async () => {
    await deed(addNote, { incidentId: incident.id, body: values.body.trim(), internal: values.internal !== '' });
    clear();
  };
  return (
    <ActForm title="Note" act="Add the note" refusal={values.body.trim() === '' ? 'Write something first.' : undefined} onAct={add} onClose={onClose}>
      <Textarea aria-label="Note" {...field('body')} autosize minRows={3} maxRows={10} />
      <Checkbox label={`For ${organisation} alone`} checked={values.internal !== ''} onChange={(event) => set('internal', event.currentTarget.checked ? 'yes' : '')} />
    </ActForm>
  );
}
