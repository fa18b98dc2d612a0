// Simulated people at the public API: they sign in, see and do; a lost answer, lost signal, a paused clock and a real person in the seat change nothing else.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openSession } from '../../server/identity/session.store.ts';
import type { Presence, Service } from '../../server/rehearsal/service.ts';
import { minutesBetween, plusMinutes } from '../../shared/domain/instant.ts';
import { addTask, advanceAssignment, dispatchCrew, recordSeen } from '../../shared/protocol/dispatch.ts';
import { bookOff, bookOn } from '../../shared/protocol/duties.ts';
import { gradeIncident, raiseIncident } from '../../shared/protocol/incidents.ts';
import { cuttingLine, type CuttingLine } from '../support/cutting-line.ts';
import { aCall } from '../support/night.ts';
import { BEGAN, startRehearsal, type Rehearsal } from '../support/simulated.ts';
import { waitFor } from '../support/wait-for.ts';

const CAST = [
  { username: 'coordinator', role: 'coordinator' },
  { username: 'constable', role: 'responder', profession: 'constable' },
] as const;
/** Two heartbeats and a look at the seats. */
const SEEN_WITHIN_MS = 3_000;

let rehearsal: Rehearsal;
let line: CuttingLine;
let service: Service;
let coordinator: Presence;
let constable: Presence;

beforeAll(async () => {
  rehearsal = await startRehearsal(CAST);
  line = await cuttingLine(() => rehearsal.server.url);
  ({ service } = await rehearsal.join({ url: line.url }));
  [coordinator, constable] = [service.presence('coordinator'), service.presence('constable')];
  await done(coordinator.do(bookOn, { seat: 'control', teamId: null }));
  await done(constable.do(bookOn, { seat: 'responder', teamId: null }));
});
afterAll(async () => {
  await rehearsal.stop();
  await line.stop();
});

const done = async (answer: ReturnType<Presence['do']>): Promise<Record<string, string>> => {
  const answered = await answer;
  if (!answered.done) throw new Error(`refused: ${answered.refusal.code}`);
  return answered.ids;
};
const call = (summary: string) => aCall({ reportedAt: service.time.now(), summary });
const raised = async (summary: string): Promise<string> => (await done(coordinator.do(raiseIncident, call(summary)))).incidentId ?? '';
const seenBy = (presence: Presence, incidentId: string) => presence.sight().incidents.find(({ id }) => id === incidentId);

async function sent(incidentId: string): Promise<string> {
  await waitFor('the coordinator sees it', () => seenBy(coordinator, incidentId));
  await done(coordinator.do(gradeIncident, { incidentId, expectedVersion: seenBy(coordinator, incidentId)?.version ?? 0, to: 3, rationale: 'As the caller describes it' }));
  const { taskId = '' } = await done(coordinator.do(addTask, { incidentId, activity: 'welfare-check', kind: 'visit', legs: ['police'], detail: null, dueFrom: null, dueAt: null }));
  const dutyIds = coordinator.sight().duties.filter(({ staffId }) => staffId === constable.staffId).map(({ id }) => id);
  await done(coordinator.do(dispatchCrew, { taskId, expectedVersion: seenBy(coordinator, incidentId)?.version ?? 0, dutyIds, insteadOf: [], reason: null }));
  return waitFor('the constable sees it', () => seenBy(constable, incidentId)?.assignments[0]?.id);
}

test('what one does stands on one’s own screen when the answer comes, and the other hears of it', async () => {
  const incidentId = await raised('A window has been broken');
  expect(seenBy(coordinator, incidentId)).toMatchObject({ state: 'open', owner: { staffId: coordinator.staffId } });
  expect(seenBy(constable, incidentId)).toBeUndefined();
  const assignmentId = await sent(incidentId);
  coordinator.sight();
  const news = coordinator.news(plusMinutes(service.time.now(), 60));
  await done(constable.do(advanceAssignment, { assignmentId, to: 'there', alsoFor: [] }));
  await news;
  await waitFor('the coordinator sees them there', () => seenBy(coordinator, incidentId)?.assignments[0]?.state === 'there');
  await done(constable.do(advanceAssignment, { assignmentId, to: 'left', alsoFor: [] }));
});

test('a refusal is an answer, with its code', async () => {
  expect(await coordinator.do(bookOn, { seat: 'control', teamId: null })).toEqual({ done: false, refusal: expect.objectContaining({ code: 'already-on-duty' }) });
});

test('an answer lost after the commit is asked for again, and the deed is done once', async () => {
  line.loseAnswerTo('POST /api/incidents ');
  const incidentId = await raised('The line was cut');
  expect(line.lost()).toBe(1);
  const stored = await rehearsal.server.db.query<{ id: string }[]>("SELECT i.id FROM incident i JOIN statement s ON s.id = i.summary_id WHERE s.body = 'The line was cut'");
  expect(stored.map(({ id }) => id)).toEqual([incidentId]);
});

