// Plans over the wire: proposed by a search in its own thread, agreed to line by line or all, stale lines refused by name, and nothing concealed shown.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { cancelTask } from '../../shared/protocol/dispatch.ts';
import { readIncident, restrictIncident } from '../../shared/protocol/incidents.ts';
import * as planning from '../../shared/protocol/planning.ts';
import { addShifts, reportSick, readRoster } from '../../shared/protocol/roster.ts';
import { makePlanWatch } from '../../server/planning/plan-again.ts';
import { Refusal, type Person } from '../support/server.ts';
import { expectLogToTellTheState } from '../support/verdict.ts';
import { noRoads, roadsEast, startRouter, type RouterStandIn } from '../support/router.ts';
import { movableClock, startNight, type Night } from '../support/walk.ts';

/** A Saturday at noon: nobody is visited at night, and no reserve holds before six. */
const clock = movableClock('2026-11-21T12:00:00.000Z');
let night: Night;
let router: RouterStandIn;
beforeAll(async () => {
  router = await startRouter();
  router.answer(noRoads);
  night = await startNight({ clock, settings: { NIGHTJAR_ROLE: 'web', ROUTER_URL: router.url } });
});
afterAll(async () => {
  await expectLogToTellTheState(night.server.db, night.server.keys);
  await night.server.stop();
  await router.stop();
});

const PRESTON = { label: 'Deepdale, Preston', lat: 53.77, lon: -2.687, secret: false };
async function toPlan(location = PRESTON): Promise<{ incidentId: string; taskId: string }> {
  const incidentId = await night.raise(night.coordinator, { answers: { ...(await night.file(await night.raiseMild())).incident.answers }, location });
  await night.grade(incidentId, 3);
  return { incidentId, taskId: await night.task(incidentId) };
}
const proposal = async (by: Person = night.coordinator) => {
  const { proposal: found } = await by.call(planning.readPlanning, {});
  if (found === null) throw new Error('no plan was proposed');
  return found;
};
const propose = async (by: Person = night.coordinator) => {
  await by.call(planning.proposePlan, {});
  return proposal(by);
};
const states = async (incidentId: string) => (await night.coordinator.call(readIncident, { incidentId })).incident.visits.map(({ state }) => state);

test('a plan is proposed, changes nothing, and is agreed to line by line; what changed meanwhile is refused by name, and nothing of the rest is booked', async () => {
  const crew = await night.crew();
  const [one, two, three] = [await toPlan(), await toPlan(), await toPlan()];
  const found = await propose();
  const lineOf = (task: { taskId: string }) => found.lines.find(({ taskId }) => taskId === task.taskId)?.id ?? '';
  expect(found.lines.map(({ taskId }) => taskId).toSorted()).toEqual([one.taskId, two.taskId, three.taskId].toSorted());
  expect(found.lines.every(({ visits }) => visits.map(({ staffId }) => staffId).toSorted().join() === [crew.constable.staffId, crew.socialWorker.staffId].toSorted().join())).toBe(true);
  expect(await states(one.incidentId)).toEqual([]);
  await night.coordinator.call(planning.agreePlan, { planId: found.id, lines: [{ lineId: lineOf(one), told: 'Rung: this afternoon' }] });
  expect(await states(one.incidentId)).toEqual(['booked', 'booked']);
  await night.coordinator.call(cancelTask, { taskId: three.taskId, reason: 'The grandmother has come' });
  expect((await proposal()).lines.map(({ taskId, state }) => [taskId, state]).toSorted()).toEqual([[one.taskId, 'agreed'], [two.taskId, 'open'], [three.taskId, 'stale']].toSorted());
  const refusal = await night.supervisor.call(planning.agreePlan, { planId: found.id, lines: [two, three].map((task) => ({ lineId: lineOf(task), told: null })) }).catch((error: unknown) => error);
  expect(refusal instanceof Refusal && [refusal.code, /EAR-112\d-\d{4}.*This task has ended/.test(refusal.detail)]).toEqual(['plan-line-stale', true]);
  expect(await states(two.incidentId)).toEqual([]);
  await night.supervisor.call(planning.agreePlan, { planId: found.id, lines: [{ lineId: lineOf(two), told: null }] });
  const again = await propose();
  expect([again.lines, again.kept]).toEqual([[], 2]);
  expect(await night.coordinator.refused(planning.agreePlan, { planId: found.id, lines: [{ lineId: lineOf(two), told: null }] })).toBe('plan-old');

  // The crew is sent elsewhere: what was booked first is moved, and who was told is told first.
  const urgent = await night.raise();
  await night.grade(urgent, 2);
  await night.send(await night.task(urgent), crew.both);
  const after = await propose();
  const moved = after.lines.filter(({ fromBookingId }) => fromBookingId !== null);
  expect(moved.length).toBeGreaterThan(0);
  const toTell = moved.find(({ mustTell }) => mustTell);
  if (toTell !== undefined) {
    expect(await night.coordinator.refused(planning.agreePlan, { planId: after.id, lines: moved.map(({ id }) => ({ lineId: id, told: null })) })).toBe('plan-line-stale');
  }
  await night.coordinator.call(planning.agreePlan, { planId: after.id, lines: moved.map(({ id, mustTell }) => ({ lineId: id, told: mustTell ? 'Rung: an hour later' : null })) });
  expect((await proposal()).lines.every(({ state }) => state === 'agreed')).toBe(true);
});

