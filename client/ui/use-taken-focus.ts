// Takes the focus to the first field or button of what has just appeared, and gives it back when that goes.
import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { focusAtEnd } from './focus-at-end.ts';

export function useTakenFocus<Frame extends HTMLElement>(): RefObject<Frame | null> {
  const frame = useRef<Frame>(null);
  useEffect(() => {
    const before = document.activeElement;
    const first = frame.current?.querySelector<HTMLElement>('textarea, input, select, button');
    if (first) focusAtEnd(first);
    return () => {
      // Only if nobody has taken it elsewhere meanwhile: a vanished element leaves the focus on the body.
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    };
  }, []);
  return frame;
}
