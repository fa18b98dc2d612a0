// Who is at this screen, asked of the server: what is inside MeProvider always has somebody.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect } from 'react';
import type { ReactNode } from 'react';
import { readMe } from '../../shared/protocol/session.ts';
import type { Me } from '../../shared/protocol/session.ts';
import { call, Refused } from './api.ts';
import { onSessionEnd } from './session-end.ts';

const queryKey = ['me'];
const MeContext = createContext<Me | null>(null);

async function askWho(signal: AbortSignal): Promise<Me | null> {
  try {
    return await call(readMe, {}, { signal });
  } catch (error) {
    if (error instanceof Refused && error.code === 'not-signed-in') return null;
    throw error;
  }
}

/** Undefined until the server has answered; null when nobody is signed in. */
export function useWhoIsHere() {
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => askWho(signal),
    staleTime: Infinity,
    // Another tab may have signed in as somebody else, and roles begin and end by the clock.
    refetchOnWindowFocus: 'always',
    refetchInterval: ({ state }) => (state.data === undefined ? 5000 : false),
    retry: false,
  });
}

export interface MeProviderProps {
  /** Before the first answer. */
  waiting: ReactNode;
  /** The server has not answered yet; it is asked again every five seconds, or at once. */
  unreachable: (again: () => void) => ReactNode;
  signedOut: ReactNode;
  children: ReactNode;
}

export function MeProvider({ waiting, unreachable, signedOut, children }: MeProviderProps) {
  const { data: me, isError, refetch } = useWhoIsHere();
  const setMe = useSetMe();
  useEffect(() => onSessionEnd(() => setMe(null)), [setMe]);
  if (me === undefined) return isError ? unreachable(() => void refetch()) : waiting;
  if (me === null) return signedOut;
  return <MeContext value={me}>{children}</MeContext>;
}

export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === null) throw new Error('useMe was called outside MeProvider.');
  return me;
}

/** For after a command that changes oneself: a duty begun or ended. */
export function useReloadMe(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => queries.refetchQueries({ queryKey }), [queries]);
}

/** What signing in answered, or null for signed out; marked to be asked again by whoever looks next. */
export function useSetMe(): (me: Me | null) => void {
  const queries = useQueryClient();
  return useCallback((me) => {
    queries.setQueryData(queryKey, me);
    if (me === null) void queries.invalidateQueries({ queryKey, refetchType: 'none' });
  }, [queries]);
}
