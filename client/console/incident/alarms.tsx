// What has come due on this incident and is not done yet, the latest first: each until its cause is over.
import { IconBell } from '@tabler/icons-react';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { dayAndTime } from '../../ui/time-text.ts';
import { causeWords, holderText } from '../alarms/alarm-list.ts';
import { useBoard } from '../board/board.tsx';
import classes from './incident.module.css';

export function Alarms({ incident }: { incident: IncidentView }) {
  const { alarms } = incident;
  const { me, now } = useBoard();
  if (alarms.length === 0) return null;
  return (
    <ul className={classes['alarms']} aria-label="Alarms">
      {alarms.map((alarm) => (
        <li key={alarm.id}>
          <IconBell size={14} aria-hidden />
          <span>Alarm: {causeWords(alarm, incident)} <span className={classes['quiet']}>due {dayAndTime(alarm.dueAt, now)} · {holderText(alarm, me.isSupervisor, now)}</span></span>
        </li>
      ))}
    </ul>
  );
}
