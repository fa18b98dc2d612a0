// Shares where this device is: on duty and sharing only, in small batches, and stops at once when told to.
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Instant } from '../../../shared/domain/instant.ts';
import { reportPositions } from '../../../shared/protocol/duties.ts';
import { call, Unreachable } from '../../live/api.ts';
import { useServerNow } from '../../live/live-store.tsx';
import { type Fix, isDue, newestOf } from './position-pace.ts';

export type DeviceState = 'off' | 'no-fix' | 'fixed' | 'refused' | 'not-possible';
export interface PositionSharing {
  device: DeviceState;
  /** When control last had a position from here. */
  sentAt: Instant | null;
}

const batchMs = 5_000;
let newest: Fix | null = null;
/** What this device knew last of where it is, while it shares that; null where it does not. */
export const newestFixHere = (): Fix | null => newest;

type Waiting = RefObject<readonly Fix[]>;

export function usePositionSharing(share: boolean): PositionSharing {
  const waiting = useRef<readonly Fix[]>([]);
  const serverNow = useServerNow();
  return { device: useFixes(share, waiting, serverNow), sentAt: useBatches(share, waiting, serverNow) };
}

function useFixes(share: boolean, waiting: Waiting, serverNow: () => Instant): DeviceState {
  const [heard, setHeard] = useState<'fixed' | 'refused' | null>(null);
  const isPossible = 'geolocation' in navigator;
  const clock = useRef(serverNow);
  useEffect(() => { clock.current = serverNow; });
  useEffect(() => {
    if (!share || !isPossible) return;
    let last: Fix | null = null;
    const watch = navigator.geolocation.watchPosition(
      ({ coords, timestamp }) => {
        // Measured when the fix is heard: one that waits for signal at sixty times the speed grows old sixty times as fast.
        const offsetMs = Math.round(Date.parse(clock.current()) - Date.now());
        const fix = { at: timestamp, offsetMs, lat: coords.latitude, lon: coords.longitude, accuracyM: Math.min(coords.accuracy, 100_000) };
        newest = fix;
        setHeard('fixed');
        if (!isDue(last, fix)) return;
        last = fix;
        waiting.current = newestOf([...waiting.current, fix]);
      },
      (error) => setHeard(error.code === error.PERMISSION_DENIED ? 'refused' : null),
      { enableHighAccuracy: true, maximumAge: 2_000 },
    );
    return () => {
      navigator.geolocation.clearWatch(watch);
      waiting.current = [];
      newest = null;
      setHeard(null);
    };
  }, [share, isPossible, waiting]);
  if (!share) return 'off';
  return isPossible ? (heard ?? 'no-fix') : 'not-possible';
}

function useBatches(share: boolean, waiting: Waiting, serverNow: () => Instant): Instant | null {
  const [sentAt, setSentAt] = useState<Instant | null>(null);
  useEffect(() => {
    if (!share) return;
    const stop = new AbortController();
    const sendWaiting = async () => {
      const batch = waiting.current;
      if (batch.length === 0) return;
      waiting.current = [];
      const fixes = batch.map(({ at, ...where }) => ({ at: new Date(at).toISOString(), ...where }));
      try {
        await call(reportPositions, { fixes }, { signal: stop.signal });
        setSentAt(serverNow());
      } catch (error) {
        // Without signal they wait for it; what was refused (off duty, not sharing) is forgotten, as it must be.
        if (error instanceof Unreachable && !stop.signal.aborted) waiting.current = newestOf([...batch, ...waiting.current]);
      }
    };
    const timer = setInterval(() => void sendWaiting(), batchMs);
    return () => {
      clearInterval(timer);
      stop.abort();
      setSentAt(null);
    };
  }, [share, waiting, serverNow]);
  return sentAt;
}
