// Somebody who reads the board, or moves the map, is not idle, though they send nothing: the server hears of them now and then.
import { useEffect } from 'react';
import { useReloadMe } from '../live/me.tsx';

const everyMs = 5 * 60_000;
const signs = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const;

/** `unattended` for the wall screen, which has nobody at it by design; its session ends with the night all the same. */
export function usePresence(unattended: boolean): void {
  const reloadMe = useReloadMe();
  useEffect(() => {
    let told = performance.now();
    const tell = () => {
      if (performance.now() - told < everyMs) return;
      told = performance.now();
      void reloadMe();
    };
    for (const sign of signs) window.addEventListener(sign, tell, { passive: true });
    const timer = unattended ? setInterval(tell, everyMs / 5) : undefined;
    return () => {
      for (const sign of signs) window.removeEventListener(sign, tell);
      clearInterval(timer);
    };
  }, [reloadMe, unattended]);
}
