// Sends one command: tried again with the same id until it is answered, a refusal said, the board caught up before it settles.
import { useCallback, useState } from 'react';
import type { z } from 'zod';
import type { Id } from '../../shared/protocol/fields.ts';
import type { CallOf, OutOf, Route } from '../../shared/protocol/route.ts';
import { sayRefusal } from '../ui/toast.tsx';
import { ask, Refused, sentenceOf, ServerFault, Unreachable } from './api.ts';
import { backoffMs, pause } from './backoff.ts';
import { startWatch } from './clocks.ts';
import { commandIdFor, forgetAnswered, keepUnanswered } from './command-id.ts';
import { useLiveStore } from './live-store.tsx';

type Shape = z.core.$ZodLooseShape;
/** A route whose body carries a `commandId`. */
export type CommandRoute = Route<Shape, Shape, { commandId: typeof Id }>;
export type Unsent<R extends Route> = Omit<CallOf<R>, 'commandId'>;

export interface SendOptions {
  /** Throws instead of saying it, for a form that shows the sentence in its own place. */
  quiet?: boolean;
}

export interface Sending {
  /** Null where it was refused or not answered, and that has been said. */
  send: <R extends CommandRoute>(route: R, input: Unsent<R>, options?: SendOptions) => Promise<OutOf<R> | null>;
  busy: boolean;
}

const tries = 4;
/** Nobody waits longer than this for one press, however slowly the tries fail. */
const patienceMs = 30_000;
const caughtUpWithinMs = 1000;

export function useSend(): Sending {
  const store = useLiveStore();
  const [underWay, setUnderWay] = useState(0);
  const send = useCallback<Sending['send']>(async (route, input, { quiet = false } = {}) => {
    setUnderWay((count) => count + 1);
    try {
      const answer = await untilAnswered(route, input);
      if (hasSeq(answer)) await store.reached(answer.seq, caughtUpWithinMs);
      return answer;
    } catch (error) {
      if (quiet || !isExpected(error)) throw error;
      // The shell is on its way to sign-in, which says so itself.
      if (!(error instanceof Refused && error.code === 'not-signed-in')) sayRefusal(whatBecame(error));
      return null;
    } finally {
      setUnderWay((count) => count - 1);
    }
  }, [store]);
  return { send, busy: underWay > 0 };
}

/** Safe to repeat: the server gives the same command id its first answer again. */
async function untilAnswered<R extends Route>(route: R, input: object): Promise<OutOf<R>> {
  const commandId = commandIdFor(route, input);
  const waited = startWatch();
  for (let tried = 1; ; tried += 1) {
    try {
      const answer = await ask(route, { ...input, commandId });
      forgetAnswered(route, input);
      return answer;
    } catch (error) {
      if (!mayPass(error) || tried === tries || waited() > patienceMs) {
        if (error instanceof Unreachable) keepUnanswered(route, input, commandId);
        else forgetAnswered(route, input);
        throw error;
      }
      await pause(backoffMs(tried));
    }
  }
}

const mayPass = (error: unknown): boolean => error instanceof Unreachable || (error instanceof Refused && error.code === 'busy');
const isExpected = (error: unknown): boolean => error instanceof Refused || error instanceof Unreachable || error instanceof ServerFault;

const whatBecame = (error: unknown): string => (error instanceof Unreachable
  ? 'The server did not answer, so nobody knows yet whether this was done. Look when the screen is live again, or press again: it is not done twice.'
  : sentenceOf(error));

const hasSeq = (answer: unknown): answer is { seq: number } =>
  typeof answer === 'object' && answer !== null && 'seq' in answer && typeof answer.seq === 'number';
