// On duty: the strip that stays, the one thing on screen, and the pages that take its place for a moment.
import { useState } from 'react';
import type { ReactNode } from 'react';
import { isLive } from '../../shared/domain/incident-file.ts';
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
import { useKeptFocus } from './frame/use-kept-focus.ts';
import { usePage } from './frame/use-page.ts';
import classes from './on-duty.module.css';
import { SosBar } from './sos/sos-bar.tsx';
import { useSos } from './sos/use-sos.ts';
import { taskPage } from './steps/task-page.tsx';
import { GradeOne, StoodDown } from './task/alarms.tsx';
import { Instruction, toldOf } from './task/instruction.tsx';
import { NewTask } from './task/new-task.tsx';
import { RaisedScreen } from './task/raised-screen.tsx';
import { safetyLines } from './task/safety.tsx';
import { StayAsks } from './task/stay-panel.tsx';
import { TaskList } from './task/task-list.tsx';
import { isDriving, TaskScreen } from './task/task-screen.tsx';
import { useOpened } from './task/use-opened.ts';
import { useVibration } from './task/use-vibration.ts';
import { useChosen } from './use-chosen.ts';
import { useTonight } from './use-tonight.ts';
import type { Work } from './work.ts';

/** Being stood down and being on a Grade 1 are read apart from opening the task. */
const readingOf = ({ mine, incident }: Work): string => `${mine.id}/${isLive(mine) ? `grade-${incident.grade}` : mine.state}`;

export interface OnDutyProps { dutyId: string; startedAt: string; teamId: string | null }

export function OnDuty({ dutyId, startedAt, teamId }: OnDutyProps) {
  const me = useMe();
  const serverNow = useServerNow();
  const tonight = useTonight(dutyId, teamId);
  const { team, works, raised, shown } = tonight;
  const sos = useSos(dutyId);
  const sharing = useSharing(dutyId, tonight.duty, sos.active);
  const opened = useOpened();
  const isNew = ({ mine }: Work) => mine.state === 'dispatched' && !opened.has(mine.id);
  const chosen = useChosen(tonight, isNew);
  const { page, open, close } = usePage();
  const [hidden, setHidden] = useState(false);
  const [call, setCall] = useState<CallDraft | null>(null);
  useKeptFocus();

  const arrived = works.filter(isNew);
  const stoodDown = works.filter(({ mine }) => mine.state === 'stood-down');
  const gradeOne = works.filter(({ mine, incident }) => isLive(mine) && incident.grade === 1);
  const first = works.some(isDriving) ? undefined : arrived[0];
  const alarm = { isRead: (work: Work) => opened.has(readingOf(work)), onRead: (work: Work) => opened.add(readingOf(work)) };
  const told = toldOf(works).find(({ instruction }) => instruction.readAt === null && !opened.has(instruction.id));
  useVibration(sos.mates.some(({ hadBy }) => hadBy === null) || told !== undefined || arrived.length > 0 || [...stoodDown, ...gradeOne].some((work) => !alarm.isRead(work)));

  const raise = () => {
    setCall(call ?? blankCall(serverNow()));
    open('raise');
  };
  const choose = (id: string) => {
    opened.add(id);
    chosen.choose(id);
    close();
  };
  const closeTask = () => chosen.choose(null);

  const noticesOf = (graded: readonly Work[]) => (
    <>
      <RefusedList />
      <StayAsks works={works} />
      <StoodDown works={stoodDown} {...alarm} />
      <GradeOne works={graded} {...alarm} />
    </>
  );
  const notices = noticesOf(gradeOne);

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
      <Strip duty={dutyAs(team, me.name)} onDuty={() => open('duty')} onHide={() => setHidden(true)} onSos={sos.press} />
      <SosBar sos={sos} />
      {/* A form must not hide them: until read they stand above it too. */}
      {page !== null && <div className={classes['notices']}>{noticesOf(gradeOne.filter((work) => !alarm.isRead(work)))}</div>}
      {inPlace()}
      {hidden && <DoorScreen warnings={chosen.shown ? safetyLines(chosen.shown.incident) : []} sos={sos} onReturn={() => setHidden(false)} />}
      {!hidden && told && <Instruction key={told.instruction.id} told={told} sos={sos} onRead={() => opened.add(told.instruction.id)} />}
      {!hidden && !told && first && <NewTask key={first.mine.id} work={first} more={arrived.length - 1} sos={sos} onOpen={() => choose(first.mine.id)} />}
    </>
  );
}
