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
import { useHeld, useHeldNews } from './use-held.ts';
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
  const [held, news] = [useHeld(), useHeldNews()];
  const { send } = useSend();
  const reloadMe = useReloadMe();
  const [toId, setToId] = useState<string | null>(null);
  const { data, error } = useQuery({ queryKey: ['on-duty'], queryFn: ({ signal }) => call(listOnDuty, {}, { signal }), staleTime: 0 });
  const others = (data ?? []).filter((person) => person.staffId !== staffId);
  const to = others.find((person) => person.staffId === toId) ?? others[0];
  const refusal = error !== null ? sentenceOf(error) : to === undefined ? 'Nobody else is on duty. Ring the on-call manager: nothing may be left without an owner.' : undefined;
  const submit = async () => {
    if (to === undefined) return;
    if (held.length + news.length > 0 && await send(handOn, { dutyId, toStaffId: to.staffId }) === null) return;
    if (await send(bookOff, { dutyId }) === null) return;
    onClose();
    await reloadMe();
    say(`Your duty has ended. ${to.name} has what you held.`);
  };
  return (
    <InlineForm
      level={2} title={`You still hold ${held.length + news.length} ${held.length + news.length === 1 ? 'incident' : 'incidents'}`} says={[...held.map(({ tail, district }) => `${tail} ${district}`), ...news.map(({ ref }) => `news on ${ref}`)].join(' · ')}
      submit={to === undefined ? 'Hand on and end duty' : `Hand on to ${to.name} and end duty`} onSubmit={submit} onClose={onClose} refusal={refusal}
    >
      <Choices
        label="To somebody on duty, by name" value={to?.staffId ?? null} onChoose={setToId}
        choices={others.map((person, index) => ({ value: person.staffId, name: person.name, label: person.name, note: SEAT_NAMES[person.seat], ...(index < 9 ? { keys: String(index + 1) } : {}) }))}
      />
    </InlineForm>
  );
}
