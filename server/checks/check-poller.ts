// Carries questions to the sources' systems and brings their answers home, outside any command; what one server drops, another picks up.
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { AlarmContext } from '../alarms/fire-alarms.ts';
import { wallNow } from '../clock/clock.ts';
import { codeOf, PASSING } from '../database/run-command.ts';
import { instantOf } from '../../shared/domain/instant.ts';
import { Unanswered, type CheckAdapter } from './adapter.ts';
import { overdueWork, subjectOf, takeWork, tryAgain, dropWork, type CheckWork } from './check-work.store.ts';
import { recordAnswer } from './record-answer.ts';
import { noteAnswer, noteFailure } from './tell-silence.ts';

export interface CheckPoller { stop(): Promise<void> }
export interface CheckTiming { pollMs: number; /** Of one source. */ atOnce: number; /** For whoever dies with a question in hand: longer than any question may take. */ heldMs: number; firstWaitMs: number; longestWaitMs: number }
export const TIMING: CheckTiming = { pollMs: 500, atOnce: 4, heldMs: 8_000, firstWaitMs: 1_000, longestWaitMs: 15_000 };
const OVERDUE_AT_ONCE = 50;

const later = (ms: number): string => instantOf(Date.parse(wallNow()) + ms);

/** `answered` hears of each commit. A slow source keeps no other waiting: each has its own few at once. */
export function startChecks(context: AlarmContext, adapters: ReadonlyMap<string, CheckAdapter>, answered: () => void, log: Logger, timing: CheckTiming = TIMING): CheckPoller {
  const stopping = new AbortController();
  const underWay = new Map<string, Set<Promise<void>>>([...adapters.keys()].map((source) => [source, new Set()]));

  async function carry(adapter: CheckAdapter, work: CheckWork): Promise<void> {
    const about = await subjectOf(context.db, work.checkId);
    if (about === null) return void await dropWork(context.db, work.checkId);
    try {
      const answer = await adapter.ask({ checkId: work.checkId, ...about }, stopping.signal);
      if (await recordAnswer(context, work, answer)) answered();
      if (await noteAnswer(context, work.source)) answered();
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      if (stopping.signal.aborted) return void await tryAgain(context.db, work.checkId, error.failure, wallNow());
      log.info({ source: work.source, tries: work.tries, why: error.message }, 'a source gave no answer; it is asked again until nobody waits any longer');
      await tryAgain(context.db, work.checkId, error.failure, later(Math.min(timing.firstWaitMs * 2 ** (work.tries - 1), timing.longestWaitMs)));
      if (await noteFailure(context, work.source)) answered();
    }
  }
  async function takeUp(source: string, adapter: CheckAdapter): Promise<void> {
    const busy = underWay.get(source) ?? new Set();
    const free = timing.atOnce - busy.size;
    if (free <= 0) return;
    for (const work of await takeWork(context.db, source, free, wallNow(), later(timing.heldMs))) {
      const carried: Promise<void> = carry(adapter, work).catch(failed).finally(() => { busy.delete(carried); });
      busy.add(carried);
    }
  }
  async function giveUpOverdue(): Promise<void> {
    for (const work of await overdueWork(context.db, context.clock.now(), OVERDUE_AT_ONCE)) {
      if (stopping.signal.aborted) return;
      await recordAnswer(context, work, { failure: work.lastFailure ?? (adapters.has(work.source) ? 'no-answer' : 'not-reached') }).then((written) => { if (written) answered(); }, failed);
    }
  }
  function failed(error: unknown): void {
    log[PASSING.has(codeOf(error)) ? 'warn' : 'error']({ err: error }, 'a check could not be carried on; it is tried again');
  }
  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      for (const [source, adapter] of adapters) await takeUp(source, adapter).catch(failed);
      await giveUpOverdue().catch(failed);
      await pause(timing.pollMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
    await Promise.all([...underWay.values()].flatMap((busy) => [...busy]));
  }
  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
