// Whose seats real people have taken: asked every two seconds, so that the simulated one gives way while somebody trains there.
import { readSeats } from '../../../shared/protocol/rehearsal.ts';
import { Unanswered } from './ask.ts';
import { pause, type Door } from './door.ts';
import type { Session } from './session.ts';

const ASK_MS = 2_000;

export class Seats {
  #taken: ReadonlySet<string> = new Set();

  isFree(username: string): boolean { return !this.#taken.has(username); }

  /** Until the rehearsal ends; `changed` hears of the seats that were taken or left. Without an answer the last one stands. */
  async watch(door: Door, session: Session, changed: (usernames: ReadonlySet<string>) => void): Promise<void> {
    for (; !door.ending.aborted; await pause(ASK_MS, door.ending)) {
      try {
        const answer = await session.ask(readSeats, {}, door.ending);
        const [before, now] = [this.#taken, new Set(answer.done ? answer.out : [])];
        this.#taken = now;
        const other = new Set([...before, ...now].filter((username) => before.has(username) !== now.has(username)));
        if (other.size > 0) changed(other);
      } catch (error) {
        if (!(error instanceof Unanswered)) throw error;
        if (error.fault) door.report(error.message);
      }
    }
  }
}
