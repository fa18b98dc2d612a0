// A Grade 1 leaves for the police control room: who took it, and under which reference.
import { TextInput } from '@mantine/core';
import { z } from 'zod';
import { passToPolice } from '../../../shared/protocol/incidents.ts';
import { useSend } from '../../live/send.ts';
import { FieldRow } from '../../ui/field.tsx';
import { say } from '../../ui/toast.tsx';
import { whyNotPolice } from '../board/asked.ts';
import { useBoard } from '../board/board.tsx';
import type { FormProps } from './form-props.ts';
import { InlineForm } from './inline-form.tsx';
import { useFormDraft } from './use-form-draft.ts';

const Draft = z.object({ takenBy: z.string(), reference: z.string() });

export function PoliceForm({ incident, onClose }: FormProps) {
  const { me, now } = useBoard();
  const { send } = useSend();
  const { draft, change, clear } = useFormDraft(`${incident.id}.police`, Draft, { takenBy: '', reference: '' });
  const [takenBy, reference] = [draft.takenBy.trim(), draft.reference.trim()];
  const refusal = whyNotPolice(incident, { staffId: me.staffId, now }) ?? (takenBy === '' || reference === '' ? 'Ask the control room for a name and a reference: until then it is with us.' : undefined);
  const submit = async () => {
    if (await send(passToPolice, { incidentId: incident.id, takenBy, reference }) === null) return;
    clear();
    onClose();
    say(`Police have ${incident.ref}, ref ${reference}.`, 'The social work need stays open here.');
  };
  return (
    <InlineForm title="Pass to the police control room" says="Ring now. It stays on every screen here until the police have it." submit="Police have it" onSubmit={submit} onClose={onClose} refusal={refusal} danger>
      <FieldRow>
        <TextInput label="Taken by" required value={draft.takenBy} maxLength={200} autoComplete="off" onChange={({ currentTarget: { value } }) => change({ takenBy: value })} />
        <TextInput label="Their reference" required value={draft.reference} maxLength={200} autoComplete="off" onChange={({ currentTarget: { value } }) => change({ reference: value })} />
      </FieldRow>
    </InlineForm>
  );
}
