// A TCP proxy that misbehaves on command: before a server's HTTP and sockets, or between a server and its Postgres.
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { makeFlow, type Flow } from './flow.ts';

export const LINK_FAULTS = ['delay', 'stall', 'reset', 'half-open', 'cut-after-commit'] as const;
export type LinkFault = (typeof LINK_FAULTS)[number];

export interface FaultProxy {
  readonly port: number;
  /** Where new connections go from now on; 0 is nowhere, as while a server is down. */
  leadTo(port: number): void;
  /** Every byte comes this much later. */
  delay(ms: number): void;
  /** No byte gets through for so long; then all come, in order. */
  stall(ms: number): void;
  /** Ends these connections with RST on both sides; answers how many. */
  reset(share?: (index: number) => boolean): number;
  /** Ends these connections on one side alone: the other hears nothing more, and is never told. */
  halfOpen(told: Side, share?: (index: number) => boolean): number;
  /** The next that asks for something to be kept gets through; the connection ends before the answer comes back. */
  cutAfterCommit(): void;
  /** Works as a cable again. Connections that were half open are ended on their other side too: the network is there and says so. */
  heal(): void;
  /** The earliest at which what arrived now may have been sent. */
  sentAfter(at: number): number;
  close(): Promise<void>;
}
export type Side = 'client' | 'server';
/** What asks for something to be kept: a request that changes something, or a COMMIT. */
export const HTTP_COMMITS = /^(?:POST|DELETE) /;
export const POSTGRES_COMMITS = /COMMIT\0/;

interface Link { client: Socket; server: Socket; up: Flow; down: Flow; asked: boolean; dead: boolean }
interface Held { from: number; until: number }

const SLACK_MS = 250;
/** With RST, unless it has nobody to send it to yet, or has said goodbye already: then Node would keep the socket for ever. */
const cut = (socket: Socket): void => { if (socket.connecting || socket.writableEnded) socket.destroy(); else socket.resetAndDestroy(); };

export async function startFaultProxy(commits: RegExp): Promise<FaultProxy> {
  let [target, delayMs, stalledUntil, cuts] = [0, 0, 0, 0];
  const links = new Set<Link>();
  const held: Held[] = [];
  const lateness = (): { delayMs: number; stalledUntil: number } => ({ delayMs, stalledUntil });
  const end = (link: Link): void => {
    cut(link.client);
    cut(link.server);
    links.delete(link);
  };
  const chosen = (share: (index: number) => boolean): Link[] => [...links].filter((link, index) => !link.dead && share(index));

  const listener = createServer((client) => {
    client.setNoDelay(true);
    const server = connect({ port: target, host: '127.0.0.1', noDelay: true });
    const link: Link = { client, server, up: makeFlow(server, lateness), down: makeFlow(client, lateness), asked: false, dead: false };
    links.add(link);
    client.on('data', (bytes: Buffer) => {
      if (link.dead) return;
      if (cuts > 0 && !link.asked && commits.test(bytes.toString('latin1'))) {
        cuts -= 1;
        link.asked = true;
      }
      link.up.carry(bytes);
    });
    server.on('data', (bytes: Buffer) => {
      if (link.dead) return;
      if (link.asked) end(link);
      else link.down.carry(bytes);
    });
    // One side that goes takes the other with it, unless the other is never to be told.
    for (const [one, other] of [[client, server], [server, client]] as const) {
      one.on('error', () => undefined);
      one.on('close', () => {
        if (link.dead) return;
        other.destroy();
        links.delete(link);
      });
    }
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  const all = (): boolean => true;

  return {
    port: address.port,
    leadTo(port) { target = port; },
    delay(ms) {
      if (ms > 0) held.push({ from: Date.now(), until: Number.POSITIVE_INFINITY });
      delayMs = ms;
    },
    stall(ms) {
      stalledUntil = Math.max(stalledUntil, Date.now() + ms);
      held.push({ from: Date.now(), until: stalledUntil });
    },
    reset(share = all) {
      const ended = chosen(share);
      ended.forEach(end);
      return ended.length;
    },
    halfOpen(told, share = all) {
      const halved = chosen(share);
      for (const link of halved) {
        link.dead = true;
        cut(link[told]);
      }
      return halved.length;
    },
    cutAfterCommit() { cuts += 1; },
    heal() {
      [delayMs, stalledUntil, cuts] = [0, 0, 0];
      for (const one of held) one.until = Math.min(one.until, Date.now());
      for (const link of links) {
        if (link.dead) end(link);
        link.asked = false;
        link.up.release();
        link.down.release();
      }
    },
    sentAfter: (at) => Math.min(at, ...held.filter(({ from, until }) => from <= at && at <= until + SLACK_MS).map(({ from }) => from)),
    async close() {
      for (const link of links) end(link);
      listener.close();
      await once(listener, 'close');
    },
  };
}
