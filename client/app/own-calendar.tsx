// A link to one's own times for the calendar in one's pocket: made, shown once, ended.
import { Modal, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { makeCalendarLink, readCalendarLink, revokeCalendarLink } from '../../shared/protocol/calendar.ts';
import { call } from '../live/api.ts';
import { useSend } from '../live/send.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { HotkeyScope } from '../ui/hotkey-scope.tsx';
import { dayAndTime } from '../ui/time-text.ts';
import { say } from '../ui/toast.tsx';
import { useNow } from '../ui/use-now.tsx';
import classes from './form.module.css';

const KEY = ['own-calendar'];

export function OwnCalendar({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Modal opened={open} onClose={onClose} title="Your times in your own calendar" closeButtonProps={{ 'aria-label': 'Close' }}>
      <HotkeyScope name="Your calendar" exclusive>
        <Link onClose={onClose} />
      </HotkeyScope>
    </Modal>
  );
}

function Link({ onClose }: { onClose: () => void }) {
  const now = useNow();
  const queries = useQueryClient();
  const { send } = useSend();
  const { data, error } = useQuery({ queryKey: KEY, queryFn: ({ signal }) => call(readCalendarLink, {}, { signal }) });
  const [address, setAddress] = useState<string | null>(null);
  const madeAt = data?.madeAt ?? null;
  const make = async () => {
    const made = await send(makeCalendarLink, {});
    if (made === null) return;
    setAddress(`${window.location.origin}${made.path}`);
    await queries.invalidateQueries({ queryKey: KEY });
  };
  const end = async () => {
    if (await send(revokeCalendarLink, {}) === null) return;
    setAddress(null);
    await queries.invalidateQueries({ queryKey: KEY });
    say('The link works no more.', 'What a calendar has read already stays in it.');
  };
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      say('Copied.');
    } catch {
      say('It could not be copied.', 'Mark the link and copy it by hand.');
    }
  };
  return (
    <div className={classes['form']}>
      <p className={classes['note']}>A calendar that subscribes to the link shows when you have a shift or a booked visit: times only, no names, no places. Whoever has the link can read them, so keep it to yourself.</p>
      {error && <p role="alert">No answer from the server: whether there is a link is not known.</p>}
      {data !== undefined && <p>{madeAt === null ? 'You have no link.' : `Your link was made ${dayAndTime(madeAt, now)}. It is shown only when it is made.`}</p>}
      {address !== null && <TextInput label="Your link, shown this once" value={address} readOnly onFocus={({ currentTarget }) => currentTarget.select()} />}
      <div>
        {address !== null && <ActionButton label="Copy it" tone="primary" onAct={() => copy(address)} />}
        {address === null && <ActionButton label={madeAt === null ? 'Make a link' : 'Make a new one, and end the old'} tone="primary" refusal={data === undefined ? 'Wait until the server has answered.' : undefined} onAct={make} />}
        {madeAt !== null && <ActionButton label="End the link" tone="quiet" onAct={end} />}
        <ActionButton label="Close" tone="quiet" onAct={onClose} />
      </div>
    </div>
  );
}
