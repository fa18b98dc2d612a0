// Whether this person wants to hear the few alarms that sound: their own choice, kept here; and the sounding itself, while they are on duty and until somebody has it.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useMe } from '../../live/me.tsx';
import { isAwake, playTone, wakeTone } from './tone.ts';

const PREFIX = 'nightjar.sound.';
/** Long enough to speak a sentence between two. */
const AGAIN_MS = 20_000;

const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const tell = () => listeners.forEach((listener) => listener());

function isWanted(accountId: string): boolean {
  try {
    return localStorage.getItem(PREFIX + accountId) === 'on';
  } catch {
    return false;
  }
}

/** `waits`: it is wanted, and the browser asks for a key or a click first. */
export type SoundState = 'on' | 'off' | 'waits';

export function useSound(): { state: SoundState; turn: (on: boolean) => Promise<void> } {
  const { accountId } = useMe();
  const wanted = useSyncExternalStore(subscribe, () => isWanted(accountId));
  const awake = useSyncExternalStore(subscribe, isAwake);
  return {
    state: !wanted ? 'off' : awake ? 'on' : 'waits',
    async turn(on) {
      try {
        localStorage.setItem(PREFIX + accountId, on ? 'on' : 'off');
      } catch {
        // Without storage there is nothing to keep it in, and it stays off.
      }
      if (on && await wakeTone()) playTone();
      tell();
    },
  };
}

/** Once for the whole console: sounds while something does, and never while one is off duty. */
export function useSounding(sounding: boolean): void {
  const { duty } = useMe();
  const { state } = useSound();
  const heard = sounding && duty?.seat === 'control' && state === 'on';
  const [beat, setBeat] = useState(0);
  useEffect(() => {
    if (!heard) return undefined;
    playTone();
    const timer = setTimeout(() => setBeat(beat + 1), AGAIN_MS);
    return () => clearTimeout(timer);
  }, [heard, beat]);
  useEffect(() => {
    if (state !== 'waits') return undefined;
    const wake = () => void wakeTone().then(tell);
    const kinds = ['pointerdown', 'keydown'] as const;
    kinds.forEach((kind) => window.addEventListener(kind, wake));
    return () => kinds.forEach((kind) => window.removeEventListener(kind, wake));
  }, [state]);
}
