// Panes whose borders move, by pointer or by arrow keys, and stay where this person left them.
import { useSplitter } from '@mantine/hooks';
import { Fragment, useState } from 'react';
import type { ReactNode } from 'react';
import { keepSizes, keptSizes } from './pane-sizes.ts';
import classes from './splitter.module.css';

export interface Pane {
  /** What the pane holds, in a word or two: its border is named after it. */
  name: string;
  /** Percent of the whole, until a person has moved it. */
  size: number;
  /** Percent below which it does not go. */
  min?: number;
  content: ReactNode;
}

export interface SplitterProps {
  /** Names the person and the screen that these sizes are kept for: `<accountId>.console`. */
  keptAs: string;
  /** `row` stands the panes beside each other, `column` above each other. */
  direction?: 'row' | 'column';
  panes: readonly Pane[];
}

export function Splitter({ keptAs, direction = 'row', panes }: SplitterProps) {
  const [start] = useState(() => keptSizes(keptAs, panes.length));
  const { ref, sizes, getHandleProps } = useSplitter<HTMLDivElement>({
    panels: panes.map(({ size, min = 10 }, index) => ({ defaultSize: start?.[index] ?? size, min })),
    orientation: direction === 'row' ? 'horizontal' : 'vertical',
    onSizeChange: (moved) => keepSizes(keptAs, moved.map(Number)),
    resetOnDoubleClick: false,
    step: 2,
  });
  return (
    <div ref={ref} className={classes['splitter']} data-direction={direction}>
      {panes.map(({ name, content }, index) => (
        <Fragment key={name}>
          {index > 0 && (
            <div
              {...getHandleProps({ index: index - 1 })}
              className={classes['handle']}
              // The line's own direction, which is across that of the panes.
              aria-orientation={direction === 'row' ? 'vertical' : 'horizontal'}
              aria-label={`Border between ${panes[index - 1]?.name ?? ''} and ${name}`}
            />
          )}
          <div className={classes['pane']} style={{ flexBasis: `${Number(sizes[index] ?? 0)}%` }}>{content}</div>
        </Fragment>
      ))}
    </div>
  );
}
