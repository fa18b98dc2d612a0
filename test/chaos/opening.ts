// What every storm begins on, before anything fails: calls that wait, somebody on the way, somebody called back, one settled, one sent on.
import type { Queryable } from '../../server/database/connect.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { NO_ANSWERS } from '../../shared/domain/policy.ts';
import { addTask, dispatchCrew, standDown } from '../../shared/protocol/dispatch.ts';
import { sendHandover } from '../../shared/protocol/handovers.ts';
import { endIncident, gradeIncident, raiseIncident } from '../../shared/protocol/incidents.ts';
import { Done, type Route } from '../../shared/protocol/route.ts';
import type { Input } from '../support/walk.ts';
import { newSent, untilAnswered, type Outbox, type Sent } from './outbox.ts';
import type { People, Worker } from './people.ts';

export async function open(db: Queryable, { cast }: People, outbox: Outbox, sent: Sent[]): Promise<void> {
  const [coordinator, supervisor, first, second, receivingTeamId] = [cast.coordinators[0], cast.supervisors[0], cast.responders[0], cast.responders[2], cast.receivingTeamIds[0]];
  if (coordinator === undefined || supervisor === undefined || first === undefined || second === undefined || receivingTeamId === undefined) throw new Error('the cast is not complete');

  const done = async <R extends Route>(by: Worker, route: R, input: Input<R>): Promise<Record<string, string>> => {
    const one = newSent({ by, route, input: { ...input } });
    sent.push(one);
    await untilAnswered(one, outbox);
    const answer = Done.safeParse(one.tries.at(-1)?.answer?.body);
    if (!answer.success) throw new Error(`the storm could not begin: ${route.path} was answered ${JSON.stringify(one.tries.at(-1)?.answer)}`);
    return answer.data.ids;
  };
  const raised = async (hurt: boolean): Promise<string> => (await done(coordinator, raiseIncident, {
    door: 'cmu', reportedAt: plusMinutes(new Date().toISOString(), hurt ? -41 : -5), summary: 'Before the storm', location: null, people: [{ name: 'Ada', isChild: false, relation: 'mother', bornOn: null, approximateAge: 40 }],
    caller: { name: null, agency: null, phone: null, reference: null }, flags: [], missingRisk: null, answers: { ...NO_ANSWERS, hurt },
  })).incidentId ?? '';
  const versionOf = async (id: string): Promise<number> => (await db.query<{ version: number }[]>('SELECT version FROM incident WHERE id = $1', [id]))[0]?.version ?? 0;
  const dutyOf = async ({ staffId }: Worker): Promise<string> => (await db.query<{ id: string }[]>('SELECT id FROM duty WHERE staff_id = $1 AND ended_at IS NULL', [staffId]))[0]?.id ?? '';
  const sendOut = async (incidentId: string, responder: Worker): Promise<void> => {
    const { taskId = '' } = await done(coordinator, addTask, { incidentId, activity: 'welfare-check', kind: 'visit', legs: ['police'], detail: null, dueFrom: null, dueAt: null });
    await done(coordinator, dispatchCrew, { taskId, expectedVersion: await versionOf(incidentId), dutyIds: [await dutyOf(responder)], insteadOf: [], reason: null });
  };

  await raised(true);
  const [goneTo, calledBack, settled, sentOn] = [await raised(true), await raised(true), await raised(false), await raised(false)];
  await sendOut(goneTo, first);
  await sendOut(calledBack, second);
  const [assignment] = await db.query<{ id: string }[]>('SELECT id FROM assignment WHERE incident_id = $1', [calledBack]);
  await done(supervisor, standDown, { incidentId: calledBack, assignmentIds: [assignment?.id ?? ''], reason: 'Called back' });
  await done(coordinator, endIncident, { incidentId: settled, expectedVersion: await versionOf(settled), ending: 'settled', reason: 'Advice was enough', callerTold: null, duplicateOfId: null });
  await done(coordinator, gradeIncident, { incidentId: sentOn, expectedVersion: await versionOf(sentOn), to: 3, rationale: null });
  await done(coordinator, sendHandover, { incidentId: sentOn, expectedVersion: await versionOf(sentOn), receivingTeamId, riskNow: 'Lower', outstanding: null, sharingBasis: 'Consent', legalPowers: null, spokenWith: null });
}
