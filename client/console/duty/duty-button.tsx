// Starts one's duty in the control seat, and ends it: not while one still holds something.
import { bookOff, bookOn, readHolding } from '../../../shared/protocol/duties.ts';
import { call } from '../../live/api.ts';
import { useMe, useReloadMe } from '../../live/me.tsx';
import { useSend } from '../../live/send.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { say } from '../../ui/toast.tsx';
import { useConsole } from '../console-state.tsx';

export function DutyButton() {
  const { duty } = useMe();
  const reloadMe = useReloadMe();
  const { send } = useSend();
  const { set, endingDuty } = useConsole();

  const start = async () => {
    if (await send(bookOn, { seat: 'control', teamId: null }) === null) return;
    await reloadMe();
    say('You are on duty.');
  };
  const end = async () => {
    if (duty === null) return;
    // Whatever it is, it is seen before one leaves; where that cannot be asked, the server says so.
    const holding = await call(readHolding, {}).catch(() => []);
    if (holding.length > 0) return set({ endingDuty: true });
    if (await send(bookOff, { dutyId: duty.id }) === null) return;
    await reloadMe();
    say('Your duty has ended.');
  };
  return duty === null
    ? <><span>not on duty</span><ActionButton label="Start your duty" keys="B" size="xs" tone="primary" onAct={start} /></>
    : <ActionButton label="End duty" keys="B" size="xs" tone="quiet" expanded={endingDuty} onAct={end} />;
}
