// Plans again by itself once somebody was sent, the work changed or the people did: seconds later, for whoever asked for the plan, and kept only where it differs. Nothing changes until somebody agrees.
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { planCauseOf, type PlanCause } from '../../shared/domain/plan-cause.ts';
import type { PlanProposal } from '../../shared/domain/plan-proposal.ts';
import { byItself, type AlarmContext } from '../alarms/fire-alarms.ts';
import { onOneConnection } from '../database/connect.ts';
import { codeOf, PASSING } from '../database/run-command.ts';
import { appendRecorded, headOf } from '../events/append.ts';
import type { Router } from '../router/router.ts';
import { drivesOf } from './plan-roads.ts';
import { proposalOf, sameLine } from './proposal.ts';
import { latestProposal, saveProposal, viewerOf, type StoredProposal } from './proposal.store.ts';
import { answerOf, questionOf } from './question.ts';
import { searchApart } from './search-apart.ts';
import { readSituation } from './situation.store.ts';

const [POLL_MS, PAGE] = [1_000, 500];
/** Of a night with much going on one plan is made, not ten. */
const QUIET_MS = 4_000;
const LONGEST_MS = 20_000;

export interface PlanContext extends AlarmContext { router: Router | null }
export interface Replanning { stop(): Promise<void> }

/** Answers whether a new plan was kept. `quietMs`: nothing may have changed for so long before it begins. */
export function makePlanWatch(context: PlanContext, quietMs = QUIET_MS): () => Promise<boolean> {
  const { db } = context;
  let [seq, firstAt, lastAt] = [-1, 0, 0];
  const causes = new Set<PlanCause>();

  async function hear(): Promise<void> {
    if (seq < 0) seq = await headOf(db);
    const events = await db.query<{ seq: number; name: string }[]>('SELECT seq, name FROM event WHERE seq > $1 ORDER BY seq LIMIT $2', [seq, PAGE]);
    for (const event of events) {
      seq = event.seq;
      const cause = planCauseOf(event.name);
      if (cause === null) continue;
      lastAt = performance.now();
      if (causes.size === 0) firstAt = lastAt;
      causes.add(cause);
    }
  }

  return async () => {
    await hear();
    const now = performance.now();
    if (causes.size === 0 || (now - lastAt < quietMs && now - firstAt < LONGEST_MS)) return false;
    const because = [...causes];
    causes.clear();
    const standing = await latestProposal(db, context.clock.now());
    return standing !== null && await planAgain(context, standing, because);
  };
}

async function planAgain(context: PlanContext, standing: StoredProposal, because: readonly PlanCause[]): Promise<boolean> {
  const now = context.clock.now();
  const viewer = await viewerOf(context.db, standing.byId, now);
  if (viewer === null) return false;
  const found = await onOneConnection(context.db, (db) => readSituation(db, viewer, now));
  const proposed = new Map(standing.body.lines.filter(({ fromBookingId }) => fromBookingId === null).map(({ taskId, visits }) => [taskId, visits]));
  const situation = { ...found, tasks: found.tasks.map((task) => { const visits = proposed.get(task.taskId); return visits === undefined ? task : { ...task, proposed: visits }; }) };
  const question = questionOf(situation, await drivesOf(situation, context.router));
  const plan = await searchApart(question.asked);
  const body: PlanProposal = { ...proposalOf(answerOf(situation, question, plan), situation, standing.body), because: [...because] };
  if (saysTheSame(standing.body, body)) return false;
  return byItself(context, async (tx) => {
    // Another server was faster, or somebody asked for a plan meanwhile: theirs stands.
    await tx.query('LOCK TABLE plan_proposal IN SHARE ROW EXCLUSIVE MODE');
    if ((await latestProposal(tx, now))?.id !== standing.id) return false;
    await saveProposal(tx, situation.untilAt, body, standing.byId);
    await appendRecorded(tx);
    return true;
  });
}

/** What was agreed to is a line no more, and is booked now. */
const saysTheSame = (before: PlanProposal, after: PlanProposal): boolean => {
  const kept = new Set(after.kept.map(({ incidentId }) => incidentId));
  const open = before.lines.filter(({ incidentId }) => !kept.has(incidentId));
  return open.length === after.lines.length && after.lines.every((line) => open.some((one) => sameLine(one, line)))
    && JSON.stringify(before.leftOut) === JSON.stringify(after.leftOut) && JSON.stringify(before.reserveLost) === JSON.stringify(after.reserveLost);
};

/** Apart from the alarms, which wait for no search. */
export function startReplanning(context: PlanContext, planned: () => void, log: Logger): Replanning {
  const stopping = new AbortController();
  const look = makePlanWatch(context);
  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      await look().then((kept) => { if (kept) planned(); }, (error: unknown) => { log[PASSING.has(codeOf(error)) ? 'warn' : 'error']({ err: error }, 'the plan could not be made again; it is tried after the next change'); });
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
