// Who could be sent, by a real server: what is shown is what may be sent, and a concealed incident is in no reason, no time and no name.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { wallNow } from '../../server/clock/clock.ts';
import { addTask, advanceAssignment, declineAssignment, dispatchCrew, standDown } from '../../shared/protocol/dispatch.ts';
import { readLive, reportPositions } from '../../shared/protocol/duties.ts';
import { recordWarning } from '../../shared/protocol/incidents.ts';
import { divertCrew, suggestForTask } from '../../shared/protocol/suggestions.ts';
import { known, made, startNight, type Night, type OnDuty, type Tasked } from '../support/night.ts';
import { startRouter, type RouterStandIn } from '../support/router.ts';
import { startTestServer, type Person, type TestServer } from '../support/server.ts';
import { waitFor } from '../support/wait-for.ts';

let server: TestServer;
let night: Night;
let router: RouterStandIn;
beforeAll(async () => {
  router = await startRouter();
  router.answer(() => ({ status: 503, body: '' }));
  server = await startTestServer({ settings: { ROUTER_URL: router.url } });
  night = await startNight(server);
  await at(night.constable, 53.76, -2.7);
  await at(night.socialWorker, 53.77, -2.71);
  await at(night.elsewhere, 54.04, -2.8);
});
afterAll(async () => {
  await server.stop();
  await router.stop();
});

async function at(person: OnDuty, lat: number, lon: number): Promise<void> {
  await person.call(reportPositions, { fixes: [{ at: wallNow(), offsetMs: 0, lat, lon, accuracyM: 8 }] });
  await waitFor('the position', async () => (await night.coordinator.call(readLive, {})).positions.some(({ dutyId, lat: shown }) => dutyId === person.dutyId && shown === lat));
}
const ask = (task: Tasked, insteadOf: string[] = []) => night.coordinator.call(suggestForTask, { taskId: task.taskId, insteadOf });
const send = (task: Tasked, dutyIds: string[], expectedVersion: number) => night.coordinator.call(dispatchCrew, { taskId: task.taskId, expectedVersion, dutyIds, insteadOf: [], soloBecause: 'Near', reason: null });
const freed = async (task: Tasked) => {
  const { assignments } = await night.record(task.incidentId);
  const live = assignments.filter(({ endedAt }) => endedAt === null).map(({ id }) => id);
  if (live.length > 0) await night.coordinator.call(standDown, { incidentId: task.incidentId, assignmentIds: live, reason: 'Once more' });
};
const why = (answer: Awaited<ReturnType<typeof ask>>, { dutyId }: OnDuty) => answer.leftOut.find((one) => one.dutyId === dutyId)?.why;

describe('the ranked list', () => {
  test('both legs, the later arrival, and where each number comes from; sent as it is shown, it is so', async () => {
    const task = await night.tasked();
    const answer = await ask(task);
    const [top, second] = answer.ranked;
    expect(top).toMatchObject({ sameTeam: true, legs: [{ need: 'police', name: night.constable.name, basis: 'straight-line' }, { need: 'social-work', name: night.socialWorker.name, basis: 'straight-line' }] });
    expect(top?.minutes).toBe(Math.max(...known(top).legs.map(({ minutes }) => minutes ?? Infinity)));
    expect(second?.legs[0]?.name).toBe(night.elsewhere.name);
    expect(top?.why).toEqual(expect.arrayContaining(['there first', 'one car, Kestrel']));
    expect(why(answer, night.edt)).toBe('at the EDT desk');

    await send(task, known(top).legs.map(({ dutyId }) => dutyId), answer.version);
    const { assignments } = await night.record(task.incidentId);
    expect(assignments.map(({ legId, dutyId }) => ({ legId, dutyId }))).toEqual(known(top).legs.map(({ legId, dutyId }) => ({ legId, dutyId })));
    expect((await ask(task)).missing).toEqual([]);
    await freed(task);
  });

  test('what changed since it was shown is refused with who was faster', async () => {
    const task = await night.tasked();
    const { version, ranked } = await ask(task);
    await send(task, [night.elsewhere.dutyId], version);
    await expect(send(task, known(ranked[0]).legs.map(({ dutyId }) => dutyId), version)).rejects.toMatchObject({ code: 'stale', detail: expect.stringContaining('Asha Whitethorn changed it at') });
    await freed(task);
  });

  test('a router’s minutes say so; while it does not answer, the straight line does; a secret address is told to nobody', async () => {
    const task = await night.tasked();
    router.answer((path) => ({ body: JSON.stringify({ code: 'Ok', durations: (/sources=([\d;]+)/.exec(path)?.[1] ?? '').split(';').map(() => [420]) }) }));
    expect((await ask(task)).ranked[0]?.legs).toMatchObject([{ minutes: 7, basis: 'router' }, { minutes: 7, basis: 'router' }]);
    const secret = await night.tasked(await night.graded(await night.raised(night.coordinator, { location: { label: 'Somewhere that stays secret', lat: 53.75, lon: -2.7, secret: true } })));
    const asked = router.asked.length;
    expect((await ask(secret)).ranked[0]?.legs).toMatchObject([{ basis: 'straight-line' }, { basis: 'straight-line' }]);
    expect(router.asked).toHaveLength(asked);
    router.answer(() => ({ status: 503, body: '' }));
    expect((await ask(task)).ranked[0]?.legs).toMatchObject([{ basis: 'straight-line' }, { basis: 'straight-line' }]);
  });
});

