// Being at work by the clock: booking on for a shift, rest between duties, the longest duty, breaks, and an end that was forgotten.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { dateOf } from '../../shared/domain/duty-night.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { addTask, dispatchCrew } from '../../shared/protocol/dispatch.ts';
import { allowWork, beginBreak, bookOff, bookOn, changeTeam, disbandTeam, endBreak, endForgotten, formTeam, readLive } from '../../shared/protocol/duties.ts';
import { readRoster, addShifts } from '../../shared/protocol/roster.ts';
import type { DutyView } from '../../shared/protocol/views.ts';
import { known, made, onDuty, startNight, type Night, type OnDuty } from '../support/night.ts';
import { startTestServer, type Person, type TestServer } from '../support/server.ts';
import { waitFor } from '../support/wait-for.ts';
import { movableClock } from '../support/walk.ts';

const clock = movableClock('2026-11-20T18:00:00.000Z');
let server: TestServer;
let night: Night;
let person: Person;
beforeAll(async () => {
  server = await startTestServer({ clock });
  night = await startNight(server);
});
afterAll(() => server.stop());
beforeEach(async () => { person = await server.person('responder', { name: 'Sian Rowan', profession: 'pcso' }); });

const begin = (who: Person): Promise<OnDuty> => onDuty(who, 'responder');
const end = ({ dutyId, call }: OnDuty) => call(bookOff, { dutyId });
const refusedOn = (who: Person) => who.refused(bookOn, { seat: 'responder', teamId: null });
const seen = async (dutyId: string): Promise<DutyView> => known((await night.coordinator.call(readLive, {})).duty.find(({ id }) => id === dutyId));
/** By London's wall; the clock of these tests stands in winter. */
const wall = (at: Instant): string => at.slice(11, 16);
const roster = (from: Instant, until: Instant) => night.supervisor.call(addShifts, {
  staffId: person.staffId, firstDay: dateOf(from), begins: wall(from), ends: wall(until), pause: null, repeat: { kind: 'once' }, districtCodes: [], despite: null,
});

describe('the shift', () => {
  test('is taken by whoever books on for it, early or late, and the roster says so', async () => {
    const from = plusMinutes(clock.now(), 30);
    await roster(from, plusMinutes(from, 600));
    const duty = await begin(person);
    expect((await seen(duty.dutyId)).shift).toEqual({ from, until: plusMinutes(from, 600) });
    const { shifts } = await night.coordinator.call(readRoster, { night: '2026-11-20' });
    expect(shifts.find(({ staffId }) => staffId === person.staffId)?.duty).toMatchObject({ id: duty.dutyId, startedAt: clock.now(), endedAt: null });
  });
  test('of tomorrow is not taken tonight: without a shift is said, not forbidden', async () => {
    const from = plusMinutes(clock.now(), 20 * 60);
    await roster(from, plusMinutes(from, 600));
    const duty = await begin(person);
    expect((await seen(duty.dutyId)).shift).toBeNull();
    expect((await night.coordinator.call(readRoster, { night: '2026-11-20' })).extra.map(({ dutyId }) => dutyId)).toContain(duty.dutyId);
  });
});

describe('rest', () => {
  test('lasts until it is over; a supervisor lets somebody work before, by name and with a reason, and never themselves', async () => {
    await end(await begin(person));
    clock.move(61);
    expect(await refusedOn(person)).toBe('rest-not-over');
    const until = plusMinutes(clock.now(), 60);
    expect(await night.supervisor.refused(allowWork, { staffId: night.supervisor.staffId, until, reason: 'Nobody else' })).toBe('second-person-is-first');
    expect(await night.supervisor.refused(allowWork, { staffId: person.staffId, until: plusMinutes(clock.now(), 60 * 30), reason: 'Nobody else' })).toBe('leave-until');
    await night.supervisor.call(allowWork, { staffId: person.staffId, until, reason: 'Two are sick, and they slept' });
    await end(await begin(person));
    clock.move(61);
    expect(await refusedOn(person)).toBe('rest-not-over');
    clock.move(600);
    await begin(person);
  });
  test('an end pressed by mistake goes on as the same duty, which is no longer than the longest for it', async () => {
    const first = await begin(person);
    clock.move(700);
    await end(first);
    clock.move(10);
    const again = await begin(person);
    await end(again);
    clock.move(15);
    expect(await refusedOn(person)).toBe('longest-duty-reached');
  });
});

