// The time in Europe/London, and the day: the same figure on every screen, whatever zone the machine is set to.
import classes from './clock.module.css';
import { clockTime, dayText } from './time-text.ts';

export interface ClockProps {
  now: Date;
  size?: 'md' | 'xl';
}

export function Clock({ now, size = 'md' }: ClockProps) {
  return (
    <time className={classes['clock']} data-size={size} dateTime={now.toISOString()}>
      <span className={classes['day']}>{dayText(now, now)}</span>
      <span className={classes['time']}>{clockTime(now)}</span>
    </time>
  );
}
