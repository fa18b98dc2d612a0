// What is read of the roster: one night, asked again every ten seconds and whenever somebody's duty changes; who can be put on it.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { listRosterStaff, readRoster } from '../../shared/protocol/roster.ts';
import { call } from '../live/api.ts';
import { useLiveList } from '../live/live-store.tsx';
import { useSend } from '../live/send.ts';
import type { Sending } from '../live/send.ts';

const KEY = 'roster';

export function useRoster(night: string) {
  // Somebody who books on is there at once.
  const duties = useLiveList('duty').map(({ id, availability }) => `${id} ${availability}`).join();
  return useQuery({ queryKey: [KEY, night, duties], queryFn: ({ signal }) => call(readRoster, { night }, { signal }), refetchInterval: 10_000, placeholderData: (before) => (before?.night === night ? before : undefined) });
}

export const useRosterStaff = () => useQuery({ queryKey: [KEY, 'staff'], queryFn: ({ signal }) => call(listRosterStaff, {}, { signal }), staleTime: 60_000 });

/** Settles when the list shows what the command did. */
export function useRosterSend(): Sending['send'] {
  const { send } = useSend();
  const queries = useQueryClient();
  return useCallback<Sending['send']>(async (route, input, options) => {
    const answer = await send(route, input, options);
    await queries.invalidateQueries({ queryKey: [KEY] });
    return answer;
  }, [send, queries]);
}
