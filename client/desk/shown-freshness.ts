// How fresh the lists are, in the shape that the widgets take; and whether anything has been heard at all.
import { useFreshness } from '../live/live-store.tsx';
import type { FreshnessState } from '../ui/freshness.tsx';
import { useSlow } from '../ui/use-slow.ts';

export function useShownFreshness(): FreshnessState {
  const { state, since } = useFreshness();
  return state === 'live' ? { live: true } : { live: false, since };
}

/** The server is expected to answer in this long: until then grey rows, afterwards the words that it has not. */
const patienceMs = 6000;

export type Hearing = 'heard' | 'expected' | 'nothing';

export function useHearing(): Hearing {
  const unheard = useFreshness().since === null;
  const long = useSlow(unheard, patienceMs);
  return !unheard ? 'heard' : long ? 'nothing' : 'expected';
}
