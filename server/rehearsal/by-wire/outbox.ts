// What one person does, one thing after another: the same command number again until it is answered, and facts kept on the device while there is no signal.
import pLimit from 'p-limit';
import type { Refusal } from '../../../shared/domain/decision.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import { Done, type Route } from '../../../shared/protocol/route.ts';
import type { Answer, Doing } from '../service.ts';
import type { Door } from './door.ts';
import type { Reach } from './reach.ts';
import type { Session } from './session.ts';
import { untilAnswered } from './until-answered.ts';

const KEPT: Answer = { done: true, ids: {} };
const NOT_DONE: Answer = { done: false, refusal: { code: 'busy' } };
/** Not what a person could have done: the rehearsal's own mistakes. */
const MISTAKES: readonly Refusal['code'][] = ['not-understood', 'too-large', 'not-your-role', 'wrong-origin', 'command-id-reused'];

export class Outbox {
  readonly #inTurn = pLimit(1);

  constructor(
    private readonly door: Door, private readonly session: Session, private readonly reach: Reach, private readonly now: () => Instant,
    /** Resolves once what this person sees holds the place in the log that the answer names. */
    private readonly seen: (seq: number) => Promise<void>,
  ) {}

  async do<R extends Route>(route: R, doing: Doing<R>): Promise<Answer> {
    const isFact = 'device' in route.body.shape;
    const input = { ...('commandId' in route.body.shape ? { commandId: crypto.randomUUID() } : {}), ...(isFact ? { device: { at: this.now(), offsetMs: 0 } } : {}), ...doing };
    const answered = this.#inTurn(() => this.#send(route, input));
    const { seq, answer } = await (isFact ? this.#orKept(answered) : answered);
    // Outside its turn: what is done next need not wait for the screen.
    if (seq !== null) await this.seen(seq);
    return answer;
  }

  /** Resolves once everything given so far has been answered. */
  emptied(): Promise<void> { return this.#inTurn(() => undefined); }

  /** Without signal the device keeps it, and whoever pressed goes on. */
  #orKept(answered: Promise<Sent>): Promise<Sent> {
    return new Promise((resolve, reject) => {
      const forget = this.reach.whenGone(() => resolve({ seq: null, answer: KEPT }));
      void answered.then(resolve, reject).finally(forget);
    });
  }

  async #send(route: Route, input: object): Promise<Sent> {
    const reply = await untilAnswered(this.door, this.session, this.reach, route, input);
    if (reply === null) return { seq: null, answer: NOT_DONE };
    this.door.tally[reply.done ? 'done' : 'refused'] += 1;
    if (reply.done) {
      const done = Done.safeParse(reply.out);
      return done.success ? { seq: done.data.seq, answer: { done: true, ids: done.data.ids } } : { seq: null, answer: { done: true, ids: {} } };
    }
    const { code, facts } = reply.refusal;
    if (MISTAKES.includes(code)) this.door.report(`A simulated person was refused at ${route.method} ${route.path}: ${[code, facts?.problem].filter(Boolean).join(', ')}.`);
    return { seq: null, answer: { done: false, refusal: reply.refusal } };
  }
}

interface Sent { seq: number | null; answer: Answer }
