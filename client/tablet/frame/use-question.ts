// Puts one command to the server from a form: done, or the sentence that says why not, for the form to show in its own place.
import { useState } from 'react';
import { Refused, sentenceOf, ServerFault, Unreachable } from '../../live/api.ts';
import { type CommandRoute, type Unsent, useSend } from '../../live/send.ts';

export interface Question {
  /** Whether it was done. */
  put: <R extends CommandRoute>(route: R, input: Unsent<R>) => Promise<boolean>;
  /** Why it was not; null again with the next try. */
  no: string | null;
}

export function useQuestion(): Question {
  const { send } = useSend();
  const [no, setNo] = useState<string | null>(null);
  const put: Question['put'] = async (route, input) => {
    setNo(null);
    try {
      await send(route, input, { quiet: true });
      return true;
    } catch (error) {
      if (!(error instanceof Refused || error instanceof Unreachable || error instanceof ServerFault)) throw error;
      setNo(sentenceOf(error));
      return false;
    }
  };
  return { put, no };
}
