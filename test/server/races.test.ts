// Two at once: one wins, the other hears who and when, and nothing is ever done twice.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Done, type Route } from '../../shared/protocol/route.ts';
import * as dispatch from '../../shared/protocol/dispatch.ts';
import { bookOff, bookOn, handOn } from '../../shared/protocol/duties.ts';
import { takeOverHandover } from '../../shared/protocol/handovers.ts';
import * as incidents from '../../shared/protocol/incidents.ts';
import { addressOf } from '../support/address.ts';
import type { Answer, Person } from '../support/server.ts';
import { startNight, type Input, type Night, type Worker } from '../support/walk.ts';

const TIMES = 50;
let night: Night;
let other: Worker;

beforeAll(async () => {
  night = await startNight();
  other = await night.onDuty('coordinator');
});
afterAll(() => night.server.stop());

const send = <R extends Route>(by: Person, route: R, input: Input<R> & { commandId?: string }): Promise<Answer> => by.raw(route.method, ...addressOf(route, input));
const statuses = (answers: readonly Answer[]): number[] => answers.map(({ status }) => status).toSorted((a, b) => a - b);
const told = (answers: readonly Answer[]): { code: string; detail: string }[] =>
  answers.filter(({ status }) => status !== 200).map(({ body }) => ({ code: String(Reflect.get(Object(body), 'code')), detail: String(Reflect.get(Object(body), 'detail')) }));
const AT = String.raw`\d\d:\d\d`;

const onTwoVisits = (): Promise<unknown[]> => night.server.db.query(
  "SELECT staff_id FROM assignment WHERE kind = 'visit' AND state IN ('dispatched', 'accepted', 'going', 'there') GROUP BY staff_id HAVING count(*) > 1");

describe('two coordinators at once', () => {
  test(`want one crew for two incidents, ${TIMES} times: one has them, the other hears who sent them, where and when`, async () => {
    const crew = await night.crew();
    const dutyIds = crew.both.map(({ dutyId }) => dutyId);
    const taskIds = [await night.task(await night.raise()), await night.task(await night.raise(other))];
    const [one = '', two = ''] = taskIds;
    for (let time = 0; time < TIMES; time += 1) {
      const [first, second] = await Promise.all([incidentOf(one), incidentOf(two)]);
      const answers = await Promise.all([
        send(night.coordinator, dispatch.dispatchCrew, { taskId: one, expectedVersion: first.version, dutyIds, insteadOf: [], reason: null }),
        send(other, dispatch.dispatchCrew, { taskId: two, expectedVersion: second.version, dutyIds, insteadOf: [], reason: null }),
      ]);
      expect(statuses(answers)).toEqual([200, 409]);
      expect(told(answers)).toEqual([{ code: 'responder-busy', detail: expect.stringMatching(`^Constable \\d+ is already on EAR-\\d{4}-\\d{4}, sent by Coordinator \\d+ at ${AT}\\. Choose another\\.$`) }]);
      expect(await onTwoVisits()).toEqual([]);
      const sent = [...(await night.file(first.id)).assignments, ...(await night.file(second.id)).assignments].filter(({ state }) => state === 'dispatched');
      expect(sent.map(({ taskId }) => taskId)).toEqual(Array(2).fill(answers[0]?.status === 200 ? one : two));
      await night.coordinator.call(dispatch.standDown, { incidentId: answers[0]?.status === 200 ? first.id : second.id, assignmentIds: sent.map(({ id }) => id), reason: 'Once more' });
    }
  }, 120_000);

  test('send two crews to one task on what both saw: one stands, the other hears who changed it and when', async () => {
    const [incidentId, crews] = [await night.raise(), [await night.crew(), await night.crew()]];
    const [taskId, expectedVersion] = [await night.task(incidentId), await night.version(incidentId)];
    const answers = await Promise.all([night.coordinator, other].map((by, index) =>
      send(by, dispatch.dispatchCrew, { taskId, expectedVersion, dutyIds: crews[index]?.both.map(({ dutyId }) => dutyId) ?? [], insteadOf: [], reason: null })));
    expect(statuses(answers)).toEqual([200, 409]);
    expect(told(answers)).toEqual([{ code: 'stale', detail: expect.stringMatching(`Coordinator \\d+ changed it at ${AT}\\. Nothing was sent`) }]);
    expect((await night.file(incidentId)).assignments).toHaveLength(2);
  });

  test('grade one incident on what both saw: one stands', async () => {
    const incidentId = await night.raise();
    const answers = await Promise.all([night.coordinator, other].map((by) => send(by, incidents.gradeIncident, { incidentId, expectedVersion: 1, to: 2, rationale: null })));
    expect(statuses(answers)).toEqual([200, 409]);
    expect(told(answers)).toMatchObject([{ code: 'stale', detail: expect.stringMatching(`changed it at ${AT}`) }]);
    expect((await night.happened(incidentId)).filter((name) => name === 'incident.graded')).toHaveLength(1);
  });

  test.each([['as they come', 'raiseMild'], ['by agreement of a second person', 'raise']] as const)('link two incidents to each other, %s: one stays open', async (_how, raise) => {
    for (let time = 0; time < 10; time += 1) {
      const pair = [await night[raise](), await night[raise]()];
      const answers = await Promise.all(pair.map(async (incidentId, index) => {
        const duplicateOfId = pair[1 - index] ?? '';
        if (raise === 'raiseMild') return send(night.coordinator, incidents.endIncident, { incidentId, expectedVersion: 1, ending: 'duplicate', reason: 'The same flat', callerTold: null, duplicateOfId });
        const asked = await send(night.coordinator, incidents.askSecond, { incidentId, action: { kind: 'end', ending: 'duplicate', duplicateOfId }, rationale: 'The same flat' });
        // Agreed to meanwhile, the other way round is refused as soon as it is asked for.
        if (asked.status !== 200) return asked;
        return send(night.supervisor, incidents.agreeSecond, { incidentId, requestId: Done.parse(asked.body).ids['requestId'] ?? '' });
      }));
      expect(statuses(answers)).toEqual([200, 422]);
      expect(told(answers)).toMatchObject([{ code: 'duplicate-of-itself' }]);
      expect((await Promise.all(pair.map(night.file))).map(({ incident }) => incident.state).toSorted()).toEqual(['closed', 'open']);
    }
  });
});

