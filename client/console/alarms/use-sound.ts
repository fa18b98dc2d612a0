// Whether this person wants to hear the few alarms that sound: their own choice, kept here; and the sounding itself, while they are on duty and until somebody has it.
import { useEffect, useSyncExternalStore } from 'react';
import { useMe } from '../../live/me.tsx';
import { isAwake, playTone, wakeTone } from './tone.ts';
import { lastTone, msUntilTone, soundInTurn } from './tone-turn.ts';

const PREFIX = 'nightjar.sound.';

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

/** Once for all windows of one person: sounds while any of these does, and never while one is off duty. An SOS is heard by whoever switched the sound off too. */
export function useSounding(alarmIds: readonly string[], sosIds: readonly string[]): void {
  const { accountId, duty } = useMe();
  const { state } = useSound();
  const heard = duty?.seat === 'control' ? [...(state === 'on' ? alarmIds : []), ...sosIds].join(' ') : '';
  const waits = state === 'waits' || (sosIds.length > 0 && state === 'off');
  useEffect(() => {
    if (heard === '') return undefined;
    const ids = heard.split(' ');
    let [over, timer] = [false, 0];
    const next = (): void => {
      if (!over) timer = window.setTimeout(() => void soundInTurn(accountId, ids, playTone).catch(() => undefined).then(next), msUntilTone(lastTone(accountId), ids, Date.now(), !document.hidden));
    };
    next();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [accountId, heard]);
  useEffect(() => {
    if (!waits) return undefined;
    const wake = () => void wakeTone().then(tell);
    // Where the page was touched before, the browser lets it be heard at once.
    if (navigator.userActivation?.hasBeenActive === true) wake();
    const kinds = ['pointerdown', 'keydown'] as const;
    kinds.forEach((kind) => window.addEventListener(kind, wake));
    return () => kinds.forEach((kind) => window.removeEventListener(kind, wake));
  }, [waits]);
}
