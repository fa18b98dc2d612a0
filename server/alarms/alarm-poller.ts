// Fires alarms, and has them climb, as their time comes by the domain's clock: within two seconds, and what came due while nobody served at the first look.
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { codeOf, PASSING } from '../database/run-command.ts';
import { freeHeld } from '../dispatch/free-held.ts';
import { makePartingWatch } from '../dispatch/watch-partings.ts';
import { climbSos } from '../sos/climb-sos.ts';
import { findDue, type DuePage } from './alarm.store.ts';
import { makeGapTeller } from '../nights/tell-gap.ts';
import { makeDutyWatch } from '../teams/watch-duties.ts';
import { findClimbing } from './standing.store.ts';
import { climbDue } from './climb-alarms.ts';
import { catchUp } from './catch-up.ts';
import { fireDue, type AlarmContext } from './fire-alarms.ts';

const POLL_MS = 500;
const PAGE = 100;

export interface AlarmPoller { stop(): Promise<void> }

/** `fired` hears of each commit. One incident at a time on one connection: of a flood, no command waits for more than one. */
export function startAlarms(context: AlarmContext, fired: () => void, log: Logger): AlarmPoller {
  const stopping = new AbortController();
  let caughtUp = false;

  const tellGap = makeGapTeller(context);
  const tellPartings = makePartingWatch(context);
  const watchDuties = makeDutyWatch(context);

  const stopped = (): boolean => stopping.signal.aborted;
  async function eachDue(find: typeof findDue, act: typeof fireDue): Promise<void> {
    let from: DuePage['last'] = null;
    do {
      const page: DuePage = await find(context.db, context.clock.now(), from, PAGE);
      for (const incidentId of page.incidentIds) {
        if (stopped()) return;
        await act(context, incidentId).then((count) => { if (count > 0) fired(); }, failed);
      }
      from = page.last;
    } while (from !== null);
  }
  /** What has a passing cause, or lies with one incident, keeps no other waiting: it is tried again at the next look. */
  function failed(error: unknown): void {
    const level = PASSING.has(codeOf(error)) ? 'warn' : 'error';
    log[level]({ err: error }, 'an alarm could not be fired; it is tried again');
  }
  async function run(): Promise<void> {
    while (!stopped()) {
      await climbSos(context).then((count) => { if (count > 0) fired(); }, failed);
      await eachDue(findDue, fireDue).catch(failed);
      await eachDue(findClimbing, climbDue).catch(failed);
      await watchDuties().then((told) => { if (told) fired(); }, failed);
      await freeHeld(context).then((count) => { if (count > 0) fired(); }, failed);
      await tellPartings().then((count) => { if (count > 0) fired(); }, failed);
      await tellGap().then((told) => { if (told) fired(); }, failed);
      if (!caughtUp) caughtUp = await catchUp(context).then(({ missed }) => missed === 0, (error: unknown) => { failed(error); return false; });
      await pause(POLL_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }
  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
