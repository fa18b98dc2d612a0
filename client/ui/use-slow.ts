// True once something has been under way for 300 ms: quicker than that, a spinner is only a flicker.
import { useEffect, useState } from 'react';

export function useSlow(underWay: boolean, afterMs = 300): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!underWay) return;
    const timer = setTimeout(() => setSlow(true), afterMs);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [underWay, afterMs]);
  return underWay && slow;
}
