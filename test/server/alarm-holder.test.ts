// Who has an alarm: acknowledged by name, put off, gone on to the supervisor and to the people on call; and who is on call, on a real server.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../server/database/transaction.ts';
import { makeLogger } from '../../server/http/request-log.ts';
import { serve } from '../../server/serve.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { NO_ANSWERS } from '../../shared/domain/policy.ts';
import * as alarms from '../../shared/protocol/alarms.ts';
import { standDown } from '../../shared/protocol/dispatch.ts';
import { bookOff, handOn, readLive } from '../../shared/protocol/duties.ts';
import { readIncident, recordWarning, restrictIncident, reviewWarning } from '../../shared/protocol/incidents.ts';
import { Snapshot } from '../../shared/protocol/live.ts';
import type { AlarmView } from '../../shared/protocol/views.ts';
import { readFigures } from '../../shared/protocol/admin.ts';
import { expectAlarmsToTellTheState, untilAllFired } from '../support/alarm-verdict.ts';
import { addressOf } from '../support/address.ts';
import { Screen } from '../support/screen.ts';
import { waitFor } from '../support/wait-for.ts';
import { movableClock, startNight, type Night, type Worker } from '../support/walk.ts';

const clock = movableClock('2026-11-20T15:30:00.000Z');
let night: Night;
let other: Worker;
beforeAll(async () => {
  night = await startNight({ clock });
  other = await night.onDuty('coordinator');
});
afterAll(() => night.server.stop());

const settled = () => untilAllFired(night.server.db, clock.now());
/** A Grade 3 by proposal that nobody has graded for five minutes, and its alarm. */
async function standing(): Promise<{ incidentId: string; alarmId: string }> {
  const incidentId = await night.raise(night.coordinator, { reportedAt: clock.now(), answers: NO_ANSWERS });
  clock.move(5);
  await settled();
  return { incidentId, alarmId: (await alarmOf(incidentId)).id };
}
async function alarmOf(incidentId: string): Promise<AlarmView> {
  const [alarm] = (await night.coordinator.call(readIncident, { incidentId })).incident.alarms;
  if (alarm === undefined) throw new Error('no alarm stands');
  return alarm;
}
const sentences = async (incidentId: string): Promise<string[]> => (await night.coordinator.call(readIncident, { incidentId })).timeline.map(({ sentence }) => sentence);
const climbs = async (incidentId: string): Promise<unknown[]> =>
  (await night.server.db.query<{ payload: { to: string; because: string } }[]>("SELECT payload FROM event WHERE incident_id = $1 AND name = 'alarm.climbed' ORDER BY seq", [incidentId])).map(({ payload }) => [payload.to, payload.because]);
const off = (person: Worker) => person.call(bookOff, { dutyId: person.dutyId });

