// Check-ins on a real server: set on arrival, answered by whoever may, overdue to control and on, and rightly ended by what reaches us late.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readIncident, recordWarning } from '../../shared/protocol/incidents.ts';
import { dispatchCrew } from '../../shared/protocol/dispatch.ts';
import { addressOf } from '../support/address.ts';
import type { Person } from '../support/server.ts';
import { newId } from '../../server/database/transaction.ts';
import { checkIn, readWarnings, sayLeaving } from '../../shared/protocol/stays.ts';
import { unreadBy } from '../../shared/domain/crew-safety.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { expectAlarmsToTellTheState, untilAllFired } from '../support/alarm-verdict.ts';
import { waitFor } from '../support/wait-for.ts';
import { reportPositions } from '../../shared/protocol/duties.ts';
import { expectLogToTellTheState } from '../support/verdict.ts';
import { movableClock, startNight, type Crew, type Night, type Worker } from '../support/walk.ts';

const clock = movableClock('2026-11-20T20:00:00.000Z');
let night: Night;
let crew: Crew;
beforeAll(async () => {
  night = await startNight({ clock });
  crew = await night.crew();
});
afterAll(() => night.server.stop());

const settled = () => untilAllFired(night.server.db, clock.now());
const record = async (incidentId: string) => (await night.coordinator.call(readIncident, { incidentId })).incident;
const alarms = async (incidentId: string): Promise<string[]> => (await record(incidentId)).alarms.map(({ cause }) => cause).toSorted();

const sendAlone = (taskId: string, expectedVersion: number, aloneBecause: string | null): [string, string, unknown] => {
  const [path, body] = addressOf(dispatchCrew, { commandId: newId(), taskId, expectedVersion, dutyIds: [crew.constable.dutyId], insteadOf: [], reason: null, aloneBecause });
  return ['POST', path, body];
};

const stored = (by: Worker, lat: number) => waitFor('the position to be stored', async () => (await night.server.db.query<unknown[]>('SELECT FROM position_latest WHERE duty_id = $1 AND lat = $2 AND at = $3', [by.dutyId, lat, clock.now()])).length > 0, 4_000);

async function atTheDoor() {
  const incidentId = await night.raise();
  await night.grade(incidentId, 2);
  const taskId = await night.task(incidentId);
  const [own = '', partner = ''] = await night.send(taskId, crew.both);
  for (const to of ['accepted', 'going', 'there'] as const) await night.step(crew.constable, own, to, { alsoFor: [partner] });
  return { incidentId, taskId, own, partner, leave: () => night.step(crew.constable, own, 'left', { alsoFor: [partner] }) };
}

test('an arrival sets both, and an answer moves the next; nobody else answers for them, and nothing that anybody decides on changes', async () => {
  const { incidentId, own, partner, leave } = await atTheDoor();
  const { stays, version } = await record(incidentId);
  expect(stays.map(({ id, leaveBy, checkInBy }) => ({ id, leaveBy, checkInBy })).toSorted((a, b) => a.id.localeCompare(b.id)))
    .toEqual([own, partner].toSorted().map((id) => ({ id, leaveBy: plusMinutes(clock.now(), 60), checkInBy: plusMinutes(clock.now(), 30) })));
  const said = clock.move(20);
  await crew.constable.call(checkIn, { assignmentId: own, alsoFor: [partner] });
  await crew.constable.call(sayLeaving, { assignmentId: own, leaveBy: plusMinutes(said, 90), alsoFor: [] });
  expect((await record(incidentId)).stays).toEqual(expect.arrayContaining([
    expect.objectContaining({ id: own, checkInBy: plusMinutes(said, 30), leaveBy: plusMinutes(said, 90), checkedInBy: { staffId: crew.constable.staffId, name: crew.constable.name } }),
    expect.objectContaining({ id: partner, checkInBy: plusMinutes(said, 30), checkedInAt: said }),
  ]));
  expect((await record(incidentId)).version).toBe(version);
  const stranger = (await night.crew()).constable;
  expect(await stranger.refused(checkIn, { assignmentId: own, alsoFor: [] })).toBe('not-found');
  expect(await crew.constable.refused(checkIn, { assignmentId: own, alsoFor: [own.replace(/.$/, (last) => (last === '0' ? '1' : '0'))] })).toBe('not-your-partner');
  await leave();
});

test('overdue it comes to control and goes on; what was said in time and reaches us late ends it, and control may enter what it hears', async () => {
  const { incidentId, own, partner, leave } = await atTheDoor();
  const arrivedAt = clock.now();
  clock.move(34);
  await settled();
  expect(await alarms(incidentId)).not.toContain('crew-overdue');
  clock.move(1);
  await settled();
  expect((await alarms(incidentId)).filter((cause) => cause === 'crew-overdue')).toHaveLength(2);
  clock.move(5);
  await settled();
  expect((await record(incidentId)).alarms.filter(({ cause }) => cause === 'crew-overdue').map(({ stage }) => stage)).toEqual(['supervisor', 'supervisor']);

  await crew.constable.call(checkIn, { assignmentId: own, alsoFor: [], device: { at: plusMinutes(arrivedAt, 25), offsetMs: 0 } });
  expect((await record(incidentId)).alarms.filter(({ cause }) => cause === 'crew-overdue').map(({ aboutId }) => aboutId)).toEqual([partner]);
  await night.coordinator.call(checkIn, { assignmentId: partner, alsoFor: [] });
  expect(await alarms(incidentId)).not.toContain('crew-overdue');
  const { timeline } = await night.coordinator.call(readIncident, { incidentId });
  expect(timeline.at(-1)?.sentence).toBe(`${crew.socialWorker.name} checked in: all well, said by ${night.coordinator.name}`);
  await leave();
});

