// The shape of every tablet screen: what is to be read scrolls, what is to be pressed stays under the thumb.
import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './screen.module.css';

export interface ScreenProps {
  /** What this is, for whoever hears the screen. */
  label: string;
  /** It shows a heading of its own. */
  isTitled?: boolean;
  /** For a few large things rather than for lines to be read. */
  isWide?: boolean;
  /** The one button that comes next, and what lies beside it. */
  foot?: ReactNode;
  /** Beside the rest on a wide screen, after it on a narrow one. */
  aside?: ReactNode;
  children: ReactNode;
}

export function Screen({ label, isTitled = false, isWide = false, foot, aside, children }: ScreenProps) {
  return (
    <>
      {/* Reachable by keyboard, so that what holds no button can be scrolled. */}
      <section className={classes['body']} data-aside={aside ? true : undefined} data-nj-scroll aria-label={label} tabIndex={0}>
        <div className={classes['column']} data-wide={isWide || undefined}>
          {!isTitled && <VisuallyHidden component="h1">{label}</VisuallyHidden>}
          {children}
        </div>
        {aside && <div className={classes['aside']}>{aside}</div>}
      </section>
      {foot && <div className={classes['foot']}>{foot}</div>}
    </>
  );
}

/** Smaller buttons side by side, under the big one: it is the edge of the glass that a hand holds. */
export function Beside({ children }: { children: ReactNode }) {
  return <div className={classes['beside']}>{children}</div>;
}
