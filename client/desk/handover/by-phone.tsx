// A body without accounts takes over on the phone: who, in which role, and what they read back.
import { Textarea, TextInput } from '@mantine/core';
import { takeOverByPhone } from '../../../shared/protocol/handovers.ts';
import { FieldRow } from '../../ui/field.tsx';
import { say } from '../../ui/toast.tsx';
import { ActForm } from '../case/act-form.tsx';
import { useDraftFields } from '../case/draft-fields.ts';
import { useDeed } from '../case/use-deed.ts';
import type { DeedFormProps } from './deed-form.ts';

export function ByPhone({ handover, over, onClose }: DeedFormProps) {
  const deed = useDeed();
  const { values, field, clear } = useDraftFields(`by-phone.${handover.id}`, { name: '', role: '', readBack: '' });
  const owed = over ?? (values.name.trim() === '' ? 'Ask for their name first: a handover completes only with a named person.'
    : values.role.trim() === '' ? 'Ask for their role: it is written beside the name.'
      : values.readBack.trim() === '' ? 'Ask them to read it back, and write what they said.' : undefined);
  const record = async () => {
    await deed(takeOverByPhone, { handoverId: handover.id, name: values.name.trim(), role: values.role.trim(), readBack: values.readBack.trim() });
    say(`${values.name.trim()} has taken over ${handover.ref}.`, `${values.role.trim()}, on the phone.`);
    clear();
  };
  return (
    <ActForm
      title={`Taken over by phone, at ${handover.receivingTeam}`}
      leadsTo="Read the pack aloud, one to ten. It is theirs once you have a name and they have read it back."
      act="Record the take-over"
      refusal={owed}
      onAct={record}
      onClose={onClose}
    >
      <FieldRow>
        <TextInput label="Their name" required autoComplete="off" {...field('name')} />
        <TextInput label="Their role" required autoComplete="off" placeholder="Duty manager" {...field('role')} />
      </FieldRow>
      <Textarea label="What they read back" required {...field('readBack')} autosize minRows={2} maxRows={6} />
    </ActForm>
  );
}
