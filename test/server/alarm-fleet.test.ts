// Alarms with several servers, a flood, a rehearsal's clock, a database from before alarms, and a long past.
import { afterEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { DUE_PAGE } from '../../server/alarms/alarm.store.ts';
import { rehearsalClock, wallNow, type Clock } from '../../server/clock/clock.ts';
import { makeLogger } from '../../server/http/request-log.ts';
import { serve } from '../../server/serve.ts';
import { minutesBetween } from '../../shared/domain/instant.ts';
import { NO_ANSWERS } from '../../shared/domain/policy.ts';
import { expectAlarmsToTellTheState, untilAllFired } from '../support/alarm-verdict.ts';
import { waitFor } from '../support/wait-for.ts';
import { movableClock, startNight, type Night } from '../support/walk.ts';

let night: Night;
afterEach(() => night.server.stop());

/** Another process of the same deployment, as far as this one can tell. */
const secondServer = (clock: Clock, settings: { NIGHTJAR_ROLE?: 'web' } = {}) => {
  const { config, databaseUrl, home, keys } = night.server;
  return serve({ config: { ...config, ...settings }, databaseUrl, home, clock, keys, log: makeLogger('silent') });
};
/** As its own process does within minutes: the plan is chosen by what the table holds. */
async function analyse(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('ANALYZE alarm');
  await client.end();
}
const mild = () => night.raise(night.coordinator, { reportedAt: night.now(), answers: NO_ANSWERS });
const firings = async (): Promise<number> => (await night.server.db.query<{ count: number }[]>("SELECT count(*) FROM event WHERE name = 'alarm.fired'"))[0]?.count ?? 0;

describe('several servers on one database', () => {
  test('fire each of a flood once between them, and a command is not kept waiting', async () => {
    const clock = movableClock('2026-11-20T20:00:00.000Z');
    night = await startNight({ clock });
    const others = [await secondServer(clock), await secondServer(clock)];
    const [incidentId] = [await mild()];
    const calls = 150;
    for (let call = 1; call < calls; call += 10) await Promise.all(Array.from({ length: Math.min(10, calls - call) }, mild));
    clock.move(5);
    await waitFor('the flood to begin', async () => await firings() > 0);
    const started = performance.now();
    await night.grade(incidentId, 3);
    expect(performance.now() - started).toBeLessThan(1_000);
    await untilAllFired(night.server.db, clock.now());
    expect(await expectAlarmsToTellTheState(night.server.db)).toBeGreaterThanOrEqual(calls - 1);
    for (const other of others) await other.stop();
  }, 60_000);

  test('of which one is for the web alone: it fires none, and the screens of both show what the other fires', async () => {
    const clock = movableClock('2026-11-20T20:00:00.000Z');
    night = await startNight({ clock });
    const web = await secondServer(clock, { NIGHTJAR_ROLE: 'web' });
    const incidentId = await mild();
    clock.move(5);
    const shown = async (): Promise<unknown> => {
      const response = await fetch(`${web.url}/api/incidents/${incidentId}`, { headers: { cookie: night.coordinator.cookie } });
      return response.json();
    };
    await waitFor('the alarm', async () => JSON.stringify(await shown()).includes('"cause":"ungraded"'), 2_000);
    expect(await firings()).toBe(1);
    await web.stop();
  });
});

test('a rehearsal at sixty times the speed fires within two seconds of the wall', async () => {
  const { kind, speed, now } = rehearsalClock({ domainAt: '2026-11-20T20:00:00.000Z', wallAt: wallNow(), speed: 60, until: null });
  night = await startNight({ clock: { kind, speed, now } });
  await mild();
  await waitFor('five minutes to pass and the alarm to fire', async () => await firings() > 0, 10_000);
  const [row] = await night.server.db.query<{ due: string; fired: string }[]>('SELECT due_at AS due, fired_at AS fired FROM alarm WHERE fired_at IS NOT NULL');
  expect(minutesBetween(row?.due ?? '', row?.fired ?? '')).toBeGreaterThanOrEqual(0);
  expect(minutesBetween(row?.due ?? '', row?.fired ?? '')).toBeLessThan(2);
});

describe('after a start', () => {
  test('what came due while nobody served fires at the first look', async () => {
    const clock = movableClock('2026-11-20T20:00:00.000Z');
    night = await startNight({ clock });
    const incidentId = await mild();
    await night.server.restart(async () => { clock.move(45 * 60); });
    await waitFor('all three', async () => await firings() === 3, 5_000);
    expect((await night.file(incidentId)).incident.attendedAt).toBeNull();
    await expectAlarmsToTellTheState(night.server.db);
  });

  test('a database from before alarms has them for every open incident, and one that fired before fires no more', async () => {
    const clock = movableClock('2026-11-20T20:00:00.000Z');
    night = await startNight({ clock });
    const [open, closed] = [await mild(), await mild()];
    await night.grade(open, 3);
    await night.end(closed);
    clock.move(24 * 60);
    await waitFor('nobody booked', async () => await firings() === 1);
    await night.server.restart(async () => { await night.server.db.query('DELETE FROM alarm WHERE fired_at IS NULL'); });
    await waitFor('the rows to be there again', async () => (await night.server.db.query<unknown[]>('SELECT FROM alarm')).length === 3, 5_000);
    clock.move(20 * 60);
    await waitFor('nobody there', async () => await firings() === 2);
    expect(await expectAlarmsToTellTheState(night.server.db)).toBe(2);
  });
});

test('what is due is found by the index of what has not fired, however long the past', async () => {
  const clock = movableClock('2026-11-20T20:00:00.000Z');
  night = await startNight({ clock });
  const incidentId = await mild();
  await night.server.db.query(
    `INSERT INTO alarm (id, incident_id, cause, about_id, due_at, fired_at, ended_at)
     SELECT gen_random_uuid(), $1, 'task-window', gen_random_uuid(), at, at, at FROM generate_series('2016-01-01T00:00:00Z'::timestamptz, '2026-01-01T00:00:00Z', interval '1 hour') AS at`, [incidentId]);
  await analyse(night.server.migrateDatabaseUrl);
  const plan = JSON.stringify(await night.server.db.query(`EXPLAIN ${DUE_PAGE}`, [clock.now(), null, null, 100]));
  expect(plan).toContain('Index Scan using alarm_to_fire');
  expect(plan).not.toContain('Seq Scan');
  expect(plan).not.toContain('Sort');
  await night.server.db.query('DELETE FROM alarm WHERE incident_id = $1', [incidentId]);
});
