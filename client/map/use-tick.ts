// The present moment, asked again every few seconds, so that ages grow by themselves.
import { useEffect, useState } from 'react';

const EVERY_MS = 5000;

/** Milliseconds of the given clock, at each tick and at each render that comes between. */
export function useTick(now: () => number): number {
  const [, setTicks] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTicks((ticks) => ticks + 1), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return now();
}
