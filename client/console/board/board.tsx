// What is known of the night, worked out once for every part of the console: incidents in order, crews, who is looking.
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { dutyNightOf } from '../../../shared/domain/duty-night.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { useFreshness, useLiveList, usePositions } from '../../live/live-store.tsx';
import { useMe } from '../../live/me.tsx';
import type { FreshnessState } from '../../ui/freshness.tsx';
import { useNow } from '../../ui/use-now.tsx';
import type { Looker } from './claims.ts';
import { crewsOf, type Crew } from './crew.ts';
import { byUrgency, queueItem, type QueueItem } from './queue-item.ts';

export interface Board {
  items: readonly QueueItem[];
  incidents: ReadonlyMap<string, IncidentView>;
  crews: readonly Crew[];
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
  const incidents = useLiveList('incident');
  const duties = useLiveList('duty');
  const teams = useLiveList('team');
  const positions = usePositions();
  const { state, since } = useFreshness();
  // While live, every heartbeat brings a newer "since" that nothing here shows.
  const heardAt = state === 'live' ? null : since;
  const { staffId, roles, duty } = useMe();
  const isSupervisor = roles.includes('supervisor');
  const tick = Math.floor(useNow().getTime() / COARSE_MS);

  const board = useMemo((): Board => {
    const now = new Date(tick * COARSE_MS);
    const me = { staffId, isSupervisor };
    return {
      items: byUrgency(incidents).map((incident) => queueItem(incident, me, now)),
      incidents: new Map(incidents.map((incident) => [incident.id, incident])),
      crews: crewsOf(duties, teams, positions),
      me, onDuty: duty !== null, freshness: state === 'live' ? { live: true } : { live: false, since: heardAt }, known: state === 'live' || heardAt !== null, now, tonight: dutyNightOf(now.toISOString()),
    };
  }, [incidents, duties, teams, positions, state, heardAt, staffId, isSupervisor, duty, tick]);

  return <BoardContext value={board}>{children}</BoardContext>;
}

export function useBoard(): Board {
  const board = useContext(BoardContext);
  if (board === null) throw new Error('useBoard was called outside BoardProvider.');
  return board;
}
