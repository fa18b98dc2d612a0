// The console's part of the bar at the top: the tally, finding anything, a new call, and one's own duty.
import { useCallDrafts } from '../live/call-drafts.tsx';
import { ActionButton } from '../ui/action-button.tsx';
import { TopSlot } from '../ui/top-slot.tsx';
import { AlarmBar } from './alarms/alarm-bar.tsx';
import { useBoard } from './board/board.tsx';
import { useConsole } from './console-state.tsx';
import { DutyButton } from './duty/duty-button.tsx';
import { openFind } from './find/find.tsx';
import { Tally } from './tally.tsx';
import classes from './console.module.css';

export function ConsoleTopBar({ wide }: { wide: boolean }) {
  const { onDuty } = useBoard();
  const { calling, startCall } = useConsole();
  const { keeper, mine } = useCallDrafts();
  const kept = !calling && (keeper === null ? mine.length > 0 : keeper.begun);
  return (
    <TopSlot>
      {wide && <NightLine />}
      <ActionButton label={kept ? 'Go on with the call' : 'New call'} keys="N" size="xs" tone={onDuty ? 'primary' : 'plain'} onAct={startCall} />
      {wide && <DutyButton />}
    </TopSlot>
  );
}

function NightLine() {
  const { known, items, crews } = useBoard();
  return (
    <>
      <Tally known={known} items={items} crews={crews} />
      <AlarmBar />
      <ActionButton label="Find" keys="Mod+K" size="xs" tone="quiet" onAct={openFind} />
    </>
  );
}

/** Where the bar has no room: the same below it. */
export function NightStrip() {
  return <div className={classes['strip']} data-nj-no-print><NightLine /><DutyButton /></div>;
}