describe('acknowledged', () => {
  test('by two at once: the first has it, and the other is told who', async () => {
    const at = await standing();
    const people = [night.coordinator, other];
    const answers = await Promise.all(people.map((person) => person.raw('POST', addressOf(alarms.acknowledgeAlarm, at)[0], { commandId: newId() })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const [winner, refused] = [people[answers.findIndex(({ status }) => status === 200)], answers.find(({ status }) => status === 409)];
    expect(refused?.body).toMatchObject({ code: 'alarm-acknowledged', detail: `${winner?.name} acknowledged this alarm at 15:35.` });
    expect(await alarmOf(at.incidentId)).toMatchObject({ acknowledgedBy: { name: winner?.name }, acknowledgedAt: clock.now() });
  });

  test('it is quiet, goes nowhere, and changes nothing that anybody decides on', async () => {
    const at = await standing();
    const version = await night.version(at.incidentId);
    await night.coordinator.call(alarms.acknowledgeAlarm, at);
    clock.move(60);
    await settled();
    expect(await alarmOf(at.incidentId)).toMatchObject({ stage: 'coordinator', acknowledgedBy: { name: night.coordinator.name } });
    expect(await climbs(at.incidentId)).toEqual([]);
    expect(await night.version(at.incidentId)).toBe(version);
  });

  test('ends with its cause: what comes back is nobody’s, and climbs from the start', async () => {
    const incidentId = await night.raise(night.coordinator, { reportedAt: clock.now() });
    await night.grade(incidentId, 2);
    const crew = await night.crew();
    const taskId = await night.task(incidentId);
    clock.move(41);
    await settled();
    await night.coordinator.call(alarms.acknowledgeAlarm, { incidentId, alarmId: (await alarmOf(incidentId)).id });
    const sent = await night.send(taskId, crew.both);
    for (const [index, person] of crew.both.entries()) await night.step(person, sent[index], 'going');
    await night.coordinator.call(standDown, { incidentId, assignmentIds: sent, reason: 'Needed elsewhere' });
    expect(await alarmOf(incidentId)).toMatchObject({ cause: 'grade-2-unallocated', stage: 'coordinator', acknowledgedBy: null });
    clock.move(5);
    await settled();
    expect(await climbs(incidentId)).toEqual([['supervisor', 'not-acknowledged']]);
  });

  test('not by who is off duty, not by who may not see it, not what is over', async () => {
    const at = await standing();
    const away = await night.server.person('coordinator');
    expect(await away.refused(alarms.acknowledgeAlarm, at)).toBe('not-on-duty');
    await night.supervisor.call(restrictIncident, { incidentId: at.incidentId, staffIds: [night.supervisor.staffId, night.coordinator.staffId], reason: 'A member of staff lives there' });
    expect(await other.refused(alarms.acknowledgeAlarm, at)).toBe('not-found');
    expect(await other.refused(alarms.recordSpoken, { ...at, post: null, name: 'Rowan Ash', at: null, said: 'Nothing' })).toBe('not-found');
    await night.grade(at.incidentId, 3);
    expect(await night.coordinator.refused(alarms.acknowledgeAlarm, at)).toBe('alarm-over');
  });
});

describe('whoever has it ends their duty', () => {
  test('it is nobody’s again at once, for everybody in control, and climbs by its clock; what they hold besides still keeps them', async () => {
    const at = await standing();
    const [leaving, screen] = [await night.onDuty('coordinator'), await Screen.open(night.coordinator)];
    const elsewhere = await Screen.open(night.edt);
    await leaving.call(alarms.acknowledgeAlarm, at);
    const held = await night.raise(leaving, { reportedAt: clock.now(), answers: NO_ANSWERS });
    expect(await leaving.refused(bookOff, { dutyId: leaving.dutyId })).toBe('owns-open-work');
    expect(await alarmOf(at.incidentId)).toMatchObject({ acknowledgedBy: { name: leaving.name } });
    await leaving.call(handOn, { dutyId: leaving.dutyId, toStaffId: night.coordinator.staffId });
    clock.move(60);
    const version = await night.version(at.incidentId);
    await off(leaving);
    expect(await alarmOf(at.incidentId)).toMatchObject({ id: at.alarmId, stage: 'coordinator', acknowledgedBy: null, acknowledgedAt: null });
    expect(await night.version(at.incidentId)).toBe(version);
    await expect(sentences(at.incidentId)).resolves.toContain(`Alarm nobody’s again: grade not confirmed. ${leaving.name} had it, and ended their duty`);
    await waitFor('control to see it', () => JSON.stringify(screen.view(at.incidentId)).includes('"acknowledgedBy":null'), 2_000);
    await elsewhere.flushed();
    expect(elsewhere.view(at.incidentId)).toBeUndefined();
    clock.move(5);
    await settled();
    expect(await climbs(at.incidentId)).toEqual([['supervisor', 'not-acknowledged']]);
    await night.grade(held, 3);
  });

  test('a supervisor’s goes on from where it was, never back; and acknowledging at the very moment leaves nobody off duty with it', async () => {
    const at = await standing();
    clock.move(5);
    await settled();
    const leaving = await night.onDuty('supervisor');
    await leaving.call(alarms.acknowledgeAlarm, at);
    await off(leaving);
    expect(await alarmOf(at.incidentId)).toMatchObject({ stage: 'supervisor', acknowledgedBy: null });
    clock.move(10);
    await settled();
    expect(await climbs(at.incidentId)).toEqual([['supervisor', 'not-acknowledged'], ['on-call', 'not-acknowledged']]);
    const racing = await night.onDuty('supervisor');
    await Promise.all([racing.raw('POST', addressOf(alarms.acknowledgeAlarm, at)[0], { commandId: newId() }), racing.raw('POST', addressOf(bookOff, { dutyId: racing.dutyId })[0], { commandId: newId() })]);
    const [ended] = await night.server.db.query<{ ended: boolean }[]>('SELECT ended_at IS NOT NULL AS ended FROM duty WHERE id = $1', [racing.dutyId]);
    const { acknowledgedBy } = await alarmOf(at.incidentId);
    expect(ended?.ended === true && acknowledgedBy?.staffId === racing.staffId).toBe(false);
    // Asked again, it goes through.
    if (ended?.ended === false) await off(racing);
    expect((await alarmOf(at.incidentId)).acknowledgedBy).toBeNull();
  });
});

describe('put off', () => {
  test('until a time with a reason, not for longer than the policy lets it; then it is loud and climbs', async () => {
    const at = await standing();
    expect(await night.coordinator.refused(alarms.putOffAlarm, { ...at, until: plusMinutes(clock.now(), 11), reason: 'Ringing the school' })).toBe('put-off-too-long');
    expect(await night.coordinator.refused(alarms.putOffAlarm, { ...at, until: clock.now(), reason: 'Ringing the school' })).toBe('put-off-too-long');
    await night.coordinator.call(alarms.putOffAlarm, { ...at, until: plusMinutes(clock.now(), 10), reason: 'Ringing the school' });
    expect(await alarmOf(at.incidentId)).toMatchObject({ putOffUntil: plusMinutes(clock.now(), 10), putOffBy: { name: night.coordinator.name }, putOffReason: 'Ringing the school' });
    expect(await other.refused(alarms.putOffAlarm, { ...at, until: plusMinutes(clock.now(), 5), reason: 'Mine' })).toBe('alarm-put-off');
    clock.move(14);
    await settled();
    expect(await climbs(at.incidentId)).toEqual([]);
    clock.move(1);
    await settled();
    expect(await climbs(at.incidentId)).toEqual([['supervisor', 'not-acknowledged']]);
    await expect(sentences(at.incidentId)).resolves.toContain('Alarm gone on to the supervisor: grade not confirmed. Nobody acknowledged it');
  });

  test('a Grade 1 cannot be', async () => {
    const incidentId = await night.raise(night.coordinator, { reportedAt: clock.now(), answers: { ...NO_ANSWERS, dangerNow: true } });
    await waitFor('its alarm', async () => (await night.coordinator.call(readIncident, { incidentId })).incident.alarms.length > 0, 2_000);
    expect(await night.coordinator.refused(alarms.putOffAlarm, { incidentId, alarmId: (await alarmOf(incidentId)).id, until: plusMinutes(clock.now(), 1), reason: 'Later' })).toBe('alarm-cannot-wait');
  });
});

describe('unacknowledged', () => {
  test('it goes to the supervisor, then to the people on call, who was rung is on the log, and whoever rang has it', async () => {
    const at = await standing();
    const screen = await Screen.open(night.supervisor);
    const cameAt = clock.move(5);
    await waitFor('it to come to the supervisor', () => JSON.stringify(screen.view(at.incidentId)).includes('"stage":"supervisor"'), 2_000);
    expect(await alarmOf(at.incidentId)).toMatchObject({ stage: 'supervisor', cameAt, because: 'not-acknowledged' });
    clock.move(10);
    await settled();
    expect(await climbs(at.incidentId)).toEqual([['supervisor', 'not-acknowledged'], ['on-call', 'not-acknowledged']]);
    expect(await night.coordinator.refused(alarms.recordSpoken, { ...at, post: 'social-work-manager', name: 'Rowan Ash', at: plusMinutes(clock.now(), 1), said: 'Send B2' })).toBe('reported-in-future');
    await night.coordinator.call(alarms.recordSpoken, { ...at, post: 'social-work-manager', name: 'Rowan Ash', at: null, said: 'Send the crew from Burnley' });
    const { timeline, incident } = await night.coordinator.call(readIncident, { incidentId: at.incidentId });
    expect(timeline.at(-1)).toMatchObject({ sentence: 'Social work manager spoken to about the alarm: grade not confirmed', note: 'Rowan Ash · Send the crew from Burnley' });
    expect(incident.alarms[0]).toMatchObject({ stage: 'on-call', acknowledgedBy: { name: night.coordinator.name } });
    const [line] = await night.server.db.query<{ payload: unknown }[]>("SELECT payload FROM event WHERE name = 'alarm.spoken'");
    expect(JSON.stringify(line)).not.toMatch(/Rowan|Burnley/);
  });

  test('with no supervisor at work who may see it, it goes at once to the people on call; what wakes nobody at home stays', async () => {
    const restricted = await standing();
    const away = await night.server.person('supervisor');
    await away.call(restrictIncident, { incidentId: restricted.incidentId, staffIds: [night.coordinator.staffId], reason: 'A member of staff lives there' });
    clock.move(5);
    await settled();
    expect(await climbs(restricted.incidentId)).toEqual([['on-call', 'no-supervisor-on-duty']]);

    const at = await standing();
    const warningId = (await night.supervisor.call(recordWarning, { incidentId: at.incidentId, kind: 'violence', source: 'Police log', reviewAt: plusMinutes(clock.now(), 5) })).ids.warningId ?? '';
    await off(night.supervisor);
    clock.move(5);
    await settled();
    expect(await climbs(at.incidentId)).toEqual([['on-call', 'no-supervisor-on-duty']]);
    clock.move(30);
    await settled();
    const review = (await night.coordinator.call(readIncident, { incidentId: at.incidentId })).incident.alarms.find(({ cause }) => cause === 'warning-review');
    expect(review).toMatchObject({ aboutId: warningId, stage: 'coordinator' });
    await night.supervisor.call(reviewWarning, { incidentId: at.incidentId, warningId, reason: 'Spoke to the police: it stands', reviewAt: plusMinutes(clock.now(), 60 * 24 * 30) });
    expect((await night.coordinator.call(readIncident, { incidentId: at.incidentId })).incident.alarms.map(({ cause }) => cause)).toEqual(['ungraded']);
  });

  test('of two servers, and after a restart, each climbs once, and soon', async () => {
    const made = [await standing(), await standing()];
    const { config, databaseUrl, home, keys } = night.server;
    const second = await serve({ config, databaseUrl, home, clock, keys, log: makeLogger('silent') });
    clock.move(5);
    await waitFor('both to climb', async () => (await Promise.all(made.map(({ incidentId }) => climbs(incidentId)))).every(({ length }) => length === 1), 2_000);
    await second.stop();
    const late = await standing();
    await night.server.restart(async () => { clock.move(20); });
    await waitFor('it to climb', async () => (await climbs(late.incidentId)).length === 1, 5_000);
    await expectAlarmsToTellTheState(night.server.db);
  });
});

describe('on call', () => {
  const tonight = '2026-11-20';
  const nightOf = async (person: Worker) => Snapshot.parse(await person.call(readLive, {})).night.find((one) => one.night === tonight);

  test('from 16:00 control is told that somebody is missing, and nobody else; it is over once everybody is named', async () => {
    const screen = await Screen.open(night.edt);
    await waitFor('the gap', async () => (await nightOf(night.coordinator))?.gapAt !== null, 2_000);
    expect(clock.now() >= '2026-11-20T16:00:00.000Z').toBe(true);
    await night.coordinator.call(alarms.nameOnCall, { night: tonight, post: 'social-work-manager', name: 'Rowan Ash', phone: '01632 960 555' });
    await night.coordinator.call(alarms.nameOnCall, { night: tonight, post: 'social-work-manager', name: 'Hazel Wren', phone: '01632 960 556' });
    await night.coordinator.call(alarms.nameOnCall, { night: tonight, post: 'police-supervisor', name: 'Inspector Rook', phone: '07700 900 123 (car)' });
    expect((await nightOf(night.coordinator))?.gapAt).not.toBeNull();
    await night.coordinator.call(alarms.nameOnCall, { night: tonight, post: 'amhp', name: 'Dr Linnet', phone: '07700 900 124' });
    expect(await nightOf(night.coordinator)).toMatchObject({ gapAt: null, onCall: [{ post: 'amhp', name: 'Dr Linnet' }, { post: 'police-supervisor' }, { post: 'social-work-manager', name: 'Hazel Wren', phone: '01632 960 556', namedBy: night.coordinator.name }] });
    expect(await nightOf(night.edt)).toBeUndefined();
    await screen.flushed();
    expect(JSON.stringify(screen.received)).not.toMatch(/Linnet|900 123|"night","id"/);
    const lines = await night.server.db.query<{ name: string; payload: unknown }[]>("SELECT name, payload FROM event WHERE entity_type = 'night' ORDER BY seq");
    expect(lines.map(({ name }) => name)).toEqual(['night.onCallGap', ...Array.from({ length: 4 }, () => 'night.onCallNamed')]);
    expect(JSON.stringify(lines)).not.toMatch(/Rowan|Linnet|01632/);
  });

  test('for tonight or the month to come, not for a night that is over or a day that is none', async () => {
    const ask = (when: string) => ({ night: when, post: 'amhp' as const, name: 'Dr Linnet', phone: '07700 900 124' });
    expect(await night.coordinator.refused(alarms.nameOnCall, ask('2026-11-19'))).toBe('night-not-to-come');
    expect(await night.coordinator.refused(alarms.nameOnCall, ask('2026-12-22'))).toBe('night-not-to-come');
    expect(await night.coordinator.refused(alarms.nameOnCall, ask('2026-02-30'))).toBe('not-understood');
    await night.coordinator.call(alarms.nameOnCall, ask('2026-12-21'));
  });
});

test('alarms are counted for each hour that somebody sat in control, and nobody is to be recognised in it', async () => {
  const { alarms: load } = await night.supervisor.call(readFigures, { nights: 1 });
  expect(load.fired).toBeGreaterThanOrEqual(5);
  expect(load.controlHours).toBeGreaterThan(1);
  expect(load.perHour).toBeCloseTo((load.fired ?? 0) / load.controlHours, 0);
  expect(Object.keys(load)).toEqual(['fired', 'controlHours', 'perHour']);
});
