// The device shakes, again and again, while something waits to be seen. Never a sound: it may be in somebody's house.
import { useEffect } from 'react';

const pattern = [400, 150, 400, 150, 700];
const againMs = 8_000;

export function useVibration(waiting: boolean): void {
  useEffect(() => {
    if (!waiting || !('vibrate' in navigator)) return;
    // A page that nobody has touched yet may not, and the browser says so each time as an error.
    const vibrate = (times: readonly number[]): void => { if (navigator.userActivation?.hasBeenActive !== false) navigator.vibrate([...times]); };
    vibrate(pattern);
    const timer = setInterval(() => vibrate(pattern), againMs);
    return () => {
      clearInterval(timer);
      vibrate([]);
    };
  }, [waiting]);
}
