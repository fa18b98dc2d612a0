// Alarms on a real server: at their time by the domain's clock, once, while their cause holds, and to those who may see the incident.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { byItself } from '../../server/alarms/fire-alarms.ts';
import { liveClock } from '../../server/clock/clock.ts';
import { newId } from '../../server/database/transaction.ts';
import { lockFileIfFree } from '../../server/incidents/incident.store.ts';
import { standDown } from '../../shared/protocol/dispatch.ts';
import { passToPolice, readIncident, restrictIncident } from '../../shared/protocol/incidents.ts';
import { NO_ANSWERS } from '../../shared/domain/policy.ts';
import { expectAlarmsToTellTheState, untilAllFired } from '../support/alarm-verdict.ts';
import { Screen } from '../support/screen.ts';
import { waitFor } from '../support/wait-for.ts';
import { movableClock, startNight, type Crew, type Night } from '../support/walk.ts';

const clock = movableClock('2026-11-20T20:00:00.000Z');
let night: Night;
let crew: Crew;
beforeAll(async () => {
  night = await startNight({ clock });
  crew = await night.crew();
});
afterAll(() => night.server.stop());

const raised = (change: Parameters<Night['raise']>[1] = {}) => night.raise(night.coordinator, { reportedAt: clock.now(), ...change });
const mild = () => raised({ answers: NO_ANSWERS });
/** What its log says has fired, by cause. */
const fired = async (incidentId: string): Promise<string[]> =>
  (await night.server.db.query<{ cause: string }[]>("SELECT payload->>'cause' AS cause FROM event WHERE incident_id = $1 AND name = 'alarm.fired' ORDER BY seq", [incidentId])).map(({ cause }) => cause);
const shown = async (incidentId: string): Promise<string[]> => (await night.coordinator.call(readIncident, { incidentId })).incident.alarms.map(({ cause }) => cause);
const allFired = () => untilAllFired(night.server.db, clock.now());

describe('an alarm', () => {
  test('fires when its time has come and not before; the log, the screens and the timeline say so in a sentence', async () => {
    const incidentId = await mild();
    const screen = await Screen.open(night.coordinator);
    clock.move(4);
    // One that is due stands for a look at everything: after it, what is not due was passed over.
    const due = await raised({ reportedAt: clock.now(), answers: { ...NO_ANSWERS, dangerNow: true } });
    await waitFor('the Grade 1 to be told', async () => (await fired(due)).length > 0);
    expect(await fired(incidentId)).toEqual([]);
    expect(await shown(incidentId)).toEqual([]);

    const dueAt = clock.move(1);
    await waitFor('the alarm on the console', () => alarmsOn(screen, incidentId).length > 0, 2_000);
    expect(alarmsOn(screen, incidentId)).toEqual([{
      id: expect.any(String), cause: 'ungraded', aboutId: incidentId, dueAt, firedAt: dueAt, stage: 'coordinator', cameAt: null, because: null,
      acknowledgedBy: null, acknowledgedAt: null, putOffUntil: null, putOffBy: null, putOffReason: null,
    }]);
    const { timeline, incident } = await night.coordinator.call(readIncident, { incidentId });
    expect(timeline.at(-1)).toMatchObject({ at: dueAt, name: 'alarm.fired', by: 'Nightjar', organisation: '', sentence: 'Alarm: grade not confirmed 5 minutes after the report', note: null });
    expect(incident.alarms).toEqual(alarmsOn(screen, incidentId));
    expect(incident.version).toBe(1);
    expect(screen.faults).toEqual([]);
  });

  test('of a cause that is over first never fires', async () => {
    const incidentId = await mild();
    clock.move(4);
    await night.grade(incidentId, 3);
    clock.move(60);
    await allFired();
    expect(await fired(incidentId)).toEqual([]);
    expect(await night.server.db.query("SELECT 1 FROM alarm WHERE incident_id = $1 AND cause = 'ungraded'", [incidentId])).toEqual([]);
  });

  test('is over when its cause is, leaves the screens, and stands again without firing twice', async () => {
    const incidentId = await raised();
    await night.grade(incidentId, 2);
    const taskId = await night.task(incidentId);
    clock.move(41);
    await allFired();
    expect(await shown(incidentId)).toEqual(['grade-2-unallocated']);
    const assignmentIds = await night.send(taskId, crew.both);
    expect(await shown(incidentId)).toEqual([]);
    await night.coordinator.call(standDown, { incidentId, assignmentIds, reason: 'Needed elsewhere' });
    expect(await shown(incidentId)).toEqual(['grade-2-unallocated']);
    clock.move(20);
    await allFired();
    expect(await fired(incidentId)).toEqual(['grade-2-unallocated', 'grade-2-imminent', 'grade-2-breach']);
    expect(await shown(incidentId)).toEqual(['grade-2-breach', 'grade-2-imminent', 'grade-2-unallocated']);
  });

  test('of a late entry, due already when it is written down, fires at once', async () => {
    const incidentId = await raised({ reportedAt: '2026-11-20T14:00:00.000Z' });
    await waitFor('each warning', async () => (await fired(incidentId)).length === 4, 2_000);
    expect((await fired(incidentId)).toSorted()).toEqual(['grade-2-breach', 'grade-2-imminent', 'grade-2-unallocated', 'ungraded']);
  });

  test('of a Grade 1 stands until the police have it', async () => {
    const incidentId = await raised({ answers: { ...NO_ANSWERS, dangerNow: true } });
    await waitFor('the alarm', async () => (await shown(incidentId)).includes('grade-1-not-passed'), 2_000);
    await night.coordinator.call(passToPolice, { incidentId, takenBy: 'Inspector Rees', reference: 'LC-77' });
    expect(await shown(incidentId)).not.toContain('grade-1-not-passed');
  });

  test('of a closed incident is none', async () => {
    const incidentId = await mild();
    clock.move(6);
    await allFired();
    await night.end(incidentId);
    expect(await shown(incidentId)).toEqual([]);
    clock.move(48 * 60);
    await allFired();
    expect(await fired(incidentId)).toEqual(['ungraded']);
  });
});

