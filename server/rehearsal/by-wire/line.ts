// One person's screen without a screen: a snapshot on every connect and after every hole, the wire's own reducer, and a new connection after silence.
import { io, type Socket } from 'socket.io-client';
import { readLive } from '../../../shared/protocol/duties.ts';
import type { ClientToServer, Heartbeat, LiveBatch, ServerToClient, Snapshot } from '../../../shared/protocol/live.ts';
import { applyBatch, applySnapshot, nothingKnown, type LiveState } from '../../../shared/protocol/reduce.ts';
import type { PositionView } from '../../../shared/protocol/views.ts';
import { Unanswered } from './ask.ts';
import { backoffMs, type Door } from './door.ts';
import type { Session } from './session.ts';

/** Three heartbeats. */
const SILENCE_MS = 6_000;
const LOOK_MS = 1_000;

export interface Listener {
  /** The rehearsal's time, as it is heard. */
  timed(reading: Pick<Heartbeat, 'serverNow' | 'speed'>): void;
  changed(): void;
}

export class Line {
  state: LiveState = nothingKnown;
  positions: ReadonlyMap<string, PositionView> = new Map();
  #fixes: ReadonlyMap<string, PositionView> = new Map();
  #socket: Socket<ServerToClient, ClientToServer> | null = null;
  /** What is said while a snapshot is on its way; null while the state is current. */
  #meanwhile: LiveBatch[] | null = [];
  #fetching = new AbortController();
  #counted = 0;
  #heardAt = 0;
  #tries = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setInterval> | undefined;
  #reaching: { seq: number; resolve: () => void }[] = [];

  constructor(private readonly door: Door, private readonly session: Session, private readonly listener: Listener) {}

  open(): void {
    if (this.#watch !== undefined) return;
    this.#watch = setInterval(() => { if (performance.now() - this.#heardAt > SILENCE_MS) this.#connectAgain(); }, LOOK_MS);
    this.#connect();
  }

  close(): void {
    clearInterval(this.#watch);
    this.#watch = undefined;
    this.#hangUp();
    for (const { resolve } of this.#reaching.splice(0)) resolve();
  }

  /** Resolves once what is seen stands at this place in the log or further, or after a while. */
  async reached(seq: number, withinMs: number): Promise<void> {
    if (this.#isCurrentAt(seq) || this.#watch === undefined) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => { this.#reaching = this.#reaching.filter((one) => one !== mine); resolve(); }, withinMs);
      const mine = { seq, resolve: () => { clearTimeout(timer); resolve(); } };
      this.#reaching.push(mine);
    });
  }

  #isCurrentAt(seq: number): boolean { return this.#meanwhile === null && this.state.seq >= seq; }

  #hangUp(): void {
    clearTimeout(this.#retry);
    this.#retry = undefined;
    this.#fetching.abort();
    this.#meanwhile = [];
    this.#socket?.removeAllListeners();
    this.#socket?.disconnect();
    this.#socket = null;
  }

  #connectAgain(): void {
    if (this.#watch === undefined || this.#retry !== undefined) return;
    this.#hangUp();
    this.#retry = setTimeout(() => this.#connect(), backoffMs(this.#tries));
    this.#tries += 1;
  }

  #connect(): void {
    this.#hangUp();
    this.#heardAt = performance.now();
    const { url, origin } = this.door;
    const { cookie } = this.session;
    const socket: Socket<ServerToClient, ClientToServer> = io(url, { transports: ['websocket'], extraHeaders: { cookie, origin }, reconnection: false, forceNew: true });
    this.#socket = socket;
    const signedOut = (): void => { void this.#signInAgain(cookie); };
    socket.on('connect', () => { this.#counted = 0; this.#heardAt = performance.now(); void this.#catchUp(); });
    socket.on('live', (batch) => { this.#heardAt = performance.now(); this.#counted += 1; this.#hear(batch); });
    socket.on('heartbeat', (beat) => { this.#check(beat.n); this.#beat(beat); });
    socket.on('positions', (positions) => this.#place(positions));
    socket.on('ended', signedOut);
    socket.on('disconnect', () => this.#connectAgain());
    socket.on('connect_error', ({ message }) => { if (message === 'not-signed-in') signedOut(); else this.#connectAgain(); });
  }

  async #signInAgain(cookie: string): Promise<void> {
    try {
      await this.session.renew(cookie);
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
    }
    this.#connectAgain();
  }

  /** A heartbeat says how many batches were sent; the server also leaves a hole on purpose, when sight has changed. */
  #check(sent: number): void {
    this.#heardAt = performance.now();
    if (sent === this.#counted) return;
    this.#counted = sent;
    void this.#catchUp();
  }

  async #catchUp(): Promise<void> {
    this.#fetching.abort();
    const mine = new AbortController();
    this.#fetching = mine;
    this.#meanwhile = [];
    try {
      const answer = await this.session.ask(readLive, {}, AbortSignal.any([mine.signal, this.door.ending]));
      if (mine.signal.aborted) return;
      if (answer.done) this.#start(answer.out);
      else this.#connectAgain();
    } catch (error) {
      if (mine.signal.aborted) return;
      if (!(error instanceof Unanswered)) throw error;
      if (error.fault) this.door.report(error.message);
      this.#connectAgain();
    }
  }

  #start(snapshot: Snapshot): void {
    this.#tries = 0;
    this.#fixes = new Map(snapshot.positions.map((one) => [one.dutyId, one]));
    const meanwhile = this.#meanwhile ?? [];
    this.#meanwhile = null;
    this.#become(meanwhile.reduce(applyBatch, applySnapshot(this.state, snapshot)));
    this.listener.changed();
  }

  #hear(batch: LiveBatch): void {
    if (this.#meanwhile !== null) { this.#meanwhile.push(batch); return; }
    this.#become(applyBatch(this.state, batch));
    this.listener.changed();
  }

  #beat(beat: Heartbeat): void {
    this.listener.timed(beat);
    if (this.#meanwhile === null) this.#become({ ...this.state, seq: Math.max(this.state.seq, beat.seq) });
  }

  /** An older fix never replaces a newer one. */
  #place(fixes: readonly PositionView[]): void {
    const newest = new Map(this.#fixes);
    for (const fix of fixes) if ((newest.get(fix.dutyId)?.at ?? '') <= fix.at) newest.set(fix.dutyId, fix);
    this.#fixes = newest;
    this.#showPositions();
  }

  /** Sharing stops with the duty, and when its responder says so: then the last fix is nobody's to see. */
  #showPositions(): void {
    const sharing = new Set(this.state.entities.duty.shown.filter((duty) => duty.sharing).map(({ id }) => id));
    this.positions = new Map([...this.#fixes].filter(([dutyId]) => sharing.has(dutyId)));
  }

  #become(state: LiveState): void {
    const dutiesBefore = this.state.entities.duty;
    this.state = state;
    if (state.entities.duty !== dutiesBefore) this.#showPositions();
    const [there, waiting] = [this.#reaching.filter(({ seq }) => this.#isCurrentAt(seq)), this.#reaching.filter(({ seq }) => !this.#isCurrentAt(seq))];
    this.#reaching = waiting;
    for (const { resolve } of there) resolve();
  }
}
