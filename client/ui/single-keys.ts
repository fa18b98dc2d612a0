// Whether one bare letter acts. People who speak to their computer, or whose hands slip, turn it off (WCAG 2.1.4); Ctrl and Esc still work.
import { useSyncExternalStore } from 'react';

const key = 'nightjar.single-keys';
const listeners = new Set<() => void>();

function saved(): boolean {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    return true;
  }
}

let on = typeof window === 'undefined' || saved();

export const singleKeysOn = (): boolean => on;

function setSingleKeys(next: boolean): void {
  on = next;
  try {
    localStorage.setItem(key, next ? 'on' : 'off');
  } catch {
    // A browser without storage keeps the choice until it is closed.
  }
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useSingleKeys = (): [boolean, (next: boolean) => void] => [useSyncExternalStore(subscribe, singleKeysOn), setSingleKeys];
