// What was pressed may go with its screen: the focus then goes to the next step, or to the screen that has come, never to the top of the page.
import { useEffect, useRef } from 'react';

/** For whatever exchanges one screen for another; looks each time that it is rendered. */
export function useKeptFocus(): void {
  const last = useRef<Element | null>(null);
  useEffect(() => {
    const note = () => { if (document.activeElement !== document.body) last.current = document.activeElement; };
    // What came with the first screen may have taken the focus before anybody listened.
    note();
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  useEffect(() => {
    const had = last.current;
    if (document.activeElement !== document.body || had === null || had.isConnected) return;
    const next = had.closest('[data-step]') === null ? null : document.querySelector<HTMLElement>('[data-step] button');
    (next ?? document.querySelector<HTMLElement>('#main [data-nj-scroll]'))?.focus();
  });
}
