// Gives the incident to somebody on duty, by name: it is never without an owner.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listOnDuty } from '../../../shared/protocol/duties.ts';
import { ownIncident } from '../../../shared/protocol/incidents.ts';
import { call, sentenceOf } from '../../live/api.ts';
import { useSend } from '../../live/send.ts';
import { say } from '../../ui/toast.tsx';
import { whyNotOwn } from '../board/asked.ts';
import { useBoard } from '../board/board.tsx';
import { Choices } from '../../ui/choices.tsx';
import type { FormProps } from './form-props.ts';
import { InlineForm } from './inline-form.tsx';

export const SEAT_NAMES = { control: 'control', edt: 'EDT desk', responder: 'responder' } as const;

export function GiveForm({ incident, onClose }: FormProps) {
  const { me, now } = useBoard();
  const { send } = useSend();
  const [toId, setToId] = useState<string | null>(null);
  const { data, error } = useQuery({ queryKey: ['on-duty'], queryFn: ({ signal }) => call(listOnDuty, {}, { signal }) });
  const others = (data ?? []).filter(({ staffId }) => staffId !== incident.owner.staffId);
  const to = others.find(({ staffId }) => staffId === toId) ?? others[0];
  const refusal = error !== null ? sentenceOf(error) : to === undefined ? 'Nobody else is on duty to give it to.' : whyNotOwn(incident, { ...to, onDuty: true }, { staffId: me.staffId, now });
  const submit = async () => {
    if (to === undefined || await send(ownIncident, { incidentId: incident.id, ownerId: to.staffId }) === null) return;
    onClose();
    say(`${incident.ref} is with ${to.name}.`);
  };
  return (
    <InlineForm title="Give it to somebody on duty" says={`With ${incident.owner.name} now.`} submit={to === undefined ? 'Give it' : `Give it to ${to.name}`} onSubmit={submit} onClose={onClose} refusal={refusal}>
      <Choices
        label="To" value={to?.staffId ?? null} onChoose={setToId}
        choices={others.map(({ staffId, name, seat }, index) => ({ value: staffId, name, label: name, note: SEAT_NAMES[seat], ...(index < 9 ? { keys: String(index + 1) } : {}) }))}
      />
    </InlineForm>
  );
}