describe('two people at once', () => {
  test('take over one handover: one has it, and its owner is that one', async () => {
    const colleague = await night.server.person('receiving-team', { receivingTeamId: night.dayTeamId });
    const incidentId = await night.raise();
    await night.visited(incidentId, await night.crew());
    const handoverId = await night.handOver(incidentId);
    const takers = [night.dayWorker, colleague];
    const answers = await Promise.all(takers.map((by) => send(by, takeOverHandover, { handoverId })));
    expect(statuses(answers)).toEqual([200, 409]);
    expect(told(answers)).toEqual([{ code: 'handover-ended', detail: 'This handover has ended: it was taken over.' }]);
    expect((await night.file(incidentId)).incident.ownerId).toBe(takers[answers.findIndex(({ status }) => status === 200)]?.staffId);
  });

  test('raise incidents: every one has a number of its own, and none is left out', async () => {
    const raised = await Promise.all(Array.from({ length: 20 }, (_, index) => night.raise(index % 2 === 0 ? night.coordinator : other)));
    const rows = await night.server.db.query<{ number: number }[]>('SELECT number FROM incident ORDER BY number');
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: rows.length }, (_, index) => index + 1));
    expect(new Set(raised).size).toBe(20);
  });

  test('hand work to somebody who is booking off: whoever holds it afterwards is on duty', async () => {
    const leaving = await night.server.person(['coordinator', 'edt']);
    for (let time = 0; time < 12; time += 1) {
      const dutyId = (await leaving.call(bookOn, { seat: time % 2 === 0 ? 'control' : 'edt', teamId: null })).ids.dutyId ?? '';
      const [given, reopened, handed] = [await night.raiseMild(), await night.raiseMild(), await night.raiseMild()];
      await night.end(reopened);
      const handoverId = await night.handOver(handed, night.deskId);
      await Promise.all([
        send(leaving, bookOff, { dutyId }), send(night.coordinator, incidents.ownIncident, { incidentId: given, ownerId: leaving.staffId }),
        send(leaving, incidents.reopenIncident, { incidentId: reopened, reason: 'They rang again' }), send(leaving, takeOverHandover, { handoverId }),
      ]);
      expect(await night.server.db.query(
        "SELECT i.id FROM incident i WHERE i.state = 'open' AND NOT EXISTS (SELECT FROM duty d WHERE d.staff_id = i.owner_id AND d.ended_at IS NULL AND d.seat IN ('control', 'edt'))")).toEqual([]);
      await send(leaving, handOn, { dutyId, toStaffId: night.supervisor.staffId });
      await send(leaving, bookOff, { dutyId });
    }
  }, 60_000);

  test('book on twice with one account: one duty', async () => {
    const person = await night.server.person('coordinator');
    const answers = await Promise.all([1, 2, 3].map(() => send(person, bookOn, { seat: 'control', teamId: null })));
    expect(statuses(answers)).toEqual([200, 409, 409]);
    expect(told(answers).map(({ code }) => code)).toEqual(['already-on-duty', 'already-on-duty']);
  });
});

