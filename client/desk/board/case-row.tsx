// One case in a list: its grade, what it is called, its clock, and the two lines that tell it from the others.
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { GradeShape } from '../../ui/grade-shape.tsx';
import type { GradeFigure } from '../../ui/grade-shape.tsx';
import { shortRef } from '../short-ref.ts';
import classes from './case-row.module.css';

export interface CaseRowProps {
  id: string;
  grade: GradeFigure;
  provisional?: boolean;
  reference: string;
  heading: string;
  /** The clock that runs, or what stopped it. */
  clock: ReactNode;
  /** Who and where, quieter. */
  detail: ReactNode;
  /** What must not be overlooked; `now` for what cannot wait a minute. */
  mark?: { words: string; now?: boolean } | undefined;
  opened: boolean;
  changed: boolean;
  onOpen: () => void;
}

export function CaseRow({ id, grade, provisional = false, reference, heading, clock, detail, mark, opened, changed, onOpen }: CaseRowProps) {
  const row = useRef<HTMLButtonElement>(null);
  // Opened by key from elsewhere, it may lie outside what is scrolled to.
  useEffect(() => {
    if (opened) row.current?.scrollIntoView({ block: 'nearest' });
  }, [opened]);
  return (
    <li className={classes['item']}>
      <button ref={row} type="button" className={classes['row']} aria-current={opened || undefined} data-changed={changed || undefined} data-case={id} onClick={onOpen}>
        <span className={classes['top']}>
          <GradeShape grade={grade} provisional={provisional} size="sm" />
          <span className={classes['reference']} title={reference}>{shortRef(reference)}</span>
          <span className={classes['clock']}>{clock}</span>
        </span>
        <span className={classes['heading']}>{heading}</span>
        {mark && <span className={classes['mark']} data-now={mark.now || undefined}>{mark.words}</span>}
        <span className={classes['detail']}>{detail}</span>
      </button>
    </li>
  );
}
