// Around every screen: a way past the bar, the bar, one heading, and the focus where the new screen begins.
import { VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { TopSlotProvider } from '../ui/top-slot.tsx';
import classes from './frame.module.css';
import type { ScreenInfo } from './screens.ts';
import { TopBar } from './top-bar.tsx';
import { usePageTitle } from './use-page-title.ts';

export interface FrameProps {
  title: string;
  bar?: ScreenInfo['bar'];
  heading?: boolean;
  children: ReactNode;
}

export function Frame({ title, bar = 'full', heading = true, children }: FrameProps) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const main = useRef<HTMLElement>(null);
  usePageTitle(title);

  // The first screen keeps the focus where the browser put it; each one after it is entered from its beginning.
  const shown = useRef(title);
  useEffect(() => {
    if (shown.current === title) return;
    shown.current = title;
    main.current?.focus();
  }, [title]);

  return (
    <div className={classes['frame']} data-bar={bar}>
      <a className={classes['skip']} href="#main" data-nj-no-print>Skip to {title.toLowerCase()}</a>
      {bar !== 'none' && <TopBar slim={bar === 'slim'}><div ref={setPlace} className={classes['place']} /></TopBar>}
      <main ref={main} id="main" className={classes['main']} tabIndex={-1} data-nj-scroll>
        {heading && <VisuallyHidden component="h1">{title}</VisuallyHidden>}
        <TopSlotProvider place={place}>{children}</TopSlotProvider>
      </main>
    </div>
  );
}
