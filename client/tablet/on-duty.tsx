// On duty: the strip that stays, the one thing on screen, and the pages that take its place for a moment.
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useServerNow } from '../live/live-store.tsx';
import { useMe } from '../live/me.tsx';
import { blankCall, type CallDraft } from './call/call-draft.ts';
import { RaisePage } from './call/raise-page.tsx';
import { DutyPage } from './duty/duty-page.tsx';
import { dutyAs } from './duty/duty-words.ts';
import { EndOfDuty } from './duty/end-of-duty.tsx';
import { RefusedList } from './duty/refused-list.tsx';
import { Strip } from './duty/strip.tsx';
import { useSharing } from './duty/use-sharing.ts';
import { Waiting } from './duty/waiting.tsx';
import { DoorScreen } from './frame/door-screen.tsx';
import { Page } from './frame/page.tsx';
import { usePage } from './frame/use-page.ts';
import { taskPage } from './steps/task-page.tsx';
import { GradeOne, StoodDown } from './task/alarms.tsx';
import { NewTask } from './task/new-task.tsx';
import { RaisedScreen } from './task/raised-screen.tsx';
import { safetyLines } from './task/safety.tsx';
import { TaskList } from './task/task-list.tsx';
import { isDriving, TaskScreen } from './task/task-screen.tsx';
import { useOpened } from './task/use-opened.ts';
import { useVibration } from './task/use-vibration.ts';
import { useChosen } from './use-chosen.ts';
import { useTonight } from './use-tonight.ts';

export interface OnDutyProps { dutyId: string; startedAt: string; teamId: string | null }

export function OnDuty({ dutyId, startedAt, teamId }: OnDutyProps) {
  const me = useMe();
  const serverNow = useServerNow();
  const tonight = useTonight(dutyId, teamId);
  const { team, works, raised, shown } = tonight;
  const chosen = useChosen(tonight);
  const sharing = useSharing(dutyId, tonight.duty);
  const opened = useOpened();
  const { page, open, close } = usePage();
  const [hidden, setHidden] = useState(false);
  const [call, setCall] = useState<CallDraft | null>(null);

  const arrived = works.filter(({ mine }) => mine.state === 'dispatched' && !opened.has(mine.id));
  const stoodDown = works.filter(({ mine }) => mine.state === 'stood-down' && !opened.has(mine.id));
  const first = works.some(isDriving) ? undefined : arrived[0];
  useVibration(arrived.length + stoodDown.length > 0);

  const raise = () => {
    setCall(call ?? blankCall(serverNow()));
    open('raise');
  };
  const choose = (id: string) => {
    chosen.choose(id);
    close();
  };
  const closeTask = () => chosen.choose(null);

  const notices = (
    <>
      <RefusedList />
      <StoodDown works={stoodDown} onRead={opened.add} />
      {chosen.shown && <GradeOne incident={chosen.shown.incident} />}
    </>
  );

  const task = (): ReactNode => {
    const others = works.length + raised.length - 1;
    if (chosen.work) return <TaskScreen key={chosen.work.mine.id} work={chosen.work} waiting={arrived} others={others} notices={notices} onOpen={open} onClose={closeTask} />;
    if (chosen.shown) return <RaisedScreen shown={chosen.shown} notices={notices} onOpen={open} onClose={closeTask} />;
    return <Waiting name={me.name} dutyId={dutyId} team={team} notices={notices} works={works} raised={raised} onChoose={choose} onRaise={raise} />;
  };

  const inPlace = (): ReactNode => {
    switch (page) {
      case null: return task();
      case 'tasks': return <Page title="Your tasks" onBack={close}><TaskList works={works} raised={raised} chosenId={chosen.work?.mine.id ?? chosen.shown?.incident.id ?? null} onChoose={choose} /></Page>;
      case 'duty': return <DutyPage name={me.name} dutyId={dutyId} startedAt={startedAt} team={team} sharing={sharing} onEnd={() => open('end')} onBack={close} />;
      case 'end': return <EndOfDuty dutyId={dutyId} works={works} shown={shown} onBack={close} />;
      case 'raise': return <RaisePage draft={call ?? blankCall(serverNow())} onChange={setCall} onRaised={() => { setCall(null); close(); }} onBack={close} />;
      default: return taskPage({ page, chosen, onOpen: (next) => (next === 'raise' ? raise() : open(next)), onDone: close }) ?? task();
    }
  };

  return (
    <>
      <Strip duty={dutyAs(team, me.name)} onDuty={() => open('duty')} onHide={() => setHidden(true)} />
      {inPlace()}
      {hidden && <DoorScreen warnings={chosen.shown ? safetyLines(chosen.shown.incident) : []} onReturn={() => setHidden(false)} />}
      {!hidden && first && <NewTask key={first.mine.id} work={first} more={arrived.length - 1} onOpen={() => { opened.add(first.mine.id); choose(first.mine.id); }} />}
    </>
  );
}