describe('one command', () => {
  test('sent ten times at once has one effect and ten equal answers', async () => {
    const incidentId = await night.raise();
    const noting = { commandId: crypto.randomUUID(), incidentId, body: 'The caller rang back', internal: false };
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(night.coordinator, incidents.addNote, noting)));
    expect(answers[0]).toEqual({ status: 200, body: { seq: expect.any(Number), ids: {} } });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect((await night.happened(incidentId)).filter((name) => name === 'incident.noted')).toHaveLength(1);
  });

  test('that makes something, sent ten times at once, makes it once; a version that it used up itself does not refuse it', async () => {
    const incidentId = await night.raise();
    const task = { commandId: crypto.randomUUID(), incidentId, activity: 'welfare-check' as const, kind: 'visit' as const, legs: ['police' as const], detail: null, dueFrom: null, dueAt: null };
    const made = await Promise.all(Array.from({ length: 10 }, () => night.coordinator.call(dispatch.addTask, task)));
    expect(new Set(made.map(({ ids }: Done) => ids.taskId)).size).toBe(1);
    const grading = { commandId: crypto.randomUUID(), incidentId, expectedVersion: await night.version(incidentId), to: 2 as const, rationale: null };
    const graded = await Promise.all(Array.from({ length: 10 }, () => send(night.coordinator, incidents.gradeIncident, grading)));
    expect(statuses(graded)).toEqual(Array(10).fill(200));
    expect((await night.happened(incidentId)).slice(1)).toEqual(['task.added', 'incident.graded']);
  });

  test('refused once is refused alike for ever, even when it would stand by now', async () => {
    const incidentId = await night.raiseMild();
    const ending = { commandId: crypto.randomUUID(), incidentId, expectedVersion: 7, ending: 'settled' as const, reason: 'Done', callerTold: null, duplicateOfId: null };
    const first = await send(night.coordinator, incidents.endIncident, ending);
    expect(first).toMatchObject({ status: 409, body: { code: 'stale' } });
    for (let time = 1; time < 7; time += 1) await night.task(incidentId);
    expect(await night.version(incidentId)).toBe(7);
    expect(await send(night.coordinator, incidents.endIncident, ending)).toEqual(first);
    expect(await send(night.coordinator, incidents.endIncident, { ...ending, commandId: crypto.randomUUID() })).toMatchObject({ status: 200 });
  });

  test('’s number is refused for another body, another route and another account', async () => {
    const incidentId = await night.raise();
    const noting = { commandId: crypto.randomUUID(), incidentId, body: 'One', internal: false };
    await night.coordinator.call(incidents.addNote, noting);
    const reused = { status: 409, body: { code: 'command-id-reused', detail: expect.stringContaining('Nothing was changed') } };
    expect(await send(night.coordinator, incidents.addNote, { ...noting, body: 'Two' })).toMatchObject(reused);
    expect(await send(other, incidents.addNote, noting)).toMatchObject(reused);
    expect(await send(night.coordinator, incidents.reopenIncident, { commandId: noting.commandId, incidentId, reason: 'One' })).toMatchObject(reused);
    expect((await night.happened(incidentId)).filter((name) => name === 'incident.noted')).toHaveLength(1);
  });
});

describe('a tablet’s commands', () => {
  test('that arrive out of order end where the last step puts them, each kept once', async () => {
    const [incidentId, crew] = [await night.raise(), await night.crew()];
    const [own = ''] = await night.send(await night.task(incidentId), [crew.constable]);
    const step = (to: Input<typeof dispatch.advanceAssignment>['to']) => send(crew.constable, dispatch.advanceAssignment, { assignmentId: own, to, alsoFor: [] });
    expect(statuses([await step('there'), await step('going'), await step('accepted')])).toEqual([200, 200, 200]);
    expect((await night.file(incidentId)).assignments).toMatchObject([{ state: 'there', goingAt: null }]);
    expect(statuses(await Promise.all([step('left'), step('there'), step('left')]))).toEqual([200, 200, 200]);
    expect((await night.file(incidentId)).assignments).toMatchObject([{ state: 'left' }]);
    const log = await night.log(incidentId);
    for (const to of ['there', 'left']) expect(log.filter(({ name, payload }) => name === 'assignment.advanced' && payload.to === to)).toHaveLength(1);
  });
});

describe('all of this together', () => {
  test('ran into no deadlock', async () => {
    expect(await night.server.db.query('SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()')).toEqual([{ deadlocks: 0 }]);
  });
});

async function incidentOf(taskId: string): Promise<{ id: string; version: number }> {
  const [row] = await night.server.db.query<{ id: string; version: number }[]>('SELECT i.id, i.version FROM incident i JOIN task t ON t.incident_id = i.id WHERE t.id = $1', [taskId]);
  if (row === undefined) throw new Error('the task is gone');
  return row;
}