describe('a break', () => {
  test('keeps everybody from sending them, until it is interrupted by name with the reason', async () => {
    const worker = await begin(person);
    await worker.call(beginBreak, { dutyId: worker.dutyId, minutes: 30 });
    expect(await seen(worker.dutyId)).toMatchObject({ availability: 'on-break', breakUntil: plusMinutes(clock.now(), 30) });
    const incidentId = await night.graded(await night.raised(night.coordinator, { reportedAt: clock.now() }));
    const taskId = made(await night.coordinator.call(addTask, { incidentId, activity: 'rapid-intervention', kind: 'phone', legs: ['police'], detail: null, dueFrom: null, dueAt: null }), 'taskId');
    const send = async () => ({ taskId, expectedVersion: (await night.record(incidentId)).version, dutyIds: [worker.dutyId], insteadOf: [], reason: null });
    expect(await night.coordinator.refused(dispatchCrew, await send())).toBe('on-break');
    expect(await night.coordinator.refused(endBreak, { dutyId: worker.dutyId, reason: null })).toBe('rationale-needed');
    await night.coordinator.call(endBreak, { dutyId: worker.dutyId, reason: 'A Grade 2 in Burnley and nobody else' });
    await night.coordinator.call(dispatchCrew, await send());
    expect(await worker.refused(endBreak, { dutyId: worker.dutyId, reason: null })).toBe('not-on-break');
  });
  test('is over at its time by itself, and told to control', async () => {
    const worker = await begin(person);
    await worker.call(beginBreak, { dutyId: worker.dutyId, minutes: null });
    expect(await worker.refused(beginBreak, { dutyId: worker.dutyId, minutes: null })).toBe('on-break');
    clock.move(30);
    await waitFor('the break is over', async () => (await server.db.query<unknown[]>("SELECT FROM event WHERE name = 'duty.breakEnded' AND entity_id = $1", [worker.dutyId])).length === 1);
    expect(await seen(worker.dutyId)).toMatchObject({ availability: 'free', breakUntil: null });
  });
  test('is nobody else’s to begin or end but control’s', async () => {
    const worker = await begin(person);
    expect(await night.elsewhere.refused(beginBreak, { dutyId: worker.dutyId, minutes: 10 })).toBe('not-found');
    await night.coordinator.call(beginBreak, { dutyId: worker.dutyId, minutes: 10 });
    expect(await night.elsewhere.refused(endBreak, { dutyId: worker.dutyId, reason: 'Mine now' })).toBe('not-found');
  });
});

test('an end of duty that was forgotten is noticed after the shift, once, and told to control and the person alone', async () => {
  const from = plusMinutes(clock.now(), 5);
  await roster(from, plusMinutes(from, 480));
  const worker = await begin(person);
  clock.move(5 + 480 + 29);
  expect((await seen(worker.dutyId)).forgottenAt).toBeNull();
  clock.move(2);
  await waitFor('control is told', async () => (await seen(worker.dutyId)).forgottenAt !== null);
  clock.move(60);
  expect(await server.db.query("SELECT FROM event WHERE name = 'duty.forgotten' AND entity_id = $1", [worker.dutyId])).toHaveLength(1);
  expect((await night.elsewhere.call(readLive, {})).duty.map(({ id }) => id)).not.toContain(worker.dutyId);

  // Control ends it for them, once it is known when they left; what they hold goes to whoever ends it.
  const other = await begin(await server.person('responder', { profession: 'constable' }));
  const left = plusMinutes(clock.now(), -60);
  const forgotten = { dutyId: worker.dutyId, leftAt: left, reason: 'Rung at home: left at six' };
  expect(await night.coordinator.refused(endForgotten, { ...forgotten, dutyId: other.dutyId })).toBe('duty-not-forgotten');
  expect(await night.coordinator.refused(endForgotten, { ...forgotten, leftAt: plusMinutes(clock.now(), 5) })).toBe('left-when');
  expect(await night.coordinator.refused(endForgotten, { ...forgotten, leftAt: plusMinutes(from, -60) })).toBe('left-when');
  expect(await other.refused(endForgotten, forgotten)).toBe('not-your-role');
  await night.coordinator.call(endForgotten, forgotten);
  expect(await night.coordinator.refused(endForgotten, { ...forgotten, commandId: crypto.randomUUID() })).toBe('duty-over');
  expect(await server.db.query('SELECT ended_at AS "endedAt" FROM duty WHERE id = $1', [worker.dutyId])).toEqual([{ endedAt: left }]);
  expect((await night.coordinator.call(readLive, {})).duty.map(({ id }) => id)).not.toContain(worker.dutyId);
  // Their rest counts from when they left.
  clock.move(600 + 1);
  await end(await begin(person));
});

test('a forgotten duty is not ended over a task that they are still on, and what they own goes on by name', async () => {
  const desk = await onDuty(await server.person(['edt', 'coordinator']), 'control');
  const incidentId = await night.graded(await night.raised(desk, { reportedAt: clock.now() }));
  clock.move(60 * 24);
  await waitFor('control is told', async () => (await seen(desk.dutyId)).forgottenAt !== null);
  const before = (await night.record(incidentId)).owner.staffId;
  const taker = await onDuty(await server.person('supervisor'), 'control');
  await taker.call(endForgotten, { dutyId: desk.dutyId, leftAt: plusMinutes(clock.now(), -600), reason: 'Went home ill' });
  expect([before, (await night.record(incidentId)).owner.staffId]).toEqual([desk.staffId, taker.staffId]);
});

test('a team that is out gets another call sign, vehicle or area; two teams never share a call sign', async () => {
  const [one = '', other = ''] = await Promise.all(['N1', 'N2'].map(async (callSign) => made(await night.coordinator.call(formTeam, { callSign, vehicle: null, districtCodes: [] }), 'teamId')));
  expect(await night.coordinator.refused(changeTeam, { teamId: one, callSign: 'N2', vehicle: null, districtCodes: [] })).toBe('call-sign-taken');
  await night.coordinator.call(changeTeam, { teamId: one, callSign: 'N3', vehicle: 'Skoda, PX71', districtCodes: ['E07000117'] });
  const { team: teams } = await night.elsewhere.call(readLive, {});
  expect(teams.filter(({ id }) => [one, other].includes(id)).map(({ callSign, vehicle }) => [callSign, vehicle]).toSorted()).toEqual([['N2', null], ['N3', 'Skoda, PX71']]);
  await night.coordinator.call(disbandTeam, { teamId: one });
  expect(await night.coordinator.refused(changeTeam, { teamId: one, callSign: 'N4', vehicle: null, districtCodes: [] })).toBe('team-off-duty');
});
