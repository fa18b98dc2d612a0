// A short night over the wire, fast: a coordinator and two crews take three calls to their end, and every screen is the database's.
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Joined } from '../../server/rehearsal/by-wire/join-night.ts';
import type { Presence, SeenIncident, Time } from '../../server/rehearsal/service.ts';
import { plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import { addTask, advanceAssignment, dispatchCrew, recordOutcome } from '../../shared/protocol/dispatch.ts';
import { bookOn, formTeam } from '../../shared/protocol/duties.ts';
import { endIncident, gradeIncident, raiseIncident } from '../../shared/protocol/incidents.ts';
import { aCall } from '../support/night.ts';
import { freshFor, shownTo, startRehearsal, type Rehearsal } from '../support/simulated.ts';
import { waitFor } from '../support/wait-for.ts';

const SPEED = 300;
const CALLS = 3;
const PATIENCE_MS = 40_000;
/** More than the machine at its slowest takes: the night is ended when all is done. */
const MINUTES = 72 * 60;
const CREWS = [['constable1', 'worker1'], ['constable2', 'worker2']] as const;
const CAST = [
  { username: 'coordinator', role: 'coordinator' },
  ...CREWS.flatMap(([constable, worker]) => [{ username: constable, role: 'responder', profession: 'constable' }, { username: worker, role: 'responder', profession: 'social-worker' }] as const),
] as const;

let rehearsal: Rehearsal;
let joined: Joined;

beforeAll(async () => {
  rehearsal = await startRehearsal(CAST);
  joined = await rehearsal.join({ minutes: MINUTES });
});
afterAll(() => rehearsal.stop());

const done = async (answer: ReturnType<Presence['do']>): Promise<Record<string, string>> => {
  const answered = await answer;
  if (!answered.done) throw new Error(`refused: ${answered.refusal.code}`);
  return answered.ids;
};

/** Looks at what there is to see until it is there. */
async function once<T>(time: Time, presence: Presence, find: () => T | undefined): Promise<T> {
  for (;;) {
    const found = find();
    if (found !== undefined) return found;
    await presence.news(plusMinutes(time.now(), 10));
  }
}

let suggested = 0;

async function coordinate(time: Time, me: Presence, reportedAt: Instant): Promise<void> {
  await time.until(plusMinutes(reportedAt, 1));
  const { incidentId = '' } = await done(me.do(raiseIncident, aCall({ reportedAt })));
  const its = (): SeenIncident | undefined => me.sight().incidents.find(({ id }) => id === incidentId);
  await done(me.do(gradeIncident, { incidentId, expectedVersion: its()?.version ?? 0, to: 2, rationale: 'Somebody must look tonight' }));
  const { taskId = '' } = await done(me.do(addTask, { incidentId, activity: 'welfare-check', kind: 'visit', legs: ['police', 'social-work'], detail: null, dueFrom: null, dueAt: null }));
  for (let sent = false; !sent;) {
    const crew = await once(time, me, () => [...Map.groupBy(me.sight().duties, ({ teamId }) => teamId)].find(([teamId, two]) => teamId !== null && two.length === 2 && two.every(({ availability }) => availability === 'free'))?.[1]);
    // Another call may have got them: then a refusal says so, and the next crew is looked for.
    const [line] = await me.suggested(taskId);
    if (line !== undefined) suggested += 1;
    sent = (await me.do(dispatchCrew, { taskId, expectedVersion: its()?.version ?? 0, dutyIds: [...line?.whole === true ? line.dutyIds : crew.map(({ id }) => id)], insteadOf: [], reason: null })).done;
  }
  await once(time, me, () => (its()?.tasks.every(({ state }) => state === 'done') === true && its()?.assignments.every(({ endedAt }) => endedAt !== null) === true ? true : undefined));
  await done(me.do(endIncident, { incidentId, expectedVersion: its()?.version ?? 0, ending: 'settled', reason: 'Seen and settled', callerTold: null, duplicateOfId: null }));
}

async function respond(time: Time, over: () => boolean, me: Presence): Promise<void> {
  for (let place = 0; !over(); place += 1) {
    const visit = await once(time, me, () => (over() ? null : me.sight().incidents.flatMap(({ assignments, tasks, people }) => assignments.filter(({ staffId, endedAt }) => staffId === me.staffId && endedAt === null).map(({ id, taskId }) => ({
      assignmentId: id, task: tasks.find((task) => task.id === taskId), people: people.map(({ personId }) => personId),
    })))[0]));
    if (visit === null) return;
    const { assignmentId, task, people } = visit;
    for (const to of ['accepted', 'going', 'there'] as const) {
      await time.until(plusMinutes(time.now(), 4));
      me.stand({ lat: 53.7 + place / 100, lon: -2.7 });
      await done(me.do(advanceAssignment, { assignmentId, to, alsoFor: [] }));
    }
    await time.until(plusMinutes(time.now(), 15));
    if (task?.outcome === null) await me.do(recordOutcome, { taskId: task.id, outcome: 'advice', note: 'Talked it through', seenPersonIds: people, notSeenPersonIds: [] });
    await done(me.do(advanceAssignment, { assignmentId, to: 'left', alsoFor: [] }));
  }
}

const fates = () => rehearsal.server.db.query<{ state: string; attended: boolean }[]>('SELECT state, attended_at IS NOT NULL AS attended FROM incident ORDER BY reported_at');

async function expectScreensToBeTheDatabases(): Promise<void> {
  for (const { username } of CAST) {
    await waitFor(`the screen of ${username} is the database’s`, async () => isDeepStrictEqual(shownTo(joined.service.presence(username)), await freshFor(rehearsal, username)));
  }
}

test('three calls are raised, attended and settled, and every screen shows what a fresh one would', async () => {
  const { time, presence, over } = joined.service;
  const coordinator = presence('coordinator');
  await done(coordinator.do(bookOn, { seat: 'control', teamId: null }));
  for (const crew of CREWS) {
    const { teamId = null } = await done(coordinator.do(formTeam, { callSign: crew.join(' and '), vehicle: null, districtCodes: [] }));
    for (const username of crew) await done(presence(username).do(bookOn, { seat: 'responder', teamId }));
  }
  await rehearsal.speed(SPEED, time);
  const crews = CREWS.flat().map((username) => respond(time, over, presence(username)));
  const calls = Array.from({ length: CALLS }, (_, index) => coordinate(time, coordinator, plusMinutes(time.now(), 1 + 3 * index)));

  await waitFor('the first crew is there', async () => (await fates()).some(({ attended }) => attended), PATIENCE_MS);
  await rehearsal.speed(0, time);
  await expectScreensToBeTheDatabases();
  const { incident = [], duty = [], positions = [] } = shownTo(coordinator);
  expect([incident.length > 0, duty.length, positions.length > 0]).toEqual([true, CAST.length, true]);

  await rehearsal.speed(SPEED, time);
  await Promise.all(calls);
  expect(await fates()).toEqual(calls.map(() => ({ state: 'closed', attended: true })));
  await rehearsal.speed(0, time);
  await expectScreensToBeTheDatabases();

  await joined.leave();
  await Promise.all(crews);
  // Every call was sent by the server's own ranking.
  expect(suggested).toBeGreaterThanOrEqual(CALLS);
  expect(rehearsal.problems).toEqual([]);
}, 3 * PATIENCE_MS);
