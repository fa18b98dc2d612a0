// A Grade 1 leaves for the police control room at once: who took it there, and under which reference.
import { NativeSelect, TextInput } from '@mantine/core';
import { isLive } from '../../../shared/domain/incident-file.ts';
import { CREW_ORDERS, ORDER_MEANS, ORDER_WORDS } from '../../../shared/domain/instruction.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { passToPolice } from '../../../shared/protocol/incidents.ts';
import { FieldRow } from '../../ui/field.tsx';
import { ActForm } from '../case/act-form.tsx';
import { useDraftFields } from '../case/draft-fields.ts';
import { useDeed } from '../case/use-deed.ts';
import type { FormProps } from './form-props.ts';

export function PoliceForm({ incident, onClose }: FormProps) {
  const deed = useDeed();
  const { values, field, clear } = useDraftFields(`police.${incident.id}`, { takenBy: '', reference: '', crewOrder: '' });
  const out = incident.assignments.filter((assignment) => isLive(assignment) && incident.tasks.some(({ id, kind }) => id === assignment.taskId && kind === 'visit'));
  const untold = out.filter(({ id }) => !incident.instructions.some(({ assignmentId, endedAt }) => assignmentId === id && endedAt === null));
  const crewOrder = CREW_ORDERS.find((order) => order === values.crewOrder) ?? null;
  const owed = values.takenBy.trim() === '' ? 'Ask who in the control room takes it.' : values.reference.trim() === '' ? 'Ask for their reference.'
    : untold[0] !== undefined && crewOrder === null ? refusalSentence({ code: 'tell-the-crew', facts: { who: untold[0].name } }) : undefined;
  const pass = async () => {
    await deed(passToPolice, { incidentId: incident.id, takenBy: values.takenBy.trim(), reference: values.reference.trim(), crewOrder: untold.length > 0 ? crewOrder : null });
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
      {untold.length > 0 && (
        <NativeSelect
          label={`${untold.map(({ name }) => name).join(' and ')}: told to`} required {...field('crewOrder')}
          data={[{ value: '', label: 'Choose' }, ...CREW_ORDERS.map((order) => ({ value: order, label: `${ORDER_WORDS[order]}: ${ORDER_MEANS[order]}` }))]}
        />
      )}
      <FieldRow>
        <TextInput label="Taken by" required autoComplete="off" {...field('takenBy')} />
        <TextInput label="Their reference" required autoComplete="off" {...field('reference')} />
      </FieldRow>
    </ActForm>
  );
}
