// One person's session: signed in, marked as simulated, and opened again when it has ended.
import { randomInt } from 'node:crypto';
import { markSimulated } from '../../../shared/protocol/rehearsal.ts';
import type { Route } from '../../../shared/protocol/route.ts';
import { signIn, type Me } from '../../../shared/protocol/session.ts';
import { ask, Unanswered, type Reply } from './ask.ts';
import { backoffMs, pause, type Door } from './door.ts';

/** Somebody has changed the password or closed the account: seldom enough that our tries lock nobody out. */
const REFUSED_AGAIN_MS = 5 * 60_000;

export interface SignedIn { me: Me; cookie: string }

/** Throws a sentence where this person cannot sign in, or the server is no rehearsal. */
export async function openSession(door: Door, username: string): Promise<Session> {
  const first = await signInUntilAnswered(door, username);
  if (!first.done) throw new Error(`A simulated person could not sign in to the rehearsal: ${first.refusal.code}.`);
  return new Session(door, username, first);
}

export class Session {
  readonly me: Me;
  #cookie: string;
  #renewing: Promise<void> | null = null;

  constructor(private readonly door: Door, private readonly username: string, { me, cookie }: SignedIn) {
    this.me = me;
    this.#cookie = cookie;
  }

  get cookie(): string { return this.#cookie; }

  /** Throws `Unanswered`. A session that has ended is opened again, and the question asked once more. */
  async ask<R extends Route>(route: R, input: object, signal: AbortSignal): Promise<Reply<R>> {
    const cookie = this.#cookie;
    const first = await ask({ ...this.door, cookie }, route, input, signal);
    if (first.done || first.refusal.code !== 'not-signed-in') return first;
    await this.renew(cookie);
    const second = await ask({ ...this.door, cookie: this.#cookie }, route, input, signal);
    if (!second.done && second.refusal.code === 'not-signed-in') throw new Unanswered('The session ended at once.', false);
    return second;
  }

  /** Once for all who met the end of the same session. */
  renew(ended: string): Promise<void> {
    if (ended !== this.#cookie) return Promise.resolve();
    this.#renewing ??= this.#signInAgain().finally(() => { this.#renewing = null; });
    return this.#renewing;
  }

  async #signInAgain(): Promise<void> {
    while (!this.door.ending.aborted) {
      const answer = await signInUntilAnswered(this.door, this.username);
      if (answer.done) { this.#cookie = answer.cookie; return; }
      this.door.report(`A simulated person could not sign in again (${answer.refusal.code}). It is tried again in some minutes.`);
      await pause(REFUSED_AGAIN_MS + randomInt(60_000), this.door.ending);
    }
  }
}

type Answer = { done: true } & SignedIn | Extract<Reply<typeof signIn>, { done: false }>;

async function signInUntilAnswered(door: Door, username: string): Promise<Answer> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await door.signingIn(() => signInOnce(door, username));
    } catch (error) {
      if (!(error instanceof Unanswered) || door.ending.aborted) throw error;
      if (error.fault) door.report(error.message);
      await pause(backoffMs(tries), door.ending);
    }
  }
}

async function signInOnce(door: Door, username: string): Promise<Answer> {
  const answer = await ask({ ...door, cookie: '' }, signIn, { username, password: door.password }, door.ending);
  if (!answer.done) return answer;
  const { out: me, cookie } = answer;
  if (me.deployment.kind !== 'rehearsal') throw new Error('This is the live service: nobody simulated works there.');
  const marked = await ask({ ...door, cookie }, markSimulated, {}, door.ending);
  return marked.done ? { done: true, me, cookie } : marked;
}
