// Consoles without a screen, one a seat: the socket and the client's own reducer, from the first minute to the last, against a fresh snapshot.
import { isDeepStrictEqual } from 'node:util';
import { ENTITIES } from '../../shared/protocol/live.ts';
import { byId, readSnapshot, watch } from '../support/watching.ts';
import type { Seat } from './seat.ts';

export interface Screens { differences(): Promise<string[]>; said(): string; close(): void }

export function openScreens(url: string, seats: readonly Seat[]): Screens {
  const watched = seats.map((seat) => ({ seat, watching: watch(() => url, seat.cookie()) }));
  const counts: string[] = [];
  return {
    async differences() {
      const findings: string[] = [];
      for (const { seat, watching } of watched) {
        const snapshot = await readSnapshot(url, seat.cookie());
        await watching.reached(snapshot.seq);
        const shows = watching.shows();
        counts.push(`${seat.username}: ${ENTITIES.map((entity) => `${shows[entity]?.length ?? 0} ${entity}`).join(', ')}, connected ${watching.connects()}×`);
        for (const entity of ENTITIES) {
          const ours = (shows[entity] ?? []).filter((one) => entity !== 'incident' || Reflect.get(one, 'state') === 'open');
          if (!isDeepStrictEqual(ours, byId<{ id: string }>(snapshot[entity]))) findings.push(`${seat.username}: ${entity} differs from the snapshot`);
        }
      }
      return findings;
    },
    said: () => counts.join('\n'),
    close() { for (const { watching } of watched) watching.close(); },
  };
}
