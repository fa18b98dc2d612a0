// In the top bar: a new call, and whether one is on duty at the EDT desk.
import { IconPhonePlus } from '@tabler/icons-react';
import { bookOn } from '../../../shared/protocol/duties.ts';
import { useCallDrafts } from '../../live/call-drafts.tsx';
import { useMe, useReloadMe } from '../../live/me.tsx';
import { useSend } from '../../live/send.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { clockTime } from '../../ui/time-text.ts';
import { say } from '../../ui/toast.tsx';
import { TopSlot } from '../../ui/top-slot.tsx';
import { rightsOf } from '../desk-rights.ts';
import { useOpened } from '../opened.tsx';
import classes from './duty-control.module.css';

export function DutyControl() {
  const me = useMe();
  const reloadMe = useReloadMe();
  const { send } = useSend();
  const { opened, open } = useOpened();
  const { keeper, mine } = useCallDrafts();
  const kept = opened?.kind !== 'call' && (keeper === null ? mine.length > 0 : keeper.begun);
  const start = async () => {
    if (await send(bookOn, { seat: 'edt', teamId: null }) === null) return;
    await reloadMe();
    say('You are on duty at the EDT desk.');
  };
  return (
    <TopSlot>
      <div className={classes['control']}>
        <ActionButton label={kept ? 'Go on with the call' : 'New call'} keys="N" icon={<IconPhonePlus size={16} aria-hidden />} onAct={() => open({ kind: 'call' })} />
        {me.duty === null && rightsOf(me).isEdt && <ActionButton label="Book on" keys="B" tone="primary" onAct={start} />}
        {me.duty !== null && <span className={classes['since']}>on duty since {clockTime(me.duty.startedAt)}</span>}
        {me.duty !== null && <ActionButton label="End of duty" keys="B" tone="quiet" onAct={() => open({ kind: 'end-of-duty' })} />}
      </div>
    </TopSlot>
  );
}
