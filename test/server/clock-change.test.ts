// The server on the nights when the clocks change: what is typed, numbered, due and sent then, against a clock that the test owns.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { dispatchCrew } from '../../shared/protocol/dispatch.ts';
import { listClosed } from '../../shared/protocol/incidents.ts';
import { NO_ANSWERS } from '../../shared/domain/policy.ts';
import { addressOf } from '../support/address.ts';
import { movableClock, SAID, startNight, type Crew, type Night } from '../support/walk.ts';

const AUTUMN = '2026-10-25T02:00:00.000Z';
const SPRING = '2027-03-28T01:40:00.000Z';
const clock = movableClock('2026-10-23T18:00:00.000Z');
let night: Night;
let crew: Crew;

beforeAll(async () => {
  night = await startNight({ clock });
  crew = await night.crew();
});
beforeEach(() => clock.set(AUTUMN));
afterAll(() => night.server.stop());

const reported = async (reportedAt: string, answers = SAID) => {
  const incidentId = await night.raise(night.coordinator, { reportedAt, answers });
  const { incident } = await night.file(incidentId);
  return { id: incidentId, incident };
};

describe('half past one, which comes twice in October', () => {
  test('is two reports an hour apart, each due sixty elapsed minutes or forty-eight elapsed hours later, on one night', async () => {
    const [summer, winter] = [await reported('2026-10-25T01:30:00+01:00'), await reported('2026-10-25T01:30:00+00:00')];
    expect(summer.incident).toMatchObject({ reportedAt: '2026-10-25T00:30:00.000Z', dueAt: '2026-10-25T01:30:00.000Z', night: '2026-10-24', number: 1 });
    expect(winter.incident).toMatchObject({ reportedAt: '2026-10-25T01:30:00.000Z', dueAt: '2026-10-25T02:30:00.000Z', night: '2026-10-24', number: 2 });
    const [mild, mildLater] = [await reported('2026-10-25T01:30:00+01:00', NO_ANSWERS), await reported('2026-10-25T01:30:00+00:00', NO_ANSWERS)];
    expect([mild.incident, mildLater.incident]).toMatchObject([{ grade: 3, dueAt: '2026-10-27T00:30:00.000Z' }, { grade: 3, dueAt: '2026-10-27T01:30:00.000Z' }]);
  });

  test('is told apart on the wall for who was sent when, and in the log', async () => {
    const [first, second] = [await reported('2026-10-25T00:00:00Z'), await reported('2026-10-25T00:00:00Z')];
    const task = await night.task(second.id);
    clock.set('2026-10-25T00:30:00.000Z');
    await night.send(await night.task(first.id), [crew.constable]);
    clock.set('2026-10-25T01:30:00.000Z');
    const [path, body] = addressOf(dispatchCrew, { taskId: task, expectedVersion: await night.version(second.id), dutyIds: [crew.constable.dutyId], insteadOf: [], reason: null });
    expect(await night.coordinator.raw('POST', path, body)).toMatchObject({ body: { code: 'responder-busy', detail: expect.stringMatching(/^Constable \d+ is already on EAR-1024-\d{4}, sent by Coordinator \d+ at 01:30 BST\./) } });
    await night.send(task, [crew.socialWorker]);
    expect([(await night.log(first.id)).at(-1), (await night.log(second.id)).at(-1)]).toMatchObject([{ occurredAt: '2026-10-25T00:30:00.000Z' }, { occurredAt: '2026-10-25T01:30:00.000Z' }]);
  });
});

describe('the hour that is not there in March', () => {
  test('takes nothing from a deadline', async () => {
    clock.set(SPRING);
    const before = await reported('2027-03-28T00:45:00+00:00');
    const after = await reported('2027-03-28T02:15:00+01:00');
    const mild = await reported('2027-03-28T00:45:00+00:00', NO_ANSWERS);
    expect(before.incident).toMatchObject({ dueAt: '2027-03-28T01:45:00.000Z', night: '2027-03-27', number: 1 });
    expect(after.incident).toMatchObject({ reportedAt: '2027-03-28T01:15:00.000Z', dueAt: '2027-03-28T02:15:00.000Z', night: '2027-03-27', number: 2 });
    expect(mild.incident.dueAt).toBe('2027-03-30T00:45:00.000Z');
  });
});

describe('a night', () => {
  test('goes on until noon in London, with its own numbers, and is found as one afterwards', async () => {
    clock.set('2026-10-25T12:30:00.000Z');
    const [last, first] = [await reported('2026-10-25T11:59:59.999Z', NO_ANSWERS), await reported('2026-10-25T12:00:00Z', NO_ANSWERS)];
    expect(last.incident.night).toBe('2026-10-24');
    expect(first.incident).toMatchObject({ night: '2026-10-25', number: 1 });
    for (const { id } of [last, first]) await night.end(id);
    const closed = async (one: string) => (await night.coordinator.call(listClosed, { night: one })).map(({ ref }) => ref);
    expect(await closed('2026-10-25')).toEqual(['EAR-1025-0001']);
    expect(await closed('2026-10-24')).toEqual([expect.stringMatching(/^EAR-1024-\d{4}$/)]);
  });

  test('in summer begins at eleven in UTC', async () => {
    clock.set('2027-07-10T11:30:00.000Z');
    expect((await reported('2027-07-10T10:59:59Z')).incident.night).toBe('2027-07-09');
    expect((await reported('2027-07-10T11:00:00Z')).incident.night).toBe('2027-07-10');
  });
});

describe('a day team has until nine on the wall', () => {
  test.each([
    ['on a weekday evening, of the next morning', '2026-07-01T20:00:00.000Z', '2026-07-02T08:00:00.000Z'],
    ['after midnight, of the same morning', '2026-07-02T01:00:00.000Z', '2026-07-02T08:00:00.000Z'],
    ['at nine itself, of the next morning', '2026-11-24T09:00:00.000Z', '2026-11-25T09:00:00.000Z'],
    ['on a Friday in summer time, of Monday in winter time', '2026-10-23T20:00:00.000Z', '2026-10-26T09:00:00.000Z'],
    ['on the night the clocks go back, of Monday', AUTUMN, '2026-10-26T09:00:00.000Z'],
    ['before Good Friday, of the Tuesday after Easter, which the clocks’ change lies before', '2027-03-25T20:00:00.000Z', '2027-03-30T08:00:00.000Z'],
    ['on the night the clocks go forward, of the Tuesday after Easter', SPRING, '2027-03-30T08:00:00.000Z'],
    ['on Christmas Eve 2026, of Tuesday: Boxing Day is a Saturday, and Monday stands for it', '2026-12-24T20:00:00.000Z', '2026-12-29T09:00:00.000Z'],
    ['on New Year’s Eve 2026, of Monday', '2026-12-31T20:00:00.000Z', '2027-01-04T09:00:00.000Z'],
  ])('%s', async (_when, now, dueAt) => {
    clock.set(now);
    const incidentId = await night.raiseMild();
    await night.handOver(incidentId);
    expect((await night.file(incidentId)).handovers).toMatchObject([{ dueAt }]);
  });

  test('and the EDT desk half an hour, over the change too', async () => {
    clock.set('2026-10-25T00:45:00.000Z');
    const incidentId = await night.raiseMild();
    await night.handOver(incidentId, night.deskId);
    expect((await night.file(incidentId)).handovers).toMatchObject([{ dueAt: '2026-10-25T01:15:00.000Z' }]);
  });
});
