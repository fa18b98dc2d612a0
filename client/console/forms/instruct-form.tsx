// Tells everybody who is out on a Grade 1 what to do, again or for the first time.
import { useState } from 'react';
import { crewOut, ORDER_WORDS, type CrewOrder } from '../../../shared/domain/instruction.ts';
import { instructCrew } from '../../../shared/protocol/owed.ts';
import { useSend } from '../../live/send.ts';
import { say } from '../../ui/toast.tsx';
import { fileOf } from '../board/file-of.ts';
import { CrewOrderChoices } from './crew-order-choices.tsx';
import type { FormProps } from './form-props.ts';
import { InlineForm } from './inline-form.tsx';

export function InstructForm({ incident, onClose }: FormProps) {
  const { send } = useSend();
  const [order, setOrder] = useState<CrewOrder | null>(null);
  const out = crewOut(fileOf(incident));
  const crew = [...new Set(out.map(({ id }) => incident.assignments.find((one) => one.id === id)).map((one) => one?.callSign ?? one?.name ?? 'Somebody'))].join(' and ');
  const submit = async () => {
    if (order === null || await send(instructCrew, { incidentId: incident.id, crewOrder: order }) === null) return;
    onClose();
    say(`${crew} is told: ${ORDER_WORDS[order].toLowerCase()}.`, 'Each reads and confirms it on their own tablet. Say it on the radio too.');
  };
  return (
    <InlineForm title="Tell the crew" says="It takes their whole screen until they have confirmed it. Their task and their position go on." submit="Tell them" onSubmit={submit} onClose={onClose} danger refusal={out.length === 0 ? 'Nobody is out on this one.' : order === null ? 'Choose what they are told.' : undefined}>
      <CrewOrderChoices crew={crew} value={order} onChoose={setOrder} />
    </InlineForm>
  );
}
