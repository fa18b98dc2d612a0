// What is known of the night, worked out once for every part of the console: incidents in order, crews, who is looking.
import { createContext, useContext, useDeferredValue, useMemo, type ReactNode } from 'react';
import { dutyNightOf } from '../../../shared/domain/duty-night.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { useFreshness, useLiveList, usePositions } from '../../live/live-store.tsx';
import { useMe } from '../../live/me.tsx';
import type { FreshnessState } from '../../ui/freshness.tsx';
import { useNow } from '../../ui/use-now.tsx';
import type { Looker } from './claims.ts';
import { crewsOf, type Crew } from './crew.ts';
import { heldOnBoard, type Held } from './held.ts';
import { byUrgency, queueItem, type QueueItem } from './queue-item.ts';

export interface Board {
  items: readonly QueueItem[];
  incidents: ReadonlyMap<string, IncidentView>;
  crews: readonly Crew[];
  /** Who is held for which task, by duty. */
  held: ReadonlyMap<string, Held>;
  me: Looker;
  onDuty: boolean;
  freshness: FreshnessState;
  /** False until the server has first answered: nothing is not yet none. */
  known: boolean;
  /** To ten seconds: fine for words and order; a countdown reads the clock itself. */
  now: Date;
  tonight: string;
}

const BoardContext = createContext<Board | null>(null);
const COARSE_MS = 10_000;

export function BoardProvider({ children }: { children: ReactNode }) {
  // Deferred, all of it together: 2,000 incidents come upon the screen in small steps, between which a key is answered.
  const incidents = useDeferredValue(useLiveList('incident'));
  const duties = useDeferredValue(useLiveList('duty'));
  const teams = useDeferredValue(useLiveList('team'));
  const positions = useDeferredValue(usePositions());
  const { state, since } = useDeferredValue(useFreshness());
  // While live, every heartbeat brings a newer "since" that nothing here shows.
  const heardAt = state === 'live' ? null : since;
  const { staffId, roles, duty } = useMe();
  const isSupervisor = roles.includes('supervisor');
  const tick = Math.floor(useNow().getTime() / COARSE_MS);

  // Apart, so that a crew that moves twice a second costs the queue nothing.
  const items = useMemo(() => {
    const now = new Date(tick * COARSE_MS);
    const tonight = dutyNightOf(now.toISOString());
    return byUrgency(incidents).map((incident) => queueItem(incident, { staffId, isSupervisor }, now, tonight));
  }, [incidents, staffId, isSupervisor, tick]);
  const crews = useMemo(() => crewsOf(duties, teams, positions), [duties, teams, positions]);
  const byId = useMemo(() => new Map(incidents.map((incident) => [incident.id, incident])), [incidents]);

  const held = useMemo(() => heldOnBoard(byId), [byId]);

  const onDuty = duty !== null;
  const board = useMemo((): Board => {
    const now = new Date(tick * COARSE_MS);
    return {
      items, incidents: byId, crews, held, me: { staffId, isSupervisor }, onDuty, now, tonight: dutyNightOf(now.toISOString()),
      freshness: state === 'live' ? { live: true } : { live: false, since: heardAt }, known: state === 'live' || heardAt !== null,
    };
  }, [items, byId, crews, held, staffId, isSupervisor, onDuty, state, heardAt, tick]);

  return <BoardContext value={board}>{children}</BoardContext>;
}

export function useBoard(): Board {
  const board = useContext(BoardContext);
  if (board === null) throw new Error('useBoard was called outside BoardProvider.');
  return board;
}
