// Says that nothing here is real: in words, wherever somebody could take it for a night.
import type { ReactNode } from 'react';
import classes from './rehearsal.module.css';

export interface RehearsalProps {
  /** What it means, for somebody who sees it first. */
  explained?: boolean;
  /** What its clock does, beside the word. */
  children?: ReactNode;
}

export function Rehearsal({ explained = false, children }: RehearsalProps) {
  return (
    <span className={classes['rehearsal']} title="A rehearsal: these people and incidents are made up">
      <span className={classes['word']}>Rehearsal</span>
      {explained && <span>these people and incidents are made up</span>}
      {children}
    </span>
  );
}