describe('who is not in it', () => {
  test('declined, on other work, and what exactly is missing', async () => {
    const [first, second] = [await night.tasked(), await night.tasked()];
    await send(first, [night.constable.dutyId, night.socialWorker.dutyId], (await night.record(first.incidentId)).version);
    const answer = await ask(second);
    const { ref } = await night.record(first.incidentId);
    expect([why(answer, night.constable), why(answer, night.socialWorker)]).toEqual([expect.stringMatching(`^on ${ref} since \\d\\d:\\d\\d$`), expect.stringMatching(`^on ${ref} since`)]);
    expect(answer).toMatchObject({ ranked: [], alone: [{ legs: [{ name: night.elsewhere.name }] }], short: { says: 'Nobody is free for the social work leg.', ways: [expect.stringMatching(`^${night.socialWorker.name} \\(social work leg\\) may be free about`), expect.stringMatching('EDT desk')] } });

    const own = known((await night.record(first.incidentId)).assignments.find(({ dutyId }) => dutyId === night.constable.dutyId));
    await night.constable.call(declineAssignment, { assignmentId: own.id, reason: 'conflict', note: null });
    expect(why(await ask(first), night.constable)).toMatch(/^declined this at \d\d:\d\d: knows the family$/);
    await freed(first);
  });

  test('what is restricted is named to nobody who may not see it, in no reason and not by being known there', async () => {
    // The supervisor's own: whoever owns one is among those named on it.
    const hidden = await night.tasked(await night.graded(await night.raised(night.supervisor), 3, night.supervisor));
    await send(hidden, [night.constable.dutyId, night.socialWorker.dutyId], (await night.record(hidden.incidentId)).version);
    const { ref, assignments } = await night.record(hidden.incidentId);
    await night.constable.call(advanceAssignment, { assignmentId: known(assignments[0]).id, to: 'there', alsoFor: [] });
    await night.restricted(hidden.incidentId);
    // At the same door, by the same words.
    const open = await night.tasked();
    const answer = await ask(open);
    expect(JSON.stringify(answer)).not.toContain(ref);
    expect(why(answer, night.constable)).toMatch(/^on other work since/);
    const bySupervisor = await night.supervisor.call(suggestForTask, { taskId: open.taskId, insteadOf: [] });
    expect(bySupervisor.leftOut.find(({ dutyId }) => dutyId === night.constable.dutyId)?.why).toMatch(`on ${ref} since`);
    expect(await night.coordinator.refused(suggestForTask, { taskId: hidden.taskId, insteadOf: [] })).toBe('not-found');

    await night.supervisor.call(standDown, { incidentId: hidden.incidentId, assignmentIds: assignments.map(({ id }) => id), reason: 'Over' });
    const after = await ask(open);
    expect(JSON.stringify(after)).not.toContain('has seen this family before');
    expect(JSON.stringify(await night.supervisor.call(suggestForTask, { taskId: open.taskId, insteadOf: [] }))).toContain(`${night.constable.name} has seen this family before`);
  });

  test('instead of whom: their leg is missing again, and the ranking offers the others', async () => {
    const task = await night.sent();
    const answer = await ask(task, [task.constable]);
    expect(answer.missing).toMatchObject([{ need: 'police' }]);
    expect(answer.ranked.map(({ legs }) => legs[0]?.name)).toEqual([night.elsewhere.name]);
    expect(why(answer, night.constable)).toBe('others are looked for in their place');
    await freed(task);
  });

  test('diverted: one step, both logs say it, and what changed meanwhile is refused', async () => {
    const incidentId = await night.graded(await night.raised(), 2);
    const waiting = await night.sent();
    const task = await night.tasked(incidentId);
    const due = (await night.record(incidentId)).dueAt;
    const { diversions, version } = await ask(task);
    // In time by nobody else: the only other officer is far, and there is no other social worker.
    const [diversion] = diversions;
    expect(due).not.toBeNull();
    expect(diversion).toMatchObject({ fromIncidentId: waiting.incidentId, assignmentIds: [waiting.constable, waiting.socialWorker], stillMissing: [], says: expect.stringMatching(/Kestrel.*could be there \d\d:\d\d if taken from EAR-.*, Grade 3, which then lacks the police leg/) });
    const take = { taskId: task.taskId, expectedVersion: version, fromIncidentId: waiting.incidentId, fromVersion: known(diversion).fromVersion, assignmentIds: known(diversion).assignmentIds, reason: 'A child is alone there' };
    expect(await night.coordinator.refused(divertCrew, { ...take, fromVersion: take.fromVersion - 1 })).toBe('stale');
    expect(await night.coordinator.refused(divertCrew, { ...take, fromIncidentId: incidentId })).toBe('not-found');

    await night.coordinator.call(divertCrew, take);
    const [there, here] = [await night.record(waiting.incidentId), await night.record(incidentId)];
    expect(there.assignments.map(({ state }) => state)).toEqual(['stood-down', 'stood-down']);
    expect(here.assignments.map(({ dutyId, state }) => [dutyId, state])).toEqual([[night.constable.dutyId, 'dispatched'], [night.socialWorker.dutyId, 'dispatched']]);
    expect(await night.coordinator.refused(divertCrew, take)).toBe('stale');
    const atDoor = known(here.assignments[0]).id;
    await night.constable.call(advanceAssignment, { assignmentId: atDoor, to: 'there', alsoFor: [] });
    const another = await night.tasked();
    expect(await night.coordinator.refused(divertCrew, {
      taskId: another.taskId, expectedVersion: (await night.record(another.incidentId)).version, fromIncidentId: incidentId, fromVersion: (await night.record(incidentId)).version, assignmentIds: [atDoor], reason: 'Sooner',
    })).toBe('crew-still-there');
    await freed(task);
  });

  test('double-crewed only: nobody goes alone', async () => {
    const incidentId = await night.graded();
    await night.supervisor.call(recordWarning, { incidentId, kind: 'double-crewed-only', source: 'Police log of March', reviewAt: plusMinutes(wallNow(), 60 * 24) });
    const taskId = made(await night.coordinator.call(addTask, { incidentId, activity: 'hospital-liaison', kind: 'visit', legs: ['social-work'], detail: null, dueFrom: null, dueAt: null }), 'taskId');
    const answer = await ask({ incidentId, taskId });
    expect(answer).toMatchObject({ ranked: [], alone: [], short: { says: expect.stringContaining('double-crewed only') } });
    expect(why(answer, night.socialWorker)).toBe('would go alone, and the visit is double-crewed only');
  });
});

