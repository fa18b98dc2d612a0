// A seat is taken while a real person is there: not by a simulated one, nor by somebody who has left; and a live service knows none of it.
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { signOut } from '../../shared/protocol/session.ts';
import { markSimulated, readRehearsal, readSeats, setSpeed } from '../../shared/protocol/rehearsal.ts';
import { wallNow } from '../../server/clock/clock.ts';
import { openSession } from '../../server/identity/session.store.ts';
import { startTestServer, type Person, type TestServer } from '../support/server.ts';
import { waitFor } from '../support/wait-for.ts';

let server: TestServer;
let simulated: Person;
let person: Person;
beforeAll(async () => {
  server = await startTestServer({ rehearsal: { from: '2026-11-20T19:00:00.000Z', speed: 60, seed: 1, endsAt: null } });
  simulated = await server.person('coordinator');
  await simulated.call(markSimulated, {});
});
afterAll(() => server.stop());
afterEach(() => server.db.query('DELETE FROM session WHERE account_id <> $1', [simulated.accountId]));

const taken = (): Promise<string[]> => simulated.call(readSeats, {});
/** As if so many seconds had passed since anybody was heard of. */
const quietFor = (seconds: number): Promise<unknown> =>
  server.db.query('UPDATE session SET seen_at = $1, screen_at = least(screen_at, $1)', [plusMinutes(wallNow(), -seconds / 60)]);

test('a person who signs in takes the seat, the simulated one does not, and leaves it by signing out', async () => {
  person = await server.person('responder');
  expect(await taken()).toEqual([person.username]);
  await person.call(signOut, {});
  expect(await taken()).toEqual([]);
});

test('one account with a simulated session and a real one is taken; the simulated one goes on', async () => {
  await openSession(server.db, simulated.accountId, { idleMinutes: 60, hours: 12 });
  expect(await taken()).toEqual([simulated.username]);
  await server.db.query('DELETE FROM session WHERE account_id = $1 AND NOT simulated', [simulated.accountId]);
  expect(await taken()).toEqual([]);
});

test('a minute after the last thing they did it is free', async () => {
  person = await server.person('edt');
  await quietFor(55);
  expect(await taken()).toEqual([person.username]);
  await quietFor(65);
  expect(await taken()).toEqual([]);
});

test('who only looks on stays: a screen that is open holds the seat, and lets it go once it is closed', async () => {
  person = await server.person('supervisor');
  const screen = await person.socket();
  await quietFor(90);
  await waitFor('the open screen is noted', async () => (await taken()).includes(person.username), 7_000);
  screen.disconnect();
  await waitFor('it is free again', async () => {
    await quietFor(90);
    return (await taken()).length === 0;
  });
});

test('a screen of a simulated session holds nothing', async () => {
  const screen = await simulated.socket();
  await server.db.query('UPDATE session SET screen_at = NULL');
  person = await server.person('responder');
  await person.socket();
  await waitFor('the other screen is noted', async () => (await server.db.query<unknown[]>('SELECT 1 FROM session WHERE screen_at IS NOT NULL')).length > 0, 7_000);
  expect(await taken()).toEqual([person.username]);
  screen.disconnect();
});

test('a disabled account holds no seat', async () => {
  person = await server.person('responder');
  await server.db.query('UPDATE account SET disabled_at = $2 WHERE id = $1', [person.accountId, wallNow()]);
  expect(await taken()).toEqual([]);
});

test('the live service has no rehearsal: nothing to read, hurry, simulate or sit in', async () => {
  const live = await startTestServer();
  try {
    const coordinator = await live.person('coordinator');
    expect(await coordinator.refused(setSpeed, { speed: 60 })).toBe('not-a-rehearsal');
    for (const route of [readRehearsal, markSimulated, readSeats]) expect(await coordinator.refused(route, {})).toBe('not-a-rehearsal');
    expect((await coordinator.raw('GET', '/api/rehearsal')).status).toBe(404);
    expect(await live.db.query('SELECT kind, speed FROM deployment')).toEqual([{ kind: 'live', speed: 1 }]);
    expect(await live.db.query('SELECT 1 FROM session WHERE simulated')).toEqual([]);
  } finally {
    await live.stop();
  }
});
