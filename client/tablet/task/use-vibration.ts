// The device shakes, again and again, while something waits to be seen. Never a sound: it may be in somebody's house.
import { useEffect } from 'react';

const pattern = [400, 150, 400, 150, 700];
const againMs = 8_000;

export function useVibration(waiting: boolean): void {
  useEffect(() => {
    if (!waiting || !('vibrate' in navigator)) return;
    navigator.vibrate(pattern);
    const timer = setInterval(() => navigator.vibrate(pattern), againMs);
    return () => {
      clearInterval(timer);
      navigator.vibrate(0);
    };
  }, [waiting]);
}
