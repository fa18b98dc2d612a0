// What is left of a target's time: a bar on the target's own scale and a figure. Grey until twenty minutes before.
import { VisuallyHidden } from '@mantine/core';
import classes from './time-left.module.css';
import { spentShare, timeLeftText } from './time-text.ts';
import type { Moment } from './time-text.ts';

export interface TimeLeftProps {
  reportedAt: Moment;
  dueAt: Moment;
  now: Moment;
  /** When the target was met, which stops the bar. */
  metAt?: Moment | null | undefined;
  size?: 'md' | 'lg';
}

export function TimeLeft({ reportedAt, dueAt, now, metAt, size = 'md' }: TimeLeftProps) {
  const { text, spoken, tone } = timeLeftText({ dueAt, now, metAt });
  const share = spentShare({ reportedAt, dueAt, until: metAt ?? now });
  return (
    <span className={classes['time']} data-tone={tone} data-size={size} data-nj-figures>
      <svg className={classes['bar']} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden>
        <rect className={classes['track']} width="100" height="4" />
        <rect className={classes['spent']} width={share * 100} height="4" />
      </svg>
      <span className={classes['figure']} aria-hidden>{text}</span>
      <VisuallyHidden>{spoken}</VisuallyHidden>
    </span>
  );
}
