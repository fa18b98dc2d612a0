// One tick a second for the whole screen, from a clock that the app supplies: the wall's, or a rehearsal's at sixty times the speed.
import { createContext, useContext, useEffect, useState } from 'react';
import type { ReactNode } from 'react';

const NowContext = createContext<Date | null>(null);

export function NowProvider({ now, children }: { now: () => Date; children: ReactNode }) {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const tick = () => setAt(now());
    // A hidden tab's timers sleep: coming back must not show the minute it was left in.
    const woken = () => { if (!document.hidden) tick(); };
    tick();
    const timer = setInterval(tick, 1000);
    document.addEventListener('visibilitychange', woken);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', woken);
    };
  }, [now]);
  return <NowContext value={at}>{children}</NowContext>;
}

/** The present, to the second. A screen without a clock is a bug, so there is no default. */
export function useNow(): Date {
  const at = useContext(NowContext);
  if (!at) throw new Error('useNow was called outside NowProvider.');
  return at;
}
