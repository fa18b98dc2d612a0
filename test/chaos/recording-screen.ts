// A screen that keeps all that it hears and all that it shows: the client's own reducer, on a line that may fail in every way.
import { setTimeout as sleep } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { ENTITIES, Heartbeat, LiveBatch, Positions, Snapshot, type Change, type ClientToServer, type ServerToClient } from '../../shared/protocol/live.ts';
import { applyBatch, applySnapshot, nothingKnown, type LiveState } from '../../shared/protocol/reduce.ts';
import type { FaultProxy } from './fault-proxy.ts';
import type { Message, Shown, Shows } from './history.ts';

export interface Line { url: string; front: FaultProxy }
export interface RecordingScreen {
  id: number; staffId: string; cookie: string;
  shows(): Shows;
  /** Current as far as it knows: connected, with a snapshot, nothing on its way. */
  current(): boolean;
  close(): void;
}
export interface Tape { messages: Message[]; shown: Shown[] }

const AGAIN_MS = 40;
/** Who is refused for good asks less and less often. */
const MOST_PAUSES = 8;
/** A heartbeat comes every two seconds. */
const SILENCE_MS = 2_600;
const SNAPSHOT_MS = 1_500;

/** Goes to the other server when a line fails. */
export function openScreen(who: { id: number; staffId: string; cookie: string }, lines: readonly [Line, ...Line[]], tape: Tape): RecordingScreen {
  let state: LiveState = nothingKnown;
  let meanwhile: LiveBatch[] | null = [];
  let [line, counted, heardAt, closed, fetching, tries] = [lines[0], 0, Date.now(), false, 0, 0];
  let socket: Socket<ServerToClient, ClientToServer> | null = null;

  function show(next: LiveState): void {
    for (const entity of ENTITIES) {
      for (const [id, { seq, view }] of next.entities[entity].byId) {
        const before = state.entities[entity].byId.get(id);
        if (before?.seq === seq && before.view === view) continue;
        tape.shown.push({ screen: who.id, entity, id, seq, version: view !== null && 'version' in view ? view.version : null });
      }
    }
    state = next;
  }
  const heard = (from: Line): { screen: number; at: number; sentAfter: number } => {
    heardAt = Date.now();
    return { screen: who.id, at: heardAt, sentAfter: from.front.sentAfter(heardAt) };
  };
  async function catchUp(): Promise<void> {
    const mine = fetching += 1;
    const from = line;
    meanwhile = [];
    const askedAt = Date.now();
    const snapshot = await readSnapshot(from.url, who.cookie).catch(() => null);
    if (mine !== fetching || closed) return;
    if (snapshot === null) { await again(); return; }
    // Who asked is known from when the request was sent on, never before it was made.
    tape.messages.push({ ...heard(from), sentAfter: askedAt, kind: 'snapshot', seq: snapshot.seq, changes: changesOf(snapshot) }, { ...heard(from), sentAfter: askedAt, kind: 'positions', dutyIds: snapshot.positions.map(({ dutyId }) => dutyId) });
    show(meanwhile.reduce(applyBatch, applySnapshot(state, snapshot)));
    meanwhile = null;
    tries = 0;
  }
  async function again(): Promise<void> {
    const mine = fetching += 1;
    meanwhile = [];
    socket?.removeAllListeners();
    socket?.close();
    tries = Math.min(MOST_PAUSES, tries + 1);
    await sleep(AGAIN_MS * tries);
    if (closed || mine !== fetching) return;
    line = lines[(lines.indexOf(line) + 1) % lines.length] ?? line;
    connect(line);
  }
  function check(sent: number): void {
    if (sent === counted) return;
    counted = sent;
    void catchUp();
  }
  function connect(to: Line): void {
    heardAt = Date.now();
    const mine: Socket<ServerToClient, ClientToServer> = io(to.url, { transports: ['websocket'], extraHeaders: { cookie: who.cookie, origin: to.url }, reconnection: false, forceNew: true, timeout: SNAPSHOT_MS });
    socket = mine;
    mine.on('connect', () => { counted = 0; void catchUp(); });
    mine.on('live', (batch) => {
      LiveBatch.parse(batch);
      tape.messages.push({ ...heard(to), kind: 'live', seq: batch.seq, changes: batch.changes });
      counted += 1;
      if (meanwhile === null) show(applyBatch(state, batch));
      else meanwhile.push(batch);
    });
    mine.on('heartbeat', (beat) => {
      Heartbeat.parse(beat);
      tape.messages.push({ ...heard(to), kind: 'heartbeat', seq: beat.seq });
      check(beat.n);
    });
    mine.on('positions', (positions) => { tape.messages.push({ ...heard(to), kind: 'positions', dutyIds: Positions.parse(positions).map(({ dutyId }) => dutyId) }); });
    mine.on('disconnect', () => void again());
    mine.on('connect_error', () => void again());
  }
  const silence = setInterval(() => { if (Date.now() - heardAt > SILENCE_MS) { heardAt = Date.now(); void again(); } }, 100);
  connect(line);

  return {
    ...who,
    shows: () => ({ incident: state.entities.incident.shown, duty: state.entities.duty.shown, team: state.entities.team.shown, handover: state.entities.handover.shown, overnightNote: state.entities.overnightNote.shown, night: state.entities.night.shown, silentSource: state.entities.silentSource.shown, sos: state.entities.sos.shown }),
    current: () => meanwhile === null && socket?.connected === true,
    close() {
      closed = true;
      clearInterval(silence);
      socket?.removeAllListeners();
      socket?.close();
    },
  };
}

export async function readSnapshot(url: string, cookie: string): Promise<Snapshot | null> {
  const response = await fetch(`${url}/api/live`, { headers: { cookie }, signal: AbortSignal.timeout(SNAPSHOT_MS) });
  return response.status === 200 ? Snapshot.parse(await response.json()) : null;
}

const changesOf = (snapshot: Snapshot): Change[] => [
  ...snapshot.incident.map((view) => ({ entity: 'incident' as const, id: view.id, view })), ...snapshot.duty.map((view) => ({ entity: 'duty' as const, id: view.id, view })),
  ...snapshot.team.map((view) => ({ entity: 'team' as const, id: view.id, view })), ...snapshot.handover.map((view) => ({ entity: 'handover' as const, id: view.id, view })),
  ...snapshot.overnightNote.map((view) => ({ entity: 'overnightNote' as const, id: view.id, view })), ...snapshot.night.map((view) => ({ entity: 'night' as const, id: view.id, view })),
  ...snapshot.silentSource.map((view) => ({ entity: 'silentSource' as const, id: view.id, view })), ...snapshot.sos.map((view) => ({ entity: 'sos' as const, id: view.id, view })),
];
export const showsOf = ({ incident, duty, team, handover, overnightNote, night, silentSource, sos }: Snapshot): Shows => ({ incident, duty, team, handover, overnightNote, night, silentSource, sos });
