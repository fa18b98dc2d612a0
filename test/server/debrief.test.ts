// The debrief over HTTP: control reads it with its incidents, the analyst without, nobody learns of what is restricted, and the file is a file that a spreadsheet may open.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvOf } from '../../server/reports/csv.ts';
import { unlessSmallIn } from '../../server/reports/small-counts.ts';
import { dutyNightOf, nightStart } from '../../shared/domain/duty-night.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { readAccessLog } from '../../shared/protocol/admin.ts';
import { DebriefView, exportDebrief, readDebrief } from '../../shared/protocol/debrief.ts';
import { raiseIncident, restrictIncident } from '../../shared/protocol/incidents.ts';
import { untilAllFired } from '../support/alarm-verdict.ts';
import { addressOf } from '../support/address.ts';
import type { Person } from '../support/server.ts';
import { CALLER, movableClock, SAID, startNight, type Crew, type Night } from '../support/walk.ts';

/** A Friday in the middle of a night. */
const clock = movableClock('2026-11-20T19:00:00.000Z');
let night: Night;
let analyst: Person;
/** Raised nothing and owns nothing, so is not named either. */
let coordinator: Person;
let crew: Crew;
/** One was attended after 58 minutes, and both were there; the second is still waiting; the third is restricted. */
let [attended, waiting, hidden] = ['', '', ''];
const refs: Record<string, string> = {};

beforeAll(async () => {
  night = await startNight({ clock });
  analyst = await night.server.person('analyst');
  coordinator = await night.onDuty('coordinator');
  crew = await night.crew();
  attended = await raised(5);
  await night.grade(attended, 2);
  waiting = await raised(0);
  hidden = await raised(0);
  await night.supervisor.call(restrictIncident, { incidentId: hidden, staffIds: [night.supervisor.staffId], reason: 'A colleague lives there' });
  const taskId = await night.task(attended);
  clock.move(40);
  const [own, partner = ''] = await night.send(taskId, crew.both);
  clock.move(1);
  await night.step(crew.constable, own, 'accepted', { alsoFor: [partner] });
  await night.step(crew.constable, own, 'going', { alsoFor: [partner] });
  clock.move(12);
  await night.step(crew.constable, own, 'there');
  clock.move(6);
  await night.step(crew.socialWorker, partner, 'there');
  clock.move(9);
  // What fires in the very minute that a stretch ends is of the next.
  await untilAllFired(night.server.db, clock.now());
  clock.move(1);
  for (const { id, night: date, number } of await night.server.db.query<{ id: string; night: string; number: number }[]>('SELECT id, night, number FROM incident')) refs[id] = `EAR-${date.slice(5, 7)}${date.slice(8, 10)}-000${number}`;
});
afterAll(() => night.server.stop());

const raised = async (minutesAgo: number): Promise<string> => (await night.coordinator.call(raiseIncident, {
  door: 'cmu', reportedAt: plusMinutes(night.now(), -minutesAgo), summary: 'Shouting', location: { label: 'Wharf', lat: 53.759, lon: -2.699, secret: false }, people: [], caller: CALLER, flags: [], missingRisk: null, answers: SAID,
})).ids.incidentId ?? '';
const read = async (person: Person, stretch: { from?: string; until?: string } = {}) => DebriefView.parse(await person.call(readDebrief, stretch));
const file = async (person: Person, stretch: { from?: string; until?: string } = {}) => {
  const [path] = addressOf(exportDebrief, stretch);
  const response = await fetch(`${night.server.url}${path}`, { headers: { cookie: person.cookie } });
  return { status: response.status, type: response.headers.get('content-type'), name: response.headers.get('content-disposition'), text: await response.text() };
};
const linesOf = (text: string): Record<string, string>[] => parse(text, { columns: true });

test('control reads how many alarms fired for each hour that somebody sat there; who sees no single incident, no small count', async () => {
  const { alarms } = await read(coordinator);
  expect(alarms.controlHours).toBeGreaterThan(3);
  expect(alarms.fired).toBeGreaterThan(0);
  expect(alarms.perHour).toBeCloseTo((alarms.fired ?? 0) / alarms.controlHours, 0);
  const before = { until: '2026-11-20T18:59:00.000Z' };
  expect((await read(coordinator, before)).alarms).toEqual({ fired: 0, controlHours: 0, perHour: null });
  const fired = alarms.fired ?? 0;
  expect((await read(analyst)).alarms).toMatchObject(fired < 5 ? { fired: null, perHour: null } : { fired });
});

