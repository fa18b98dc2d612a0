// One discipline's part of a joint task: who has it, how far they are, and when. `Nobody yet` stands out where it is owed.
import type { ReactNode } from 'react';
import classes from './leg-line.module.css';

export interface LegLineProps {
  /** `police leg`, `social work leg`. */
  discipline: string;
  who: string | null;
  /** `going`, `there`, `seen`, `asked`. */
  state?: string;
  /** `9 min`, `since 23:41`. */
  time?: ReactNode;
  /** Nobody has it, and by now somebody should. */
  owed?: boolean;
  /** A button: suggest, withdraw. */
  children?: ReactNode;
}

export function LegLine({ discipline, who, state, time, owed = false, children }: LegLineProps) {
  return (
    <div className={classes['leg']} data-owed={(who === null && owed) || undefined}>
      <span className={classes['discipline']}>{discipline}</span>
      <span className={classes['who']} data-nobody={who === null || undefined}>{who ?? 'nobody yet'}</span>
      <span className={classes['state']}>{state}</span>
      <span className={classes['time']} data-nj-figures>{time}</span>
      {children && <span className={classes['actions']}>{children}</span>}
    </div>
  );
}
