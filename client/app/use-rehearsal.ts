// The rehearsal's plan and the moment it was paused at, asked of the server again whenever its speed has changed.
import { useQuery } from '@tanstack/react-query';
import { readRehearsal, type RehearsalView } from '../../shared/protocol/rehearsal.ts';
import { call } from '../live/api.ts';

/** Undefined until it has been read; what was read before the last change stays until then. */
export function useRehearsal(speed: number): RehearsalView | undefined {
  return useQuery({
    queryKey: ['rehearsal', speed],
    queryFn: ({ signal }) => call(readRehearsal, {}, { signal }),
    staleTime: 0,
    // Of an earlier pause nothing may be shown, not for a moment.
    gcTime: 0,
    placeholderData: (before) => before,
  }).data;
}
