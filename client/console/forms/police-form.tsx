// A Grade 1 leaves for the police control room: who took it, when, under which reference, and what a crew that is out is told.
import { TextInput } from '@mantine/core';
import { z } from 'zod';
import { CREW_ORDERS, crewToTell } from '../../../shared/domain/instruction.ts';
import { passToPolice } from '../../../shared/protocol/incidents.ts';
import { useSend } from '../../live/send.ts';
import { FieldRow } from '../../ui/field.tsx';
import { say } from '../../ui/toast.tsx';
import { whyNotPolice } from '../board/asked.ts';
import { useBoard } from '../board/board.tsx';
import { fileOf } from '../board/file-of.ts';
import { CrewOrderChoices } from './crew-order-choices.tsx';
import { MomentField } from '../../ui/moment-field.tsx';
import { takenAtOf } from '../../forms/owed/passed-on-fields.tsx';
import type { FormProps } from './form-props.ts';
import { InlineForm } from './inline-form.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';

const Draft = z.object({ takenBy: z.string(), reference: z.string(), takenAt: z.string(), crewOrder: z.enum(CREW_ORDERS).nullable() });

export function PoliceForm({ incident, onClose }: FormProps) {
  const { me, now } = useBoard();
  const { send } = useSend();
  const { draft, change, clear } = useFormDraft(`${incident.id}.police`, Draft, { takenBy: '', reference: '', takenAt: '', crewOrder: null });
  const untold = crewToTell(fileOf(incident));
  const crew = [...new Set(untold.map(({ id }) => incident.assignments.find((one) => one.id === id)).map((one) => one?.callSign ?? one?.name ?? 'Somebody'))].join(' and ');
  const takenAt = takenAtOf(draft, now);
  const [takenBy, reference] = [draft.takenBy.trim(), draft.reference.trim()];
  const refusal = whyNotPolice(incident, { staffId: me.staffId, now }) ?? (takenBy === '' || reference === '' ? 'Ask the control room for a name and a reference: until then it is with us.' : undefined)
    ?? (takenAt === null ? 'Write when they took it.' : untold.length > 0 && draft.crewOrder === null ? `${crew} is out on this. Choose what they are told.` : undefined);
  const submit = async () => {
    if (takenAt === null || await send(passToPolice, { incidentId: incident.id, takenBy, reference, takenAt, crewOrder: untold.length > 0 ? draft.crewOrder : null }) === null) return;
    clear();
    onClose();
    say(`Police have ${incident.ref}, ref ${reference}.`, 'The social work need stays open here.');
  };
  return (
    <InlineForm title="Pass to the police control room" says="Ring now. It stays on every screen here until the police have it." submit="Police have it" onSubmit={submit} onClose={onClose} refusal={refusal} danger>
      {untold.length > 0 && <CrewOrderChoices crew={crew} value={draft.crewOrder} onChoose={(crewOrder) => change({ crewOrder })} />}
      <FieldRow>
        <TextInput label="Taken by" required value={draft.takenBy} maxLength={200} autoComplete="off" onChange={({ currentTarget: { value } }) => change({ takenBy: value })} />
        <TextInput label="Their reference" required value={draft.reference} maxLength={200} autoComplete="off" onChange={({ currentTarget: { value } }) => change({ reference: value })} />
      </FieldRow>
      <MomentField label="When they took it" side="past" text={draft.takenAt} whenEmpty="now" onChange={(takenAt) => change({ takenAt })} />
    </InlineForm>
  );
}
