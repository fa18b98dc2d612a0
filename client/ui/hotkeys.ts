// Keys for a component, in the scope that surrounds it; the list of all keys for the `?` sheet.
import { createContext, useContext, useEffect, useRef, useSyncExternalStore } from 'react';
import { listKeys, onKeysChanged, register } from './hotkey-registry.ts';
import type { Hotkey, KeyGroup, Scope } from './hotkey-registry.ts';

const everywhere: Scope = { name: 'Everywhere', depth: 0, exclusive: false, parent: null };

export const ScopeContext = createContext(everywhere);

/** Registers keys while the component is shown and `active`. The newest `run` is the one called; no memo is needed. */
export function useHotkeys(hotkeys: readonly Hotkey[], active = true): void {
  const scope = useContext(ScopeContext);
  const latest = useRef(hotkeys);
  useEffect(() => { latest.current = hotkeys; });
  const listing = hotkeys.map(({ keys, label }) => `${keys} ${label}`).join('\n');
  useEffect(
    () => (active && listing !== '' ? register({ scope, current: () => latest.current }) : undefined),
    [scope, active, listing],
  );
}

export const useKeyList = (): readonly KeyGroup[] => useSyncExternalStore(onKeysChanged, listKeys);
