// A console without a screen: the socket, the snapshot on every connect and after every hole, and the client's own reducer.
import { setTimeout as sleep } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { applyBatch, applySnapshot, nothingKnown, type LiveState } from '../../shared/protocol/reduce.ts';
import { IncidentView } from '../../shared/protocol/views.ts';
import { ENTITIES, Heartbeat, LiveBatch, Snapshot, type ClientToServer, type ServerToClient } from '../../shared/protocol/live.ts';

export interface Watching {
  /** What it shows, each kind by its ids. */
  shows(): Record<string, readonly { id: string }[]>;
  connects(): number;
  /** Resolves once it has heard everything up to this place in the log. */
  reached(seq: number): Promise<void>;
  close(): void;
}

const AGAIN_MS = 50;
const LOOK_MS = 5;
const PATIENCE_MS = 20_000;

/** `urlNow` is asked at every connect: a server that was killed may come back elsewhere. */
export function watch(urlNow: () => string, cookie: string): Watching {
  let state: LiveState = nothingKnown;
  let meanwhile: LiveBatch[] | null = [];
  let [counted, head, connects, closed] = [0, -1, 0, false];
  let socket: Socket<ServerToClient, ClientToServer> | null = null;
  let fetching = 0;

  async function catchUp(): Promise<void> {
    const mine = fetching += 1;
    meanwhile = [];
    const snapshot = await readSnapshot(urlNow(), cookie).catch(() => null);
    if (mine !== fetching) return;
    if (snapshot === null) { await again(); return; }
    state = meanwhile.reduce(applyBatch, applySnapshot(state, snapshot));
    meanwhile = null;
  }
  async function again(): Promise<void> {
    fetching += 1;
    socket?.close();
    await sleep(AGAIN_MS);
    if (!closed) connect();
  }
  function check(sent: number): void {
    if (sent === counted) return;
    counted = sent;
    void catchUp();
  }
  function connect(): void {
    const url = urlNow();
    const mine: Socket<ServerToClient, ClientToServer> = io(url, { transports: ['websocket'], extraHeaders: { cookie, origin: url }, reconnection: false, forceNew: true });
    socket = mine;
    mine.on('connect', () => { counted = 0; head = -1; connects += 1; void catchUp(); });
    mine.on('live', (batch) => {
      LiveBatch.parse(batch);
      counted += 1;
      if (meanwhile === null) state = applyBatch(state, batch);
      else meanwhile.push(batch);
    });
    mine.on('heartbeat', (beat) => { Heartbeat.parse(beat); check(beat.n); head = beat.seq; });
    mine.on('disconnect', () => void again());
    mine.on('connect_error', () => void again());
  }
  connect();

  return {
    shows: () => Object.fromEntries(ENTITIES.map((entity) => [entity, byId<{ id: string }>(state.entities[entity].shown)])),
    connects: () => connects,
    reached: (seq) => until(() => head >= seq && meanwhile === null, PATIENCE_MS),
    close() {
      closed = true;
      fetching += 1;
      socket?.removeAllListeners();
      socket?.close();
    },
  };
}

/** Looks again and again, and gives up with what it waited for. */
export async function until(holds: () => boolean, withinMs: number): Promise<void> {
  for (const end = Date.now() + withinMs; !holds(); await sleep(LOOK_MS)) {
    if (Date.now() > end) throw new Error(`waited ${withinMs} ms in vain for: ${holds.toString()}`);
  }
}

/** A closed incident stays on the screens that had it; a snapshot has it only while news of it is undecided. */
export const asksForWork = (one: object): boolean => Reflect.get(one, 'state') === 'open' || IncidentView.shape.news.parse(Reflect.get(one, 'news')).some(({ decision }) => decision === null);

export const byId = <T extends { id: string }>(views: readonly T[]): T[] => views.toSorted((a, b) => a.id.localeCompare(b.id));

export async function readSnapshot(url: string, cookie: string): Promise<Snapshot> {
  const response = await fetch(`${url}/api/live`, { headers: { cookie } });
  return Snapshot.parse(await response.json());
}
