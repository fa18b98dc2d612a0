// Sends a command for a form, which says in its own place why it was refused: a message in passing would be read too late.
import { useCallback } from 'react';
import type { OutOf } from '../../../shared/protocol/route.ts';
import { useSend } from '../../live/send.ts';
import type { CommandRoute, Unsent } from '../../live/send.ts';

/** Throws what `call` throws; ActForm shows it. */
export type Deed = <R extends CommandRoute>(route: R, input: Unsent<R>) => Promise<OutOf<R>>;

export function useDeed(): Deed {
  const { send } = useSend();
  return useCallback<Deed>(async (route, input) => {
    const answer = await send(route, input, { quiet: true });
    if (answer === null) throw new Error(`${route.method} ${route.path} was answered with nothing.`);
    return answer;
  }, [send]);
}
