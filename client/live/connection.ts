// The life of the socket: on every connect a snapshot and what was said meanwhile; after a hole in the count a fresh snapshot,
// after silence a fresh connection. WebSocket only, so that any number of servers need no sticky sessions.
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { ClientToServer, LiveBatch, ServerToClient } from '../../shared/protocol/live.ts';
import { readLive } from '../../shared/protocol/duties.ts';
import { readMe } from '../../shared/protocol/session.ts';
import { call } from './api.ts';
import { backoffMs } from './backoff.ts';
import { startWatch } from './clocks.ts';
import { announceSessionEnd } from './session-end.ts';
import { silenceMs } from './store.ts';
import type { LiveStore } from './store.ts';

/** Longer than the connection itself may take: a server that accepts it and then says nothing is left, too. */
const handshakeMs = 12_000;

/**
 * Keeps the store current until the answered function is called. `onRenewed` hears of each snapshot but the first: what one may
 * see, or one's own duty, may be another than before.
 */
export function keepLive(store: LiveStore, onRenewed: () => void): () => void {
  const socket: Socket<ServerToClient, ClientToServer> = io({ transports: ['websocket'], reconnection: false, autoConnect: false, timeout: 10_000 });
  /** How many batches this connection has brought. */
  let counted = 0;
  /** What is said while a snapshot is on its way; null while the store is current. */
  let meanwhile: LiveBatch[] | null = [];
  let sinceHeard = startWatch();
  let tries = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let fetching = new AbortController();
  let renewal = false;
  let closed = false;

  async function catchUp(): Promise<void> {
    fetching.abort();
    const mine = new AbortController();
    fetching = mine;
    meanwhile = [];
    try {
      const snapshot = await call(readLive, {}, { signal: mine.signal });
      // Reading a long night's text and showing it are each held up for a moment: a key between them is answered.
      await new Promise((resolve) => { setTimeout(resolve); });
      if (mine.signal.aborted) return;
      store.start(snapshot, meanwhile);
      meanwhile = null;
      tries = 0;
      if (renewal) onRenewed();
      renewal = true;
    } catch {
      if (!mine.signal.aborted) connectAgain();
    }
  }

  /** A heartbeat says how many batches were sent. */
  function check(sent: number): void {
    if (sent === counted) return;
    counted = sent;
    // Whatever fell into a hole was read before now, so a snapshot asked for now holds it. The server also leaves one on
    // purpose, when what this person may see has changed.
    void catchUp();
  }

  function connectAgain(afterMs = backoffMs(tries)): void {
    if (closed || retry !== undefined) return;
    retry = setTimeout(() => {
      retry = undefined;
      sinceHeard = startWatch();
      socket.connect();
    }, afterMs);
    tries += 1;
    fetching.abort();
    meanwhile = [];
    socket.disconnect();
  }

  function connectNow(): void {
    if (socket.connected || closed) return;
    clearTimeout(retry);
    retry = undefined;
    tries = 0;
    connectAgain(0);
  }

  socket.on('connect', () => {
    counted = 0;
    sinceHeard = startWatch();
    void catchUp();
  });
  socket.on('live', (batch) => {
    sinceHeard = startWatch();
    counted += 1;
    if (meanwhile === null) store.hear(batch);
    else meanwhile.push(batch);
  });
  socket.on('heartbeat', (beat) => {
    sinceHeard = startWatch();
    check(beat.n);
    if (meanwhile === null) store.beat(beat);
  });
  socket.on('positions', (positions) => store.place(positions));
  socket.on('ended', announceSessionEnd);
  socket.on('disconnect', () => connectAgain());
  socket.on('connect_error', () => {
    // A refused handshake does not say why; the same question over HTTP does, and ends the session here if it has ended.
    if (!socket.active) call(readMe, {}).catch(() => null);
    connectAgain();
  });

  const checking = setInterval(() => {
    store.checkFreshness();
    if (sinceHeard() > (socket.connected ? silenceMs : handshakeMs)) connectAgain();
  }, 1000);
  window.addEventListener('online', connectNow);
  socket.connect();

  return () => {
    closed = true;
    clearInterval(checking);
    clearTimeout(retry);
    window.removeEventListener('online', connectNow);
    fetching.abort();
    socket.disconnect();
  };
}