describe('control', () => {
  test('reads tonight from noon on: what was met, how long it took, and what waited longest with the reason', async () => {
    const debrief = await read(coordinator);
    expect(debrief).toMatchObject({ rehearsal: false, withheld: false, from: '2026-11-20T12:00:00.000Z', until: clock.now(), calls: 2 });
    expect(debrief.targets[0]).toMatchObject({ grade: 2, calls: 2, due: 2, met: 1, shareMet: 0.5, stillRunning: 0 });
    expect(debrief.arrivals.slice(0, 2)).toMatchObject([{ which: 'first', arrived: 1, medianMinutes: 58 }, { which: 'joint', arrived: 1, medianMinutes: 64 }]);
    expect(debrief.byDistrict.find(({ district }) => district === 'Preston')).toMatchObject({ calls: 2 });
    expect(debrief.waits.map(({ id, ref, outcome, why }) => ({ id, ref, outcome, why }))).toEqual([
      { id: waiting, ref: refs[waiting], outcome: 'still-waiting', why: '1 h 09 min and not graded.' },
      { id: attended, ref: refs[attended], outcome: 'attended', why: '40 min until a crew was sent: the one crew at work was free.' },
    ]);
  });

  test('an earlier stretch holds nothing of tonight, and what is still to come is until now', async () => {
    expect(await read(coordinator, { from: '2026-11-18T12:00:00.000Z', until: '2026-11-19T12:00:00.000Z' })).toMatchObject({ calls: 0, asAt: clock.now() });
    expect(await read(coordinator, { from: '2026-11-20T12:00:00.000Z', until: '2027-01-01T00:00:00.000Z' })).toMatchObject({ calls: 2, until: clock.now() });
  });

  test.each([
    ['an end before its beginning', { from: '2026-11-20T18:00:00.000Z', until: '2026-11-20T17:00:00.000Z' }], ['a beginning still to come', { from: '2026-11-21T12:00:00.000Z' }], ['a quarter', { from: '2026-08-20T12:00:00.000Z' }],
  ])('%s is refused', async (_what, stretch) => expect(await coordinator.refused(readDebrief, stretch)).toBe('stretch-impossible'));
});

describe('a restricted incident', () => {
  test('is there for the named alone: the debrief and the file of the others are those of a night without it', async () => {
    expect((await read(night.supervisor)).calls).toBe(3);
    expect((await read(night.supervisor)).waits.map(({ id }) => id)).toContain(hidden);

    const [seen, text] = [await read(coordinator), (await file(coordinator)).text];
    const aggregates = await read(analyst);
    await night.server.db.query('UPDATE incident SET night = $1 WHERE id = $2', ['1999-01-01', hidden]);
    expect(await read(coordinator)).toEqual(seen);
    expect((await file(coordinator)).text).toBe(text);
    expect(await read(analyst)).toEqual(aggregates);
    await night.server.db.query('UPDATE incident SET night = $1 WHERE id = $2', ['2026-11-20', hidden]);
    expect(text).not.toContain(refs[hidden]);
  });
});

