// What was typed and not yet sent, kept by key while the app is open: Esc and a changed selection lose nothing.
import { useSyncExternalStore } from 'react';

// In memory alone: a draft may name a child, and a shared machine's storage outlives the person at it.
const drafts = new Map<string, string>();
const listeners = new Set<() => void>();

const announce = () => listeners.forEach((listener) => listener());

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const keptDraft = (key: string): string => drafts.get(key) ?? '';

export function keepDraft(key: string, text: string): void {
  if (text === '') drafts.delete(key);
  else drafts.set(key, text);
  announce();
}

/** The text kept under `key`, and how to change it; the empty text forgets it. */
export function useDraft(key: string): [string, (text: string) => void] {
  const text = useSyncExternalStore(subscribe, () => drafts.get(key) ?? '');
  return [text, (next) => keepDraft(key, next)];
}
