// All that this page knows of tonight, outside React: components subscribe to the part that they show.
import type { Instant } from '../../shared/domain/instant.ts';
import type { Entity, Heartbeat, LiveBatch, Snapshot } from '../../shared/protocol/live.ts';
import type { PositionView } from '../../shared/protocol/views.ts';
import { DeploymentClock, startWatch } from './clocks.ts';
import { mergePositions, sharedPositions } from './positions.ts';
import type { Positions } from './positions.ts';
import { RecentChanges } from './recent-changes.ts';
import { applyBatch, applySnapshot, nothingKnown } from '../../shared/protocol/reduce.ts';
import type { LiveState } from '../../shared/protocol/reduce.ts';

/** Silence for longer than this is no longer "live": three heartbeats. */
export const silenceMs = 6000;

/** `since`: when the server was last heard, by the deployment's clock; what is shown holds as of then. */
export type Freshness =
  | { state: 'live'; live: true; since: Instant }
  | { state: 'connecting'; live: false; since: null }
  | { state: 'stale'; live: false; since: Instant };

export class LiveStore {
  state: LiveState = nothingKnown;
  positions: Positions = new Map();
  freshness: Freshness = { state: 'connecting', live: false, since: null };
  readonly recent = new RecentChanges(() => this.#announce());
  readonly #clock = new DeploymentClock();
  /** Another function after each snapshot and each change of speed, so that whoever shows the time reads it again at once. */
  now: () => Instant = () => this.#clock.now();
  #fixes: Positions = new Map();
  #sinceCurrent = startWatch();
  readonly #listeners = new Set<() => void>();

  get speed(): number { return this.#clock.speed; }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The snapshot, and what was said while it was on its way: from here on the page is live. */
  start(snapshot: Snapshot, meanwhile: readonly LiveBatch[]): void {
    this.#clock.start(snapshot);
    this.#readAgain();
    this.#become(applySnapshot(this.state, snapshot));
    this.#place(snapshot.positions);
    for (const batch of meanwhile) this.#apply(batch);
    this.#current();
  }

  hear(batch: LiveBatch): void {
    this.#apply(batch);
    this.#current();
  }

  beat(beat: Heartbeat): void {
    const { speed } = this.#clock;
    this.#clock.measure(beat);
    if (speed !== beat.speed) this.#readAgain();
    this.#become({ ...this.state, seq: Math.max(this.state.seq, beat.seq) });
    this.#current();
  }

  place(fixes: readonly PositionView[]): void {
    this.#place(fixes);
    this.#announce();
  }

  /** Asked every second: nobody tells a page that it hears nothing. */
  checkFreshness(): void {
    if (this.freshness.state !== 'live' || this.#sinceCurrent() <= silenceMs) return;
    this.freshness = { state: 'stale', live: false, since: this.freshness.since };
    this.#announce();
  }

  /** Settles once the page has caught up with a place in the log, or after a while. */
  reached(seq: number, withinMs: number): Promise<void> {
    if (this.state.seq >= seq) return Promise.resolve();
    return new Promise((resolve) => {
      const settle = () => { clearTimeout(timer); unsubscribe(); resolve(); };
      const timer = setTimeout(settle, withinMs);
      const unsubscribe = this.subscribe(() => { if (this.state.seq >= seq) settle(); });
    });
  }

  #readAgain(): void {
    this.now = () => this.#clock.now();
  }

  #apply(batch: LiveBatch): void {
    const before = this.state.entities;
    this.#become(applyBatch(this.state, batch));
    const entryIn = (entities: LiveState['entities'], entity: Entity, id: string) => entities[entity].byId.get(id);
    this.recent.mark(batch.changes.filter(({ entity, id }) => entryIn(before, entity, id) !== entryIn(this.state.entities, entity, id)));
  }

  #become(state: LiveState): void {
    const dutiesBefore = this.state.entities.duty;
    this.state = state;
    if (state.entities.duty !== dutiesBefore) this.#place([]);
  }

  #place(fixes: readonly PositionView[]): void {
    this.#fixes = mergePositions(this.#fixes, fixes);
    this.positions = sharedPositions(this.#fixes, this.state.entities.duty.shown);
  }

  #current(): void {
    this.#sinceCurrent = startWatch();
    this.freshness = { state: 'live', live: true, since: this.now() };
    this.#announce();
  }

  #announce(): void {
    this.#listeners.forEach((listener) => listener());
  }
}