test('a restricted incident is in no plan of those who may not see it; who is booked for it is taken then, and nobody hears by what', async () => {
  const hidden = await toPlan();
  await night.supervisor.call(restrictIncident, { incidentId: hidden.incidentId, staffIds: [night.supervisor.staffId], reason: 'A colleague lives there' });
  const seen = await propose(night.supervisor);
  const line = seen.lines.find(({ taskId }) => taskId === hidden.taskId);
  expect(line?.state).toBe('open');
  const other = await night.onDuty('coordinator');
  expect(JSON.stringify(await other.call(planning.readPlanning, {}))).not.toContain(hidden.incidentId);
  expect(await other.refused(planning.agreePlan, { planId: seen.id, lines: [{ lineId: line?.id ?? '', told: null }] })).toBe('not-found');
  await night.supervisor.call(planning.agreePlan, { planId: seen.id, lines: [{ lineId: line?.id ?? '', told: null }] });
  const theirs = await propose(other);
  const all = JSON.stringify(await other.call(planning.readPlanning, {}));
  expect([theirs.lines.some(({ taskId }) => taskId === hidden.taskId), all.includes(hidden.taskId)]).toEqual([false, false]);
  const { people } = await other.call(planning.readPlanning, {});
  const booked = line?.visits[0];
  expect(people.find(({ staffId }) => staffId === booked?.staffId)?.taken).toContainEqual({ fromAt: booked?.fromAt, untilAt: booked?.untilAt });
});

test('who is on the roster for tomorrow is planned for tomorrow, outside their break; and falls out of the plan when they are sick', async () => {
  const [pcso, worker] = [await night.server.person('responder', { name: 'Alder Shrike', profession: 'pcso' }), await night.server.person('responder', { name: 'Hazel Dipper', profession: 'social-worker' })];
  for (const { staffId } of [pcso, worker]) {
    await night.supervisor.call(addShifts, { staffId, firstDay: '2026-11-22', begins: '14:00', ends: '22:00', pause: { begins: '15:00', minutes: 30 }, repeat: { kind: 'once' }, districtCodes: [], despite: null });
  }
  const { incidentId, taskId } = await toPlan();
  await night.coordinator.call(planning.sayWindow, { taskId, fromAt: '2026-11-22T14:15:00.000Z', untilAt: '2026-11-22T17:00:00.000Z', isDaily: false, order: null, said: 'Home on Sunday afternoon' });
  const line = (await propose()).lines.find((one) => one.taskId === taskId);
  expect(line?.visits.map(({ staffId, fromAt }) => [staffId, fromAt])).toEqual([[pcso.staffId, '2026-11-22T15:35:00.000Z'], [worker.staffId, '2026-11-22T15:35:00.000Z']]);
  const { shifts } = await night.coordinator.call(readRoster, { night: '2026-11-22' });
  await night.coordinator.call(reportSick, { shiftId: shifts.find(({ staffId }) => staffId === worker.staffId)?.id ?? '' });
  const after = await propose();
  expect(after.leftOut).toMatchObject([{ incidentId, why: 'nobody-then', need: 'social-work', booked: false }]);
});

