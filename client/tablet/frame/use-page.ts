// Which page lies in the place of the task. It is in the address, so that the device's own back gesture leads to the task, not out of the app.
import { useSyncExternalStore } from 'react';

const PAGES = ['tasks', 'duty', 'end', 'raise', 'more', 'seen', 'outcome', 'no-access', 'decline', 'step-back', 'worse', 'risk-fact', 'log'] as const;
export type PageName = (typeof PAGES)[number];

const mark = { nightjarPage: true };
const isMarked = (state: unknown): boolean => typeof state === 'object' && state !== null && 'nightjarPage' in state;

const listeners = new Set<() => void>();
const announce = () => listeners.forEach((listener) => listener());

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

const shown = (): PageName | null => PAGES.find((page) => window.location.hash === `#${page}`) ?? null;

/** From one page to the next the first is replaced: back always means the task. */
function open(page: PageName): void {
  if (shown() === null) window.history.pushState(mark, '', `#${page}`);
  else window.history.replaceState(window.history.state, '', `#${page}`);
  announce();
}

function close(): void {
  if (shown() === null) return;
  if (isMarked(window.history.state)) window.history.back();
  else window.history.replaceState(null, '', window.location.pathname + window.location.search);
  announce();
}

export interface Pages { page: PageName | null; open: (page: PageName) => void; close: () => void }

export const usePage = (): Pages => ({ page: useSyncExternalStore(subscribe, shown), open, close });
