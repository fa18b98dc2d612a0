// A body without accounts takes over on the phone: who, in what role, and what was read back.
import { TextInput } from '@mantine/core';
import { z } from 'zod';
import { takeOverByPhone } from '../../../shared/protocol/handovers.ts';
import { useSend } from '../../live/send.ts';
import { FieldRow } from '../../ui/field.tsx';
import { say } from '../../ui/toast.tsx';
import type { FormProps } from './form-props.ts';
import { InlineForm } from './inline-form.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { WordsField } from '../../ui/words-field.tsx';

const Draft = z.object({ name: z.string(), role: z.string(), readBack: z.string() });

export function TakenByPhoneForm({ incident, handoverId, onClose }: FormProps & { handoverId: string }) {
  const { send } = useSend();
  const { draft, change, clear } = useFormDraft(`${handoverId}.phone`, Draft, { name: '', role: '', readBack: '' });
  const [name, role, readBack] = [draft.name.trim(), draft.role.trim(), draft.readBack.trim()];
  const team = incident.handovers.find(({ id }) => id === handoverId)?.receivingTeam ?? 'the team';
  const submit = async () => {
    if (await send(takeOverByPhone, { handoverId, name, role, readBack }) === null) return;
    clear();
    onClose();
    say(`${incident.ref} was taken over by ${name}, ${team}.`);
  };
  return (
    <InlineForm
      title={`Taken over by phone: ${team}`} says="Only a named person takes it over, having read it back." submit="Record that they have it" onSubmit={submit} onClose={onClose}
      refusal={name === '' || role === '' || readBack === '' ? 'Ask for a name, a role, and have it read back.' : undefined}
    >
      <FieldRow>
        <TextInput label="Name" required value={draft.name} maxLength={200} autoComplete="off" onChange={({ currentTarget: { value } }) => change({ name: value })} />
        <TextInput label="Role" required value={draft.role} maxLength={200} autoComplete="off" onChange={({ currentTarget: { value } }) => change({ role: value })} />
      </FieldRow>
      <WordsField label="What was read back" required text={draft.readBack} onChange={(readBack) => change({ readBack })} />
    </InlineForm>
  );
}
