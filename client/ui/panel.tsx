// A named part of the screen: a heading, how many, what can be done, and a body that scrolls by itself.
import { useId } from 'react';
import type { ReactNode } from 'react';
import classes from './panel.module.css';

export interface PanelProps {
  title: string;
  /** Beside the heading: a figure, or a figure with a word. */
  count?: ReactNode;
  /** Buttons and filters at the right of the heading. */
  actions?: ReactNode;
  /** Between the heading and the body, and does not scroll away. */
  pinned?: ReactNode;
  /** On a phone what is pinned scrolls away with the rest. */
  whole?: boolean;
  level?: 2 | 3;
  /** Off where the body is filled edge to edge: a list of rows, a map. */
  padded?: boolean;
  children: ReactNode;
}

export function Panel({ title, count, actions, pinned, whole = false, level = 2, padded = true, children }: PanelProps) {
  const headingId = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={classes['panel']} data-whole={whole || undefined} aria-labelledby={headingId}>
      <header className={classes['head']}>
        <Heading id={headingId} className={classes['title']}>{title}</Heading>
        {count !== undefined && <span className={classes['count']} data-nj-figures>{count}</span>}
        {actions && <div className={classes['actions']}>{actions}</div>}
      </header>
      {pinned && <div className={classes['pinned']}>{pinned}</div>}
      {/* Reachable by keyboard, so that a body without anything to focus can be scrolled (axe: scrollable-region-focusable). */}
      <div className={classes['body']} data-padded={padded || undefined} data-nj-scroll role="group" aria-labelledby={headingId} tabIndex={0}>
        {children}
      </div>
    </section>
  );
}
