// One open screen: its socket's every message parsed strictly and counted without gaps, and what it holds, as a client would hold it.
import { isDeepStrictEqual } from 'node:util';
import type { Socket } from 'socket.io-client';
import { readLive } from '../../shared/protocol/duties.ts';
import { ENTITIES, Heartbeat, LiveBatch, Positions, Snapshot, type Change, type ClientToServer, type Entity, type ServerToClient } from '../../shared/protocol/live.ts';
import type { PositionView } from '../../shared/protocol/views.ts';
import type { Person } from './server.ts';
import { waitFor } from './wait-for.ts';

interface Held { entity: Entity; seq: number; view: unknown }
type Holding = Record<Entity | 'positions', Record<string, unknown>>;

export class Screen {
  /** Everything that was ever received, for what must be nowhere in it. */
  readonly received: unknown[] = [];
  /** What was not as the protocol says: must be empty. */
  readonly faults: string[] = [];
  /** Holes that the server left in the count, to have this screen fetch everything afresh. */
  holes = 0;
  ended: string | null = null;
  private changes: Change[] = [];
  private readonly held = new Map<string, Held>();
  private readonly positions = new Map<string, PositionView>();
  private counted = 0;
  private snapshotSeq = 0;
  private afresh: Promise<void> = Promise.resolve();

  private constructor(readonly person: Person, readonly socket: Socket<ServerToClient, ClientToServer>) {
    socket.on('live', (sent) => this.take(this.parsed(LiveBatch, sent)));
    socket.on('heartbeat', (sent) => this.check(this.parsed(Heartbeat, sent)?.n ?? this.counted));
    socket.on('positions', (sent) => this.parsed(Positions, sent)?.forEach((position) => this.positions.set(position.dutyId, position)));
    socket.on('ended', (reason) => { this.ended = reason; });
  }

  static async open(person: Person): Promise<Screen> {
    const screen = new Screen(person, await person.socket());
    await screen.startAfresh();
    return screen;
  }

  /** The changes since they were last asked for, in their order. */
  news(): Change[] {
    const news = this.changes;
    this.changes = [];
    return news;
  }

  /** The newest view of a thing that this screen holds. */
  view(id: string): unknown { return this.held.get(id)?.view; }

  /** What the server sent before now has arrived, and a snapshot that was asked for has too. */
  async flushed(): Promise<void> {
    await this.socket.emitWithAck('ping');
    await this.afresh;
  }

  /** How what it holds differs from a snapshot of now; empty when it is the same. What is closed, and where those are who share no longer, a screen does not show. */
  async differences(): Promise<string[]> {
    const [held, now] = [this.holding(), holdingOf(Snapshot.parse(await this.person.call(readLive, {})))];
    return Object.keys(now).flatMap((key) => {
      const [mine, theirs] = [Reflect.get(held, key) as object, Reflect.get(now, key) as object];
      return [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].filter((id) => !isDeepStrictEqual(Reflect.get(mine, id), Reflect.get(theirs, id)))
        .map((id) => `${key} ${id}: holds ${JSON.stringify(Reflect.get(mine, id))}, snapshot has ${JSON.stringify(Reflect.get(theirs, id))}`);
    });
  }

  /** Answers why the server ended this socket. */
  untilEnded = (ms: number): Promise<string> => waitFor('the server to end the socket', () => this.socket.disconnected && (this.ended ?? 'no reason given'), ms);

  private holding(): Holding {
    const holding = emptyHolding();
    for (const [id, { entity, view }] of this.held) if (view !== null && !isClosed(view)) holding[entity][id] = view;
    holding.positions = Object.fromEntries([...this.positions].filter(([dutyId]) => isSharing(this.view(dutyId))));
    return holding;
  }

  private take(batch: LiveBatch | null): void {
    if (batch === null) return;
    this.counted += 1;
    for (const change of batch.changes) {
      this.changes.push(change);
      const seq = this.held.get(change.id)?.seq ?? this.snapshotSeq;
      if (batch.seq >= seq) this.held.set(change.id, { entity: change.entity, seq: batch.seq, view: 'view' in change ? change.view : null });
    }
  }

  private check(sent: number): void {
    if (sent === this.counted) return;
    this.counted = sent;
    this.holes += 1;
    this.afresh = this.startAfresh();
  }

  private async startAfresh(): Promise<void> {
    const snapshot = Snapshot.parse(await this.person.call(readLive, {}));
    this.snapshotSeq = snapshot.seq;
    for (const [id, { seq }] of this.held) if (seq <= snapshot.seq) this.held.delete(id);
    for (const entity of ENTITIES) for (const view of snapshot[entity]) if (!this.held.has(view.id)) this.held.set(view.id, { entity, seq: snapshot.seq, view });
    this.positions.clear();
    for (const position of snapshot.positions) this.positions.set(position.dutyId, position);
  }

  private parsed<T>(schema: { safeParse(value: unknown): { success: true; data: T } | { success: false; error: Error } }, sent: unknown): T | null {
    this.received.push(sent);
    const parsed = schema.safeParse(sent);
    if (!parsed.success) this.faults.push(parsed.error.message);
    return parsed.success ? parsed.data : null;
  }
}

const isSharing = (duty: unknown): boolean => typeof duty === 'object' && duty !== null && Reflect.get(duty, 'sharing') === true;
const isClosed = (view: unknown): boolean => typeof view === 'object' && view !== null && Reflect.get(view, 'state') === 'closed';
const emptyHolding = (): Holding => ({ incident: {}, duty: {}, team: {}, handover: {}, overnightNote: {}, night: {}, silentSource: {}, sos: {}, positions: {} });
const holdingOf = (snapshot: Snapshot): Holding => ({
  ...Object.fromEntries(ENTITIES.map((entity) => [entity, Object.fromEntries(snapshot[entity].map((view) => [view.id, view]))])) as Omit<Holding, 'positions'>,
  positions: Object.fromEntries(snapshot.positions.map((position) => [position.dutyId, position])),
});
