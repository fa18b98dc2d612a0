// A rehearsal that nobody serves: its clock stands, paused or not, and is found no earlier than where it stood.
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { rehearsalClock } from '../../server/clock/clock.ts';
import { beat, openDeployment, readDeployment, refuseOtherKind } from '../../server/clock/deployment.ts';
import { connect } from '../../server/database/connect.ts';
import { plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';
import type { Db } from '../support/server.ts';

const FROM: Instant = '2026-11-20T19:00:00.000Z';
const WALL = Date.parse('2026-11-22T10:00:00.000Z');
const AN_HOUR_MS = 3_600_000;

let database: TestDatabase;
let db: Db;

beforeEach(async () => {
  database = await createTestDatabase();
  db = await connect(database.databaseUrl, [], { poolSize: 1 });
  jest.spyOn(Date, 'now').mockReturnValue(WALL);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await db.destroy();
  await database.drop();
});

const wallIs = (ms: number): unknown => jest.spyOn(Date, 'now').mockReturnValue(WALL + ms);
const opened = (speed: number) => openDeployment(db, 'rehearsal', FROM, { speed, seed: 1, endsAt: null });

test.each([0, 1, 60])('at speed %p: an hour without a server is no time at all', async (speed) => {
  const clock = await opened(speed);
  wallIs(10_000);
  await beat(db, clock);
  const stood = clock.now();
  expect(stood).toBe(plusMinutes(FROM, speed / 6));

  wallIs(AN_HOUR_MS);
  const again = await opened(speed);
  expect(again.now()).toBe(stood);
  wallIs(AN_HOUR_MS + 1_000);
  expect(again.now()).toBe(plusMinutes(stood, speed / 60));
});

test('a second server that starts meanwhile goes by the same anchor', async () => {
  const clock = await opened(60);
  wallIs(10_000);
  await beat(db, clock);
  wallIs(12_000);
  expect((await opened(60)).now()).toBe(clock.now());
});

test('killed before it could say where it stood, it begins no earlier than the log’s last line', async () => {
  const clock = await opened(60);
  await beat(db, clock);
  const later = plusMinutes(FROM, 2);
  await db.query(
    `INSERT INTO event (seq, occurred_at, received_at, name, event_version, entity_type, entity_id, payload, prev_hash, hash) VALUES (1, $1, $1, 'duty.started', 1, 'duty', gen_random_uuid(), '{}', '', '')`, [later],
  );
  wallIs(AN_HOUR_MS);
  expect((await opened(60)).now()).toBe(later);
});

test('its plan is that of its first start', async () => {
  await opened(60);
  await openDeployment(db, 'rehearsal', plusMinutes(FROM, 99), { speed: 5, seed: 2, endsAt: plusMinutes(FROM, 100) });
  expect(await readDeployment(db)).toMatchObject({ started_at: FROM, speed: 60, seed: 1, ends_at: null });
});

test('a database of the other kind is refused in both directions, before and at its opening', async () => {
  await refuseOtherKind(db, 'live');
  await openDeployment(db, 'live', FROM);
  await refuseOtherKind(db, 'live');
  await expect(refuseOtherKind(db, 'rehearsal')).rejects.toThrow('This database is live. A rehearsal cannot touch it');
  await expect(openDeployment(db, 'rehearsal', FROM)).rejects.toThrow('This database is live. A rehearsal cannot touch it');

  await db.query('DELETE FROM deployment');
  await opened(60);
  await expect(refuseOtherKind(db, 'live')).rejects.toThrow('This database is a rehearsal. It cannot be opened as the live service');
  await expect(openDeployment(db, 'live', FROM)).rejects.toThrow('This database is a rehearsal. It cannot be opened as the live service');
});

test('a database that was never migrated is of no kind yet', async () => {
  const empty = await createTestDatabase({ template: 'template1' });
  const nobodys = await connect(empty.adminUrl, [], { poolSize: 1 });
  await refuseOtherKind(nobodys, 'live');
  await refuseOtherKind(nobodys, 'rehearsal');
  await nobodys.destroy();
  await empty.drop();
});

test('a live database cannot be given a rehearsal’s speed, seed or hours', async () => {
  await openDeployment(db, 'live', FROM);
  for (const change of ['speed = 60', 'seed = 1', `ends_at = '${FROM}'`, `over_at = '${FROM}'`]) await expect(db.query(`UPDATE deployment SET ${change}`)).rejects.toThrow('violates check constraint');
});

test('an anchor that lies ahead: the one before runs up to it, and time is one line through both', () => {
  const at = (ms: number): Instant => new Date(WALL + ms).toISOString();
  const clock = rehearsalClock({ domainAt: FROM, wallAt: at(0), speed: 60, until: null });
  clock.turn?.({ domainAt: plusMinutes(FROM, 10), wallAt: at(10_000), speed: 0, until: null });
  const seen = [0, 9_999, 10_000, 60_000].map((ms) => { wallIs(ms); return [Date.parse(clock.now()) - Date.parse(FROM), clock.speed]; });
  expect(seen).toEqual([[0, 60], [9_999 * 60, 60], [600_000, 0], [600_000, 0]]);
});

test('a wall clock that is set back turns no rehearsal back', () => {
  const clock = rehearsalClock({ domainAt: FROM, wallAt: new Date(WALL).toISOString(), speed: 60, until: null });
  wallIs(5_000);
  const latest = clock.now();
  wallIs(-60_000);
  expect(clock.now()).toBe(latest);
});

test('it stands at the end of its hours by itself, to the millisecond', () => {
  const until = plusMinutes(FROM, 1);
  const clock = rehearsalClock({ domainAt: FROM, wallAt: new Date(WALL).toISOString(), speed: 600, until });
  wallIs(99);
  expect(clock.speed).toBe(600);
  wallIs(AN_HOUR_MS);
  expect([clock.now(), clock.speed]).toEqual([until, 0]);
});
