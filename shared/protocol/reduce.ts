// What one who watches knows, and what each message makes of it: pure, and the same in whatever order messages come, or how often.
import type { Change, Entity, LiveBatch, Snapshot, ViewOf } from './live.ts';

/** One thing as it stood at one place in the log; `view` is null once it is gone, or no longer ours to see. */
export interface Entry<E extends Entity> { seq: number; view: ViewOf[E] | null }

export interface Table<E extends Entity> {
  byId: ReadonlyMap<string, Entry<E>>;
  /** What is there, without what is gone: the same array until something in it changes. */
  shown: readonly ViewOf[E][];
}

export interface LiveState {
  /** The furthest place in the log that anything here was read at. */
  seq: number;
  /** The place of the newest snapshot: what stands in no table was not to be seen there. */
  snapshotSeq: number;
  entities: Tables;
}

type Tables = { readonly [E in Entity]: Table<E> };
type Views = { readonly [E in Entity]: readonly ViewOf[E][] };

const tableOf = <E extends Entity>(byId: ReadonlyMap<string, Entry<E>>): Table<E> =>
  ({ byId, shown: [...byId.values()].flatMap(({ view }) => view ?? []) });

const everyTable = (of: <E extends Entity>(entity: E) => Table<E>): Tables =>
  ({ incident: of('incident'), duty: of('duty'), team: of('team'), handover: of('handover'), overnightNote: of('overnightNote'), night: of('night'), silentSource: of('silentSource'), sos: of('sos') });

export const nothingKnown: LiveState = { seq: -1, snapshotSeq: -1, entities: everyTable(() => tableOf(new Map())) };

/** Everything that may be seen at one place in the log. What was read later than that stands. */
export function applySnapshot(state: LiveState, snapshot: Snapshot): LiveState {
  if (snapshot.seq < state.snapshotSeq) return state;
  const views: Views = snapshot;
  return {
    seq: Math.max(state.seq, snapshot.seq),
    snapshotSeq: snapshot.seq,
    entities: everyTable((entity) => replaced(state.entities[entity], views[entity], snapshot.seq)),
  };
}

/** A few things as they stood at one place in the log. What was read later than that stands, a snapshot's silence too. */
export function applyBatch(state: LiveState, batch: LiveBatch): LiveState {
  if (batch.seq < state.snapshotSeq) return state;
  return {
    ...state,
    seq: Math.max(state.seq, batch.seq),
    entities: everyTable((entity) => merged(entity, state.entities[entity], batch)),
  };
}

function replaced<E extends Entity>(table: Table<E>, views: readonly ViewOf[E][], seq: number): Table<E> {
  const byId = new Map<string, Entry<E>>(views.map((view) => [view.id, { seq, view }]));
  for (const [id, entry] of table.byId) if (entry.seq > seq) byId.set(id, entry);
  return tableOf(byId);
}

type ChangeOf<E extends Entity> = { entity: E; id: string; view: ViewOf[E] } | { entity: E; id: string; gone: true };

function merged<E extends Entity>(entity: E, table: Table<E>, { seq, changes }: LiveBatch): Table<E> {
  const all: readonly (Change | ChangeOf<E>)[] = changes;
  const news = all
    .filter((change): change is ChangeOf<E> => change.entity === entity)
    .filter(({ id }) => (table.byId.get(id)?.seq ?? -1) < seq);
  if (news.length === 0) return table;
  const byId = new Map(table.byId);
  for (const change of news) byId.set(change.id, { seq, view: 'view' in change ? change.view : null });
  return tableOf(byId);
}
