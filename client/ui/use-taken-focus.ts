// Takes the focus to the first field or button of what has just appeared, and gives it back when that goes.
import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { focusAtEnd } from './focus-at-end.ts';

/** Where the form says it begins; else its first field, of radios the one that is chosen: an arrow moves on from there. */
function startOf(frame: HTMLElement): HTMLElement | null {
  const first = frame.querySelector<HTMLElement>('[data-autofocus]') ?? frame.querySelector<HTMLElement>('textarea, input, select, button');
  const chosen = first instanceof HTMLInputElement && first.type === 'radio' ? frame.querySelector<HTMLElement>(`input[type=radio][name="${CSS.escape(first.name)}"]:checked`) : null;
  return chosen ?? first;
}

export function useTakenFocus<Frame extends HTMLElement>(): RefObject<Frame | null> {
  const frame = useRef<Frame>(null);
  useEffect(() => {
    const before = document.activeElement;
    const first = frame.current && startOf(frame.current);
    if (first) focusAtEnd(first);
    return () => {
      // Only if nobody has taken it elsewhere meanwhile: a vanished element leaves the focus on the body.
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    };
  }, []);
  return frame;
}
