// Every alarm that stands, by incident: who has it, to whom it has gone, whom to ring. Opened by a key, and every deed in it has one.
import { useEffect, useRef, useState } from 'react';
import { isPutOff, putOffLimit } from '../../../shared/domain/standing-alarm.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { acknowledgeAlarm } from '../../../shared/protocol/alarms.ts';
import { usePolicyInForce } from '../../live/policy-in-force.ts';
import { useSend } from '../../live/send.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { GradeShape } from '../../ui/grade-shape.tsx';
import { HotkeyScope } from '../../ui/hotkey-scope.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { say } from '../../ui/toast.tsx';
import { useBoard } from '../board/board.tsx';
import { useConsole } from '../console-state.tsx';
import { wordsOf, type AlarmLine } from './alarm-list.ts';
import { AlarmRow } from './alarm-row.tsx';
import classes from './alarms.module.css';
import { ForgottenEnds } from './forgotten-ends.tsx';
import { OnCall } from './on-call.tsx';
import { OnCallForm } from './on-call-form.tsx';
import { PutOffForm } from './put-off-form.tsx';
import { SoundSwitch } from './sound-switch.tsx';
import { SpokenForm } from './spoken-form.tsx';
import { useAlarms } from './use-alarms.ts';

type Form = { name: 'put-off' | 'spoken'; alarmId: string } | { name: 'on-call' } | null;

export function AlarmsPanel() {
  const { alarming } = useConsole();
  if (!alarming) return null;
  return <HotkeyScope name="Alarms" exclusive><Panel /></HotkeyScope>;
}

function Panel() {
  const { me, now, onDuty, freshness } = useBoard();
  const { set, openIncident, goTo, incidentId } = useConsole();
  const { groups, tonight } = useAlarms();
  const { send } = useSend();
  const [chosenId, choose] = useState<string | null>(null);
  const [form, open] = useState<Form>(null);
  const list = useRef<HTMLDivElement>(null);
  const policy = usePolicyInForce();
  const lines = groups.flatMap((group) => group.lines);
  const chosen = lines.find(({ alarm }) => alarm.id === chosenId) ?? lines[0];

  // The focus comes here, and here again from a form.
  useEffect(() => { if (form === null) list.current?.focus(); }, [form]);
  const close = () => {
    set({ alarming: false });
    goTo(incidentId === null ? 'queue' : 'incident');
  };
  const move = (by: number) => choose(lines[Math.max(0, Math.min(lines.length - 1, lines.findIndex(({ alarm }) => alarm.id === chosen?.alarm.id) + by))]?.alarm.id ?? null);
  const notOnDuty = onDuty ? undefined : refusalSentence({ code: 'not-on-duty' });
  const whyNotAcknowledge = (line: AlarmLine) => notOnDuty ?? (line.alarm.acknowledgedBy === null ? undefined : `${line.alarm.acknowledgedBy.name} has it already.`);
  const whyNotPutOff = ({ alarm }: AlarmLine): string | undefined => {
    if (notOnDuty !== undefined) return notOnDuty;
    if (policy !== null && putOffLimit(alarm.cause, policy.body, now.toISOString()) === null) return refusalSentence({ code: 'alarm-cannot-wait' });
    if (alarm.acknowledgedBy !== null && alarm.acknowledgedBy.staffId !== me.staffId) return `${alarm.acknowledgedBy.name} has it already.`;
    return isPutOff(alarm, now.toISOString()) && alarm.putOffBy?.staffId !== me.staffId ? `${alarm.putOffBy?.name ?? 'Somebody'} has put it off already.` : undefined;
  };
  const acknowledge = async (line: AlarmLine) => {
    if (await send(acknowledgeAlarm, { incidentId: line.incident.id, alarmId: line.alarm.id }) !== null) say(`You have it: ${wordsOf(line)}.`, 'It is quiet until its cause is over.');
  };
  const go = (line: AlarmLine) => {
    set({ alarming: false });
    openIncident(line.incident.id);
  };
  useHotkeys([
    { keys: 'Escape', label: 'Close the alarms', run: close },
    { keys: 'Shift+A', label: 'Close the alarms', run: close, unlisted: true },
    { keys: 'ArrowDown', label: 'Down the alarms', run: () => move(1), repeats: true },
    { keys: 'ArrowUp', label: 'Up the alarms', run: () => move(-1), repeats: true },
    { keys: 'Enter', label: 'Open the incident', run: () => { if (chosen !== undefined) go(chosen); } },
  ]);
  const about = form === null || form.name === 'on-call' ? undefined : lines.find(({ alarm }) => alarm.id === form.alarmId);

  return (
    <section className={classes['panel']} role="dialog" aria-label="Alarms">
      <header className={classes['head']}>
        <h2 className={classes['title']}>Alarms</h2>
        <SoundSwitch />
        <ActionButton label="Close" keys="Escape" size="xs" tone="quiet" onAct={close} />
      </header>
      {form?.name === 'on-call' && <OnCallForm missing={tonight.missing} onClose={() => open(null)} />}
      {about !== undefined && form?.name === 'put-off' && <PutOffForm line={about} onClose={() => open(null)} />}
      {about !== undefined && form?.name === 'spoken' && <SpokenForm line={about} onCall={tonight.onCall} onClose={() => open(null)} />}
      {form !== null && form.name !== 'on-call' && about === undefined && <p className={classes['none']}>That alarm is over: what it was about is done.</p>}
      <div ref={list} className={classes['list']} tabIndex={-1} aria-label="Alarms by incident" role="group">
        {lines.length === 0 && <p className={classes['none']}>{freshness.live ? 'No alarm stands.' : 'No alarm stood when this was last heard.'}</p>}
        {groups.map(({ incident, tail, lines: own }) => (
          <section key={incident.id} aria-label={`Alarms of ${tail}`} className={classes['group']}>
            <h3 className={classes['incident']}>
              <GradeShape grade={incident.grade} provisional={incident.gradedAt === null} size="sm" /> {tail}
              <span className={classes['quiet']}>{incident.location?.district ?? 'no district known'} · {incident.owner.name}</span>
            </h3>
            {own.map((line) => (
              <AlarmRow
                key={line.alarm.id} line={line} chosen={line === chosen} onChoose={() => choose(line.alarm.id)} onCall={tonight.onCall}
                deeds={[
                  { label: 'Acknowledge', keys: 'K', refusal: whyNotAcknowledge(line), act: () => acknowledge(line) },
                  { label: 'Put off', keys: 'P', refusal: whyNotPutOff(line), act: () => open({ name: 'put-off', alarmId: line.alarm.id }) },
                  { label: 'Who was spoken to', keys: 'R', refusal: notOnDuty, act: () => open({ name: 'spoken', alarmId: line.alarm.id }) },
                  { label: 'Open', keys: undefined, refusal: undefined, act: () => go(line) },
                ]}
              />
            ))}
          </section>
        ))}
      </div>
      <ForgottenEnds />
      <OnCall tonight={tonight} onName={() => open({ name: 'on-call' })} />
    </section>
  );
}
