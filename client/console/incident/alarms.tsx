// What has come due on this incident and is not done yet, the latest first: each until its cause is over.
import { IconBell } from '@tabler/icons-react';
import { ALARM_CAUSES } from '../../../shared/domain/alarm.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { dayAndTime } from '../../ui/time-text.ts';
import { useBoard } from '../board/board.tsx';
import classes from './incident.module.css';

export function Alarms({ incident: { alarms } }: { incident: IncidentView }) {
  const { now } = useBoard();
  if (alarms.length === 0) return null;
  return (
    <ul className={classes['alarms']} aria-label="Alarms">
      {alarms.map(({ id, cause, dueAt }) => (
        <li key={id}>
          <IconBell size={14} aria-hidden />
          <span>Alarm: {ALARM_CAUSES[cause].words}</span>
          <span className={classes['quiet']}>due {dayAndTime(dueAt, now)}</span>
        </li>
      ))}
    </ul>
  );
}
