// A Grade 1 leaves for the police control room at once: who took it there, and under which reference.
import { TextInput } from '@mantine/core';
import { passToPolice } from '../../../shared/protocol/incidents.ts';
import { FieldRow } from '../../ui/field.tsx';
import { ActForm } from '../case/act-form.tsx';
import { useDraftFields } from '../case/draft-fields.ts';
import { useDeed } from '../case/use-deed.ts';
import type { FormProps } from './form-props.ts';

export function PoliceForm({ incident, onClose }: FormProps) {
  const deed = useDeed();
  const { values, field, clear } = useDraftFields(`police.${incident.id}`, { takenBy: '', reference: '' });
  const owed = values.takenBy.trim() === '' ? 'Ask who in the control room takes it.' : values.reference.trim() === '' ? 'Ask for their reference.' : undefined;
  const pass = async () => {
    await deed(passToPolice, { incidentId: incident.id, takenBy: values.takenBy.trim(), reference: values.reference.trim() });
    clear();
  };
  return (
    <ActForm
      title="Ring the police control room now"
      leadsTo="It stays red on every screen until somebody there has it. The social work need stays open here."
      act="Police have it"
      danger
      refusal={owed}
      onAct={pass}
      onClose={onClose}
    >
      <FieldRow>
        <TextInput label="Taken by" required autoComplete="off" {...field('takenBy')} />
        <TextInput label="Their reference" required autoComplete="off" {...field('reference')} />
      </FieldRow>
    </ActForm>
  );
}