test('a warning that is recorded while they are there asks for sooner check-ins; one who stays behind is told to control', async () => {
  const { incidentId, own, leave } = await atTheDoor();
  clock.move(2);
  await night.supervisor.call(recordWarning, { incidentId, kind: 'violence', source: 'Police log of last week', reviewAt: plusMinutes(clock.now(), 60 * 24) });
  expect((await record(incidentId)).stays.map(({ everyMinutes, checkInBy }) => [everyMinutes, checkInBy])).toEqual([[15, plusMinutes(clock.now(), 15)], [15, plusMinutes(clock.now(), 15)]]);
  await night.step(crew.constable, own, 'left');
  await settled();
  expect(await alarms(incidentId)).toContain('left-alone');
  await leave();
  await night.step(crew.socialWorker, (await night.file(incidentId)).assignments.find(({ staffId }) => staffId === crew.socialWorker.staffId)?.id, 'left');
  expect(await alarms(incidentId)).not.toContain('left-alone');
});

test('two of a joint visit who are far from one another for minutes are told to control, and together again that is over', async () => {
  const { incidentId, leave } = await atTheDoor();
  const stand = async (by: Worker, lat: number) => { await by.call(reportPositions, { fixes: [{ at: clock.now(), offsetMs: 0, lat, lon: -2.25, accuracyM: 10 }] }); };
  const apart = async (lat: number) => { await stand(crew.constable, 53.79); await stand(crew.socialWorker, lat); await stored(crew.socialWorker, lat); };
  // Minute by minute, each with a position of that minute.
  await waitFor('control to be told', async () => {
    clock.move(1);
    await apart(53.796);
    return (await alarms(incidentId)).includes('legs-apart');
  }, 20_000);
  clock.move(1);
  await apart(53.7901);
  await waitFor('it to be over', async () => !(await alarms(incidentId)).includes('legs-apart'), 8_000);
  const names = (await night.coordinator.call(readIncident, { incidentId })).timeline.map(({ name }) => name);
  expect(names.filter((name) => name === 'crew.parted' || name === 'crew.together')).toEqual(['crew.parted', 'crew.together']);
  await leave();
}, 30_000);

test('where visits are double-crewed only nobody goes alone, unless a supervisor says why; what was read before the door is on the log', async () => {
  const incidentId = await night.raise();
  await night.grade(incidentId, 2);
  await night.supervisor.call(recordWarning, { incidentId, kind: 'double-crewed-only', source: 'Police log of March', reviewAt: plusMinutes(clock.now(), 60 * 24) });
  const taskId = await night.task(incidentId, { legs: ['police', 'social-work'] });
  const alone = async (by: Person, aloneBecause: string | null) => by.raw(...sendAlone(taskId, await night.version(incidentId), aloneBecause));
  expect(await alone(night.coordinator, null)).toMatchObject({ status: 409, body: { code: 'double-crewed-only', detail: expect.stringContaining(crew.constable.name) } });
  expect(await alone(night.coordinator, 'There is nobody else')).toMatchObject({ status: 403, body: { code: 'not-your-role' } });
  expect((await night.file(incidentId)).assignments).toEqual([]);
  expect(await alone(night.supervisor, 'The door is answered by a neighbour, who waits for them')).toMatchObject({ status: 200 });
  // The second of two goes to the first.
  const [second = ''] = await night.send(taskId, [crew.socialWorker]);
  const warningIds = (await record(incidentId)).warnings.map(({ id }) => id);
  const unread = async (): Promise<string[]> => unreadBy(await record(incidentId), taskId).map(({ name }) => name);
  expect(await unread()).toEqual([crew.constable.name, crew.socialWorker.name]);
  await crew.socialWorker.call(readWarnings, { assignmentId: second, warningIds, before: 'there' });
  expect(await crew.constable.refused(readWarnings, { assignmentId: second, warningIds, before: 'there' })).toBe('not-found');
  expect(await unread()).toEqual([crew.constable.name]);
  const { timeline } = await night.coordinator.call(readIncident, { incidentId });
  expect(timeline.find(({ name }) => name === 'crew.sentAlone')).toMatchObject({
    sentence: `${crew.constable.name} sent alone, where visits are double-crewed only, by a supervisor’s decision`, note: 'The door is answered by a neighbour, who waits for them', by: night.supervisor.name,
  });
  expect(timeline.at(-1)?.sentence).toBe(`${crew.socialWorker.name} has read the staff-safety warning, before the door`);
});

test('the log gives back every stay and every alarm as it is stored', async () => {
  await settled();
  await expectLogToTellTheState(night.server.db, night.server.keys);
  expect(await expectAlarmsToTellTheState(night.server.db)).toBeGreaterThan(0);
});
