// When a form goes, the focus that it had goes to the case above it, and not to the top of the page.
import { useEffect } from 'react';
import type { RefObject } from 'react';

export function useFocusToPane(form: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const pane = form.current?.closest('[data-pane]');
    return () => {
      if (document.activeElement === document.body && pane?.isConnected) focusPane();
    };
  }, [form]);
}

/** The text of what is open, so that the arrows scroll it and Tab leads to its buttons. */
export const focusPane = (): void => document.querySelector<HTMLElement>('[data-pane] [data-nj-scroll]')?.focus();