describe('the analyst', () => {
  test('reads counts alone, and none of fewer than five', async () => {
    const debrief = await read(analyst);
    expect(debrief).toMatchObject({ withheld: true, calls: null, waits: [] });
    expect(JSON.stringify(debrief)).not.toMatch(/EAR-/);
    expect(debrief.targets.flatMap(({ calls, due, met, shareMet }) => [calls, due, met, shareMet]).filter((one) => one !== null && one > 0)).toEqual([]);
    expect(debrief.arrivals.every(({ medianMinutes }) => medianMinutes === null)).toBe(true);
  });

  test('what is withheld cannot be worked out from its neighbours and the sum', () => {
    expect(unlessSmallIn([7, 2, 30, 0])).toEqual([null, null, 30, 0]);
    expect(unlessSmallIn([7, 2, 3, 0])).toEqual([7, null, null, 0]);
    expect(unlessSmallIn([3, 25, 54, 36], new Set([0, 3]))).toEqual([null, 25, 54, null]);
    fc.assert(fc.property(fc.array(fc.nat({ max: 12 }), { minLength: 2 }), (cells) => {
      const shown = unlessSmallIn(cells);
      expect(shown.filter((one) => one === null).length).not.toBe(1);
      shown.forEach((one, index) => expect(one === null || one === cells[index]).toBe(true));
      expect(shown.every((one) => one === null || one === 0 || one >= 5)).toBe(true);
    }));
  });

  test('has no file', async () => expect(await analyst.refused(exportDebrief, {})).toBe('not-your-role'));
});

describe('the file', () => {
  test('has a line for each incident, with London’s clock and UTC, and is named for its night', async () => {
    const { status, type, name, text } = await file(coordinator);
    expect({ status, type, name }).toEqual({ status: 200, type: expect.stringContaining('text/csv'), name: 'attachment; filename=debrief-2026-11-20.csv' });
    expect(text.split('\r\n')[0]).toMatch(/^Reference,Grade,/);
    expect(linesOf(text)).toMatchObject([
      { Reference: refs[attended], 'Reported (local)': '2026-11-20 18:55', 'Reported (UTC)': '2026-11-20T18:55:00.000Z', 'First there (local)': '2026-11-20 19:53', Target: 'met', 'Minutes to first there': '58', 'Minutes to both there': '64', 'Times sent': '2', District: 'Preston' },
      { Reference: refs[waiting], 'First there (UTC)': '', Target: 'missed', 'Minutes waited: grading': '69' },
    ]);
  });

  test('in a rehearsal says so in its first line and its name, and the screen does too', async () => {
    await night.server.db.query("UPDATE deployment SET kind = 'rehearsal', anchor_domain_at = $1, anchor_wall_at = $1, started_at = $1, seed = 7", [plusMinutes('2026-11-20T19:00:00.000Z', -5)]);
    const { name, text } = await file(coordinator);
    expect(text.split(',')[0]).toBe('Rehearsal: these people and incidents are made up');
    expect(name).toContain('rehearsal-debrief-2026-11-20.csv');
    expect(new Set(parse(text).map((line: string[]) => line.length)).size).toBe(1);
    // Played from its start on, not from noon.
    expect(await read(coordinator)).toMatchObject({ rehearsal: true, from: '2026-11-20T18:55:00.000Z', calls: 2 });
    await night.server.db.query("UPDATE deployment SET kind = 'live', anchor_domain_at = NULL, anchor_wall_at = NULL, seed = NULL");
  });

  test('who read it, and who took the file, is kept', async () => {
    const before = await night.server.person('auditor');
    await file(coordinator);
    const [last] = await before.call(readAccessLog, {});
    expect(last).toMatchObject({ by: coordinator.name, action: 'export', entity: 'debrief', purpose: `2026-11-20T12:00:00.000Z to ${clock.now()}` });
  });

  test('any text comes back as it was, but for what a spreadsheet would run', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('=1+1', '+44', '-1', '@x', '"', 'a,b', 'a\r\nb', ' ', '\t=1'));
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 5 }), (lines) => {
      const width = Math.max(...lines.map(({ length }) => length));
      const safe = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
      expect(parse(csvOf(lines), { record_delimiter: '\r\n' })).toEqual(lines.map((line) => Array.from({ length: width }, (_, index) => safe(line[index] ?? ''))));
    }));
  });
});

test('a night begins at noon in London, summer and winter', () => {
  expect(nightStart('2026-11-20')).toBe('2026-11-20T12:00:00.000Z');
  expect(nightStart('2026-07-03')).toBe('2026-07-03T11:00:00.000Z');
  for (const night of ['2026-10-24', '2026-10-25', '2026-03-28', '2026-03-29']) {
    expect(dutyNightOf(nightStart(night))).toBe(night);
    expect(dutyNightOf(plusMinutes(nightStart(night), -1))).not.toBe(night);
  }
});
