// Ctrl-Enter sends the form wherever the focus is in it: a focused button keeps Enter for itself, with Ctrl too.
import type { KeyboardEvent } from 'react';
import { ariaKeys } from './chord.ts';

/** For the element around a form's fields and its buttons. */
export function sendFromButtons(event: KeyboardEvent<HTMLElement>): void {
  const onButton = event.target instanceof HTMLElement && event.target.closest('button') !== null;
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !onButton) return;
  event.preventDefault();
  const keys = ariaKeys(event.shiftKey ? 'Mod+Shift+Enter' : 'Mod+Enter');
  event.currentTarget.querySelector<HTMLElement>(`[aria-keyshortcuts='${keys}']`)?.click();
}