test('without signal nothing is heard, and facts arrive late, in order, each with its own moment', async () => {
  const incidentId = await raised('Up on the moor');
  const assignmentId = await sent(incidentId);
  await rehearsal.speed(300, service.time);
  constable.signal(false);
  const moments: string[] = [];
  for (const to of ['accepted', 'going', 'there'] as const) {
    await service.time.until(plusMinutes(service.time.now(), 2));
    moments.push(service.time.now());
    expect(await constable.do(advanceAssignment, { assignmentId, to, alsoFor: [] })).toEqual({ done: true, ids: {} });
  }
  const people = { seenPersonIds: seenBy(coordinator, incidentId)?.people.map(({ personId }) => personId) ?? [], notSeenPersonIds: [] };
  await done(constable.do(recordSeen, { assignmentId, ...people }));
  const off = constable.do(bookOff, { dutyId: constable.sight().duties[0]?.id ?? '' });
  await service.time.until(plusMinutes(service.time.now(), 5));
  expect(seenBy(coordinator, incidentId)?.assignments[0]?.state).toBe('dispatched');
  expect(seenBy(constable, incidentId)?.assignments[0]?.state).toBe('dispatched');

  const backAt = service.time.now();
  constable.signal(true);
  const reported = await waitFor('the reports', () => { const one = seenBy(coordinator, incidentId)?.assignments[0]; return one?.seenAt === null ? null : one; });
  expect([reported.acceptedAt, reported.goingAt, reported.thereAt].map((at, step) => Math.abs(minutesBetween(moments[step] ?? '', at ?? '')))).toEqual(moments.map(() => expect.closeTo(0, 1)));
  expect((reported.thereAt ?? '') < backAt).toBe(true);
  // What was asked for behind them in the queue waited for signal, and was answered in its turn.
  expect(await off).toMatchObject({ done: false, refusal: { code: 'owns-open-work' } });
  await rehearsal.speed(60, service.time);
  await done(constable.do(advanceAssignment, { assignmentId, to: 'left', alsoFor: [] }));
});

test('where the device is reaches control in batches, and not what was passed without signal', async () => {
  const dutyId = constable.sight().duties[0]?.id ?? '';
  const newest = () => coordinator.sight().positions.get(dutyId);
  for (let step = 0; step < 10; step += 1) {
    const before = service.time.now();
    await waitFor('the next moment', () => service.time.now() > before);
    constable.stand({ lat: 53.7 + step / 1000, lon: -2.7 });
  }
  await waitFor('the newest place', () => newest()?.lat === 53.709);
  constable.stand({ lat: 53.8, lon: -2.7 });
  constable.signal(false);
  constable.stand({ lat: 53.9, lon: -2.7 });
  constable.signal(true);
  constable.stand({ lat: 54, lon: -2.7 });
  await waitFor('the place where the signal was back', () => newest()?.lat === 54);
  const history = await rehearsal.server.db.query<{ lat: number }[]>('SELECT lat FROM position_history WHERE duty_id = $1 AND lat >= 53.8', [dutyId]);
  expect(history).toEqual([{ lat: 54 }]);
});

test('while the clock stands still nobody is woken, and from there it goes on', async () => {
  await rehearsal.speed(300, service.time);
  const due = plusMinutes(service.time.now(), 9);
  const woken: string[] = [];
  const waits = [2, 1].map((minutes) => service.time.until(plusMinutes(due, minutes)).then(() => woken.push(`${minutes}`)));
  await rehearsal.speed(0, service.time);
  const stoodAt = service.time.now();
  expect(stoodAt < due).toBe(true);
  // As much of the wall's time as they had left: at the speed before the pause both would have been woken in it.
  await new Promise((resolve) => { setTimeout(resolve, 2_500); });
  expect([woken, service.time.now()]).toEqual([[], stoodAt]);
  await rehearsal.speed(300, service.time);
  await Promise.all(waits);
  expect(woken).toEqual(['1', '2']);
  expect(service.time.now() >= plusMinutes(due, 2)).toBe(true);
  await rehearsal.speed(60, service.time);
});

test('the simulated one gives way while a real person sits in the seat', async () => {
  expect(coordinator.free()).toBe(true);
  const { accountId = '' } = rehearsal.accounts.get('coordinator') ?? {};
  await openSession(rehearsal.server.db, accountId, { idleMinutes: 60, hours: 12 });
  await waitFor('the seat is taken', () => !coordinator.free(), SEEN_WITHIN_MS);
  expect(constable.free()).toBe(true);
  await rehearsal.server.db.query('DELETE FROM session WHERE account_id = $1 AND NOT simulated', [accountId]);
  await waitFor('the seat is free again', () => coordinator.free(), SEEN_WITHIN_MS);
});

test('an ended session is opened again, and the deed that met its end is done', async () => {
  const ended = await rehearsal.server.db.query<unknown[]>('SELECT id FROM session WHERE simulated');
  await rehearsal.server.db.query('DELETE FROM session WHERE simulated');
  const incidentId = await raised('After the session had ended');
  await waitFor('the screen is back', () => seenBy(coordinator, incidentId));
  await waitFor('everybody has signed in again', async () => (await rehearsal.server.db.query<unknown[]>('SELECT id FROM session WHERE simulated')).length === ended.length);
});

test('a server that stops and comes back is found again, and what was under way is done', async () => {
  const stopped = rehearsal.server.restart();
  const incidentId = await raised('While the server was away');
  await stopped;
  await waitFor('the screen is back', () => seenBy(coordinator, incidentId));
  const before = service.time.now();
  await waitFor('time goes on', () => service.time.now() > before);
});

test('nothing was reported as a problem, and nobody simulated counts as a real person', async () => {
  expect(rehearsal.problems).toEqual([]);
  expect(service.over()).toBe(false);
  expect(service.time.now() > BEGAN).toBe(true);
});
