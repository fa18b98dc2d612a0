// Which faults strike, where and when: by the seed alone, so that the same seed brings the same ones.
import { seeded } from '../support/storm.ts';
import { LINK_FAULTS, type Side } from './fault-proxy.ts';

export const SERVERS = ['A', 'B'] as const;
export type ServerName = (typeof SERVERS)[number];
/** Before a server's HTTP and sockets, or between it and Postgres. */
export type Place = 'front' | 'data';

export type Planned = { atMs: number } & (
  | { kind: 'kill-server' | 'kill-relay' | 'cut-relay'; server: ServerName }
  | { kind: 'kill-database' | 'kill-backend' }
  | { kind: 'delay' | 'stall'; server: ServerName; place: Place; ms: number; forMs: number }
  | { kind: 'reset' | 'cut-after-commit'; server: ServerName; place: Place; share: number }
  | { kind: 'half-open'; server: ServerName; place: Place; told: Side; share: number }
  | { kind: 'leave'; who: number; how: 'signed out' | 'account disabled' | 'grant ended' });

export interface Plan { stormMs: number; faults: readonly Planned[] }

const [SHORTEST_MS, VARIATION_MS] = [2_000, 1_200];
const [FEWEST, VARIATION] = [5, 6];
/** Odds out of all: what takes a second to come back is rarer. */
const KINDS = ['kill-server', 'kill-server', 'kill-database', 'kill-backend', 'kill-relay', 'cut-relay', ...LINK_FAULTS, ...LINK_FAULTS] as const;

export function plan(seed: number, leaving: number): Plan {
  const random = seeded(seed);
  const some = <T>(items: readonly [T, ...T[]]): T => items[Math.floor(random() * items.length)] ?? items[0];
  const stormMs = Math.round(SHORTEST_MS + random() * VARIATION_MS);
  const moment = (): number => Math.round(150 + random() * (stormMs - 300));

  const fault = (): Planned => {
    const [kind, atMs, server] = [some(KINDS), moment(), some(SERVERS)];
    const place = some(['front', 'data'] as const);
    switch (kind) {
      case 'kill-server': case 'kill-relay': case 'cut-relay': return { kind, atMs, server };
      case 'kill-database': case 'kill-backend': return { kind, atMs };
      // Twenty questions a command: what is bearable before the server is not behind it.
      case 'delay': return { kind, atMs, server, place, ms: Math.ceil(random() * (place === 'front' ? 250 : 15)), forMs: Math.round(300 + random() * 700) };
      case 'stall': return { kind, atMs, server, place, ms: 0, forMs: Math.round(200 + random() * 1_200) };
      case 'reset': case 'cut-after-commit': return { kind, atMs, server, place, share: 0.2 + random() * 0.8 };
      case 'half-open': return { kind, atMs, server, place, told: some(['client', 'server'] as const), share: 0.1 + random() * 0.6 };
    }
  };
  const leave = (who: number): Planned => ({ kind: 'leave', atMs: moment(), who, how: some(['signed out', 'account disabled', 'grant ended'] as const) });
  const faults = [...Array.from({ length: FEWEST + Math.floor(random() * VARIATION) }, fault), ...Array.from({ length: leaving }, (_, who) => leave(who))];
  return { stormMs, faults: faults.toSorted((a, b) => a.atMs - b.atMs) };
}
