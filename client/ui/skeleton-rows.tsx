// Grey rows in the place of those to come, and only when they take longer than 300 ms.
import { VisuallyHidden } from '@mantine/core';
import classes from './skeleton-rows.module.css';
import { useSlow } from './use-slow.ts';

export interface SkeletonRowsProps {
  /** What is awaited, for a screen reader: `the queue`. */
  of: string;
  rows?: number;
}

export function SkeletonRows({ of, rows = 6 }: SkeletonRowsProps) {
  const slow = useSlow(true);
  return (
    <div role="status">
      {slow && <VisuallyHidden>{`Waiting for ${of}`}</VisuallyHidden>}
      {slow && Array.from({ length: rows }, (_, row) => (
        <div key={row} className={classes['row']} aria-hidden>
          <span className={classes['mark']} />
          <span className={classes['line']} />
        </div>
      ))}
    </div>
  );
}