describe('fifty dispatchers and one team: one wins each time, and the others hear who', () => {
  let coordinators: Person[] = [];
  beforeAll(async () => { coordinators = await Promise.all(Array.from({ length: 50 }, () => server.person('coordinator'))); });

  test.each([['for one task, on what all of them saw', 1, ['stale']], ['for ten tasks', 10, ['stale', 'responder-busy']]] as const)('%s', async (_how, count, refusals) => {
    for (let time = 0; time < 2; time += 1) {
      const tasks: Tasked[] = [];
      while (tasks.length < count) tasks.push(await night.tasked());
      const shown = await Promise.all(tasks.map(async (task) => ({ task, answer: await ask(task) })));
      const answers = await Promise.all(coordinators.map((person, index) => {
        const { task, answer: { version, ranked } } = known(shown[index % shown.length]);
        return person.raw('POST', `/api/tasks/${task.taskId}/dispatch`, { commandId: crypto.randomUUID(), expectedVersion: version, dutyIds: known(ranked[0]).legs.map(({ dutyId }) => dutyId), insteadOf: [], reason: null });
      }));
      const refused = answers.filter(({ status }) => status !== 200);
      expect(refused).toHaveLength(49);
      for (const { status, body } of refused) {
        expect(status).toBe(409);
        expect(refusals).toContain(Reflect.get(Object(body), 'code'));
        expect(Reflect.get(Object(body), 'detail')).toMatch(/coordinator.* changed it at \d\d:\d\d|is already on EAR-.*, sent by coordinator/);
      }
      const sent = (await Promise.all(tasks.map(({ incidentId }) => night.record(incidentId)))).flatMap(({ assignments }) => assignments);
      expect(sent).toHaveLength(2);
      for (const task of tasks) await freed(task);
    }
  }, 60_000);
});
