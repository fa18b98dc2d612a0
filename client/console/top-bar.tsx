// The console's part of the bar at the top: the tally, finding anything, a new call, and one's own duty.
import { useMe } from '../live/me.tsx';
import { ActionButton } from '../ui/action-button.tsx';
import { TopSlot } from '../ui/top-slot.tsx';
import { useBoard } from './board/board.tsx';
import { isCallKept } from './call/kept-call.ts';
import { useConsole } from './console-state.tsx';
import { DutyButton } from './duty/duty-button.tsx';
import { openFind } from './find/find.tsx';
import { Tally } from './tally.tsx';

export function ConsoleTopBar() {
  const { items, crews } = useBoard();
  const { calling, startCall } = useConsole();
  const { accountId } = useMe();
  const kept = !calling && isCallKept(accountId);
  return (
    <TopSlot>
      <Tally items={items} crews={crews} />
      <ActionButton label="Find" keys="Mod+K" size="xs" tone="quiet" onAct={openFind} />
      <ActionButton label={kept ? 'Go on with the call' : 'New call'} keys="N" size="xs" tone="primary" onAct={startCall} />
      <DutyButton />
    </TopSlot>
  );
}
