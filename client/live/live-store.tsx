// The live board for components: each hook hears of its own part and of nothing else.
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Entity, ViewOf } from '../../shared/protocol/live.ts';
import { keepLive } from './connection.ts';
import { useReloadMe } from './me.tsx';
import type { Positions } from './positions.ts';
import { LiveStore } from './store.ts';
import type { Freshness } from './store.ts';

const StoreContext = createContext<LiveStore | null>(null);

/** One connection and one board; give it another `key` for another account. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const [store] = useState(() => new LiveStore());
  const reloadMe = useReloadMe();
  useEffect(() => keepLive(store, () => void reloadMe()), [store, reloadMe]);
  return <StoreContext value={store}>{children}</StoreContext>;
}

export function useLiveStore(): LiveStore {
  const store = useContext(StoreContext);
  if (store === null) throw new Error('The live board was asked for outside LiveProvider.');
  return store;
}

function usePart<T>(part: (store: LiveStore) => T): T {
  const store = useLiveStore();
  return useSyncExternalStore(store.subscribe, () => part(store));
}

/** In no order: sorting is the screen's. The same array until something in it changes. */
export const useLiveList = <E extends Entity>(entity: E): readonly ViewOf[E][] => usePart((store) => store.state.entities[entity].shown);

/** Undefined where it is gone, or not ours to see: that is one answer. */
export const useLiveOne = <E extends Entity>(entity: E, id: string): ViewOf[E] | undefined =>
  usePart((store) => store.state.entities[entity].byId.get(id)?.view ?? undefined);

/** Where in the log it was last read at, −1 where nobody has: whoever shows more of it than its view reads that again when this moves. A note moves no version, and moves this. */
export const useLiveSeq = (entity: Entity, id: string): number => usePart((store) => store.state.entities[entity].byId.get(id)?.seq ?? -1);

/** By duty: the newest of each responder who is sharing. */
export const usePositions = (): Positions => usePart((store) => store.positions);

export const useFreshness = (): Freshness => usePart((store) => store.freshness);

/** Reads the deployment's clock. Another function once that clock has been measured anew. */
export const useServerNow = (): (() => Instant) => usePart((store) => store.now);

/** How fast the deployment's clock runs: 1 in a live service, 0 while a rehearsal is paused. */
export const useSpeed = (): number => usePart((store) => store.speed);

/** What changed in the last four seconds, by message and not by a snapshot. */
export const useRecentlyChanged = (entity: Entity): ReadonlySet<string> => usePart((store) => store.recent.of(entity));
