// Ending a duty while still holding incidents: everything goes to somebody on duty, by name, and then the duty ends.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { bookOff, handOn, listOnDuty } from '../../../shared/protocol/duties.ts';
import { call, sentenceOf } from '../../live/api.ts';
import { useMe, useReloadMe } from '../../live/me.tsx';
import { useSend } from '../../live/send.ts';
import { say } from '../../ui/toast.tsx';
import { useConsole } from '../console-state.tsx';
import { Choices } from '../../ui/choices.tsx';
import { SEAT_NAMES } from '../forms/give-form.tsx';
import { InlineForm } from '../forms/inline-form.tsx';
import { HoldingList } from '../../forms/duty/holding-list.tsx';
import { useHolding } from '../../forms/duty/use-holding.ts';
import classes from './hand-on.module.css';

export function HandOn() {
  const { duty, staffId } = useMe();
  const { endingDuty, incidentId, set, goTo } = useConsole();
  if (!endingDuty || duty === null) return null;
  const close = () => {
    set({ endingDuty: false });
    goTo(incidentId === null ? 'queue' : 'incident');
  };
  return <div className={classes['band']}><Form dutyId={duty.id} staffId={staffId} onClose={close} /></div>;
}

function Form({ dutyId, staffId, onClose }: { dutyId: string; staffId: string; onClose: () => void }) {
  const { lines, known, of } = useHolding();
  const [goes, finish] = [of('handed-on'), of('finished')];
  const { send } = useSend();
  const reloadMe = useReloadMe();
  const [toId, setToId] = useState<string | null>(null);
  const { data, error } = useQuery({ queryKey: ['on-duty'], queryFn: ({ signal }) => call(listOnDuty, {}, { signal }), staleTime: 0 });
  const others = (data ?? []).filter((person) => person.staffId !== staffId);
  const to = others.find((person) => person.staffId === toId) ?? others[0];
  const refusal = !known ? 'What you hold is being asked for.' : finish.length > 0 ? 'A task of yours is not finished. Say what came of it, or have somebody stand you down.' : goes.length === 0 ? undefined : error !== null ? sentenceOf(error) : to === undefined ? 'Nobody else is on duty. Ring the on-call manager: nothing may be left without an owner.' : undefined;
  const submit = async () => {
    if (goes.length > 0 && to === undefined) return;
    if (goes.length > 0 && to !== undefined && await send(handOn, { dutyId, toStaffId: to.staffId }) === null) return;
    if (await send(bookOff, { dutyId }) === null) return;
    onClose();
    await reloadMe();
    say(goes.length === 0 || to === undefined ? 'Your duty has ended.' : `Your duty has ended. ${to.name} has what you held.`);
  };
  return (
    <InlineForm
      level={2} title={lines.length === 1 ? 'You still hold one thing' : `You still hold ${lines.length} things`} says={<HoldingList of={of} />}
      submit={goes.length === 0 || to === undefined ? 'End duty' : `Hand on to ${to.name} and end duty`} onSubmit={submit} onClose={onClose} refusal={refusal}
    >
      {goes.length > 0 && <Choices
        label="To somebody on duty, by name" value={to?.staffId ?? null} onChoose={setToId}
        choices={others.map((person, index) => ({ value: person.staffId, name: person.name, label: person.name, note: SEAT_NAMES[person.seat], ...(index < 9 ? { keys: String(index + 1) } : {}) }))}
      />}
    </InlineForm>
  );
}