describe('an incident that a command has', () => {
  test('is left to it, keeps no other waiting, and its alarm fires afterwards', async () => {
    const [held, other] = [await mild(), await mild()];
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => { release = resolve; });
    let locked = (): void => undefined;
    const hasIt = new Promise<void>((resolve) => { locked = resolve; });
    const command = byItself({ db: night.server.db, clock: liveClock, keys: night.server.keys }, async (tx) => {
      await lockFileIfFree(tx, held);
      locked();
      await released;
    });
    await hasIt;
    clock.move(5);
    await waitFor('the other’s alarm', async () => (await fired(other)).length > 0, 2_000);
    expect(await fired(held)).toEqual([]);
    release();
    await command;
    await waitFor('its own alarm', async () => (await fired(held)).length > 0, 2_000);
  });
});

async function allToldAll(screens: ReadonlyMap<string, Screen>): Promise<void> {
  const [head] = await night.server.db.query<{ seq: number }[]>('SELECT max(seq) AS seq FROM event');
  await waitFor('every screen to have been told', async () => (await Promise.all([...screens.values()].map(async (screen) => { await screen.flushed(); return heardUpTo(screen) >= (head?.seq ?? 0); }))).every(Boolean));
}

describe('who hears of it', () => {
  test('those who may see the incident, and nobody else', async () => {
    const restricted = await mild();
    await night.supervisor.call(restrictIncident, { incidentId: restricted, staffIds: [night.supervisor.staffId], reason: 'A member of staff lives there' });
    const people = {
      coordinator: night.coordinator, supervisor: night.supervisor, other: await night.onDuty('supervisor'), edt: night.edt, responder: crew.constable, dayWorker: night.dayWorker,
      auditor: await night.server.person('auditor'), analyst: await night.server.person('analyst'), administrator: await night.server.person('administrator'),
    };
    const screens = new Map(await Promise.all(Object.entries(people).map(async ([who, person]) => [who, await Screen.open(person)] as const)));
    // Who could see it until it was restricted is told that it is gone, and that may still be on its way.
    await allToldAll(screens);
    const before = new Map([...screens].map(([who, screen]) => { screen.news(); return [who, screen.received.length]; }));
    clock.move(5);
    await allFired();
    await allToldAll(screens);
    const heard = [...screens].filter(([, screen]) => screen.news().some(({ id }) => id === restricted)).map(([who]) => who);
    expect(heard.toSorted()).toEqual(['coordinator', 'supervisor']);
    expect([...screens].filter(([who, screen]) => JSON.stringify(screen.received.slice(before.get(who))).includes(restricted)).map(([who]) => who).toSorted()).toEqual(['coordinator', 'supervisor']);
    expect(alarmsOn(screens.get('supervisor'), restricted)).toMatchObject([{ cause: 'ungraded' }]);
  });
});

describe('what cannot be fired', () => {
  test('is logged without a word of the case, keeps no other waiting, and fires once it can', async () => {
    const [broken, other] = [await mild(), await mild()];
    const policyId = newId();
    await night.server.db.query("INSERT INTO policy (id, version, body, from_at) SELECT $1, 99, '{}', '2099-01-01T00:00:00Z'", [policyId]);
    const [before] = await night.server.db.query<{ grade_policy_id: string }[]>('SELECT grade_policy_id FROM incident WHERE id = $1', [broken]);
    await night.server.db.query('UPDATE incident SET grade_policy_id = $2 WHERE id = $1', [broken, policyId]);
    clock.move(5);
    await waitFor('the other’s alarm', async () => (await fired(other)).length > 0, 2_000);
    await waitFor('the fault on the log', () => night.server.logged().includes('an alarm could not be fired'));
    expect(night.server.logged()).not.toMatch(/Shouting|Amin/);
    await night.server.db.query('UPDATE incident SET grade_policy_id = $2 WHERE id = $1', [broken, before?.grade_policy_id]);
    await waitFor('its own', async () => (await fired(broken)).length > 0, 2_000);
  });
});

test('after all of this the rows are what the log tells, each alarm once', async () => {
  await allFired();
  expect(await expectAlarmsToTellTheState(night.server.db)).toBeGreaterThan(8);
});

function alarmsOn(screen: Screen | undefined, incidentId: string): unknown[] {
  const alarms: unknown = Reflect.get(Object(screen?.view(incidentId)), 'alarms');
  return Array.isArray(alarms) ? alarms : [];
}
const heardUpTo = (screen: Screen): number => Math.max(0, ...screen.received.map((sent) => Number(Reflect.get(Object(sent), 'seq') ?? 0)));
