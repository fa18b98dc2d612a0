// A vulnerability flag: a need to be known, quietly. It never looks like a staff-safety warning (warning-strip.tsx).
import type { ReactNode } from 'react';
import classes from './flag-pill.module.css';

export function FlagPill({ children }: { children: ReactNode }) {
  return <span className={classes['flag']}>{children}</span>;
}