test('once somebody was sent or fell sick the plan is made again by itself, says why, keeps the lines that say the same, and by one server alone', async () => {
  const [pcso, worker, second] = [await night.server.person('responder', { profession: 'pcso' }), await night.server.person('responder', { profession: 'social-worker' }), await night.server.person('responder', { profession: 'social-worker' })];
  for (const { staffId } of [pcso, worker, second]) await night.supervisor.call(addShifts, { staffId, firstDay: '2026-11-23', begins: '09:00', ends: '17:00', pause: null, repeat: { kind: 'once' }, districtCodes: [], despite: null });
  clock.move(11 * 60);
  const { taskId } = await toPlan();
  await night.coordinator.call(planning.sayWindow, { taskId, fromAt: '2026-11-23T09:15:00.000Z', untilAt: '2026-11-23T12:00:00.000Z', isDaily: false, order: null, said: 'After breakfast' });
  const context = { db: night.server.db, clock, keys: night.server.keys, router: null };
  const [watch, other] = [makePlanWatch(context, 0), makePlanWatch(context, 0)];
  const first = await propose();
  const line = first.lines.find((one) => one.taskId === taskId);
  expect([await watch(), await other()]).toEqual([false, false]);

  const further = await toPlan();
  expect((await Promise.all([watch(), other()])).filter(Boolean)).toHaveLength(1);
  const grown = await proposal();
  expect([grown.because, grown.by, grown.lines.find((one) => one.taskId === taskId)?.id]).toEqual([['work-changed'], 'Nightjar', line?.id]);
  expect([...grown.lines, ...grown.leftOut].some((one) => one.taskId === further.taskId)).toBe(true);
  expect(await watch()).toBe(false);

  const { shifts } = await night.coordinator.call(readRoster, { night: '2026-11-23' });
  const gone = line?.visits.find(({ staffId }) => staffId !== pcso.staffId)?.staffId;
  await night.coordinator.call(reportSick, { shiftId: shifts.find(({ staffId }) => staffId === gone)?.id ?? '' });
  expect(await watch()).toBe(true);
  const after = await proposal();
  expect(after.because).toEqual(['people-changed']);
  expect(after.lines.find((one) => one.taskId === taskId)?.visits.map(({ staffId }) => staffId)).not.toContain(gone);
  expect(await night.coordinator.refused(planning.agreePlan, { planId: first.id, lines: [{ lineId: line?.id ?? '', told: null }] })).toBe('plan-old');
});

test('a moment later nothing is planned for the past, and a plan of hours ago is shown no more', async () => {
  clock.move(13 * 60);
  expect((await night.coordinator.call(planning.readPlanning, {})).proposal).toBeNull();
  const found = await propose();
  expect(found.lines.flatMap(({ visits }) => visits).every(({ fromAt }) => fromAt >= plusMinutes(clock.now(), 30))).toBe(true);
});

test('a plan asks the router for the drives between its places, never for one to an address that must stay secret, and says what they rest on', async () => {
  const [open, secret] = [{ ...PRESTON, label: 'Fishwick, Preston', lon: -2.671 }, { ...PRESTON, label: 'The refuge', lat: 53.7612, lon: -2.6234, secret: true }];
  await toPlan(open);
  expect((await propose()).travel).toBe('straight-line');
  router.asked.length = 0;
  router.answer(roadsEast);
  expect((await propose()).travel).toBe('both');
  await toPlan(secret);
  expect((await propose()).travel).toBe('both');
  const heard = router.asked.map(({ path }) => path).join();
  expect([heard.includes('-2.671000,53.770000'), heard.includes('-2.6234'), heard.includes('53.7612')]).toEqual([true, false, false]);
  router.answer(noRoads);
});
