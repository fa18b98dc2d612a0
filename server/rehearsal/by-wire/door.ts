// What everybody simulated has in common: where the server is, the one password, and two at most who sign in at once.
import { setTimeout as sleep } from 'node:timers/promises';
import pLimit, { type LimitFunction } from 'p-limit';

export interface Door {
  url: string;
  /** What a browser would say that it comes from. */
  origin: string;
  password: string;
  signingIn: LimitFunction;
  /** Aborts when the rehearsal ends: nothing is tried again after that. */
  ending: AbortSignal;
  tally: Tally;
  /** Takes a problem as a sentence, without personal data. */
  report(problem: string): void;
}

/** How often something was done, refused, and asked for again for want of an answer. */
export interface Tally { done: number; refused: number; again: number }

/** Each sign-in costs the server a password hash of 64 MiB: at most two at once. */
const SIGN_INS_AT_ONCE = 2;

export const openDoor = (door: Omit<Door, 'signingIn' | 'tally'>): Door => ({ ...door, signingIn: pLimit(SIGN_INS_AT_ONCE), tally: { done: 0, refused: 0, again: 0 } });

/** Between half and all of 100 ms doubled per try, at most two seconds: a rehearsal at 300 loses ten minutes to that. */
export const backoffMs = (tries: number): number => Math.min(2_000, 100 * 2 ** tries) * (0.5 + Math.random() / 2);

/** Resolves early, and quietly, when `ending` aborts. */
export const pause = (ms: number, ending: AbortSignal): Promise<void> => sleep(ms, undefined, { signal: ending, ref: false }).catch(() => undefined);
