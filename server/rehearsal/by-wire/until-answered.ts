// Asks again, and ever more slowly, until somebody answers; without signal it waits for signal.
import type { Route } from '../../../shared/protocol/route.ts';
import { Unanswered, type Reply } from './ask.ts';
import { backoffMs, pause, type Door } from './door.ts';
import type { Reach } from './reach.ts';
import type { Session } from './session.ts';

/** A fault that answers this often is no passing one. */
const FAULTS = 5;

/** Null where the rehearsal ends first, or the server fails at it every time, which is then reported. */
export async function untilAnswered<R extends Route>(door: Door, session: Session, reach: Reach, route: R, input: object): Promise<Reply<R> | null> {
  for (let [tries, faults] = [0, 0]; faults < FAULTS; tries += 1) {
    await reach.back();
    if (door.ending.aborted) return null;
    try {
      return await session.ask(route, input, AbortSignal.any([reach.whileThere, door.ending]));
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      if (error.fault) {
        door.report(error.message);
        faults += 1;
      }
      door.tally.again += 1;
      await pause(backoffMs(tries), door.ending);
    }
  }
  return null;
}
