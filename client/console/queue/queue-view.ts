// How somebody has set the queue: kept while the app is open, so that another tab of the console loses nothing.
import { useSyncExternalStore } from 'react';
import { NO_FILTER, type QueueFilter } from './queue-filter.ts';

export interface QueueView {
  filter: QueueFilter;
  /** The filters are shown; they stay shown while one of them is on. */
  filtering: boolean;
  closed: boolean;
}

let view: QueueView = { filter: NO_FILTER, filtering: false, closed: false };
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function setView(part: Partial<QueueView>): void {
  view = { ...view, ...part };
  listeners.forEach((listener) => listener());
}

export const useQueueView = (): [QueueView, (part: Partial<QueueView>) => void] => [useSyncExternalStore(subscribe, () => view), setView];
