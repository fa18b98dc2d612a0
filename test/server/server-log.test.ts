// What is kept of a busy night: no word of it in the server's log, whatever failed, and no secret anywhere.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { withClient } from '../../server/database/with-client.ts';
import { addAccount } from '../../shared/protocol/admin.ts';
import { readLive } from '../../shared/protocol/duties.ts';
import { lodgeOvernightNote, readHandover, rejectHandover } from '../../shared/protocol/handovers.ts';
import { correctIncident } from '../../shared/protocol/incidents.ts';
import { findPlaces } from '../../shared/protocol/places.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { wallNow } from '../../server/clock/clock.ts';
import { newId } from '../../server/database/transaction.ts';
import { aCall, known, startNight, TOLD, type Night } from '../support/night.ts';
import { Screen } from '../support/screen.ts';
import { startTestServer, type Person, type TestServer } from '../support/server.ts';

const PASSWORD = 'lapwing-over-the-moss';
const SEARCHED = 'Gallowsfield';

let server: TestServer;
let night: Night;
/** What opens a door: tokens of sessions and of a link, and a password. */
let secrets: string[];
beforeAll(async () => {
  server = await startTestServer();
  night = await startNight(server);
  secrets = [...await signedUp('quiet.starter'), known(night.coordinator.cookie.split('=')[1]), PASSWORD];
  await work();
  await refusedRequests();
  await failingRequest();
});
afterAll(() => server.stop());

const post = (path: string, body: string, cookie = night.coordinator.cookie, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${server.url}/api${path}`, { method: 'POST', headers: { 'content-type': 'application/json', cookie, ...headers }, body });

/** A new account by its link, which signs in: the link's token and the session's. */
async function signedUp(username: string): Promise<string[]> {
  const { body } = await night.administrator.raw('GET', '/api/me');
  const { link } = await night.administrator.call(addAccount, { username, name: 'Lorcan Nightingale', organisationId: String(Reflect.get(Object(body), 'organisationId')), profession: null });
  const token = known(link.split('#')[1]);
  await post('/links/use', JSON.stringify({ token, password: PASSWORD }));
  const [cookie] = (await post('/session', JSON.stringify({ username, password: PASSWORD }))).headers.getSetCookie();
  return [token, known(cookie?.split(/[=;]/)[1])];
}

/** A night's work with screens open, and searches. */
async function work(): Promise<void> {
  const screens = await Promise.all([night.coordinator, night.edt, night.constable].map((person) => Screen.open(person)));
  const crew = await night.attended();
  await night.coordinator.call(correctIncident, { incidentId: crew.incidentId, expectedVersion: (await night.record(crew.incidentId)).version, summary: TOLD.summary, reason: TOLD.note });
  const { handoverId } = await night.handedOver(night.north, crew.incidentId);
  await night.northMember.call(readHandover, { handoverId });
  await night.northMember.call(rejectHandover, { handoverId, reason: TOLD.note, rightTeamId: null });
  await night.northMember.call(lodgeOvernightNote, { receivingTeamId: night.north, about: TOLD.child, place: TOLD.place, phone: TOLD.phone, body: TOLD.note, plan: TOLD.note, expiresAt: plusMinutes(wallNow(), 60) });
  await night.coordinator.call(findPlaces, { q: SEARCHED });
  for (const screen of screens) screen.socket.disconnect();
}

/** Every kind of no, with all of it in the request. */
async function refusedRequests(): Promise<void> {
  const call = JSON.stringify({ commandId: newId(), ...aCall() });
  const answers = [
    await post('/incidents', call, ''), await post('/incidents', call, night.northMember.cookie), await post('/incidents', call, night.coordinator.cookie, { origin: 'https://evil.example' }),
    await post('/incidents', call.slice(0, -5)), await post('/incidents', call.replace('"door":"cmu"', `"door":"${TOLD.child}"`)), await post('/incidents', call.replace('"summary"', `"${TOLD.summary}"`)),
    await post('/incidents', call.replace(TOLD.summary, TOLD.summary.repeat(5_000))), await post(`/incidents/${encodeURIComponent(TOLD.child)}/notes`, call), await post(`/${encodeURIComponent(TOLD.child)}`, call),
    await post('/session', JSON.stringify({ username: night.coordinator.username, password: PASSWORD })),
    await fetch(`${server.url}/api/on-duty?q=${SEARCHED}&name=${encodeURIComponent(TOLD.child)}`, { headers: { cookie: night.coordinator.cookie } }),
    await fetch(`${server.url}/api/incidents/${newId()}?purpose=${encodeURIComponent(TOLD.child)}`, { headers: { cookie: night.coordinator.cookie } }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([401, 403, 403, 400, 400, 400, 413, 404, 404, 401, 400, 404]);
}

/** The database refuses a row, and says so with the whole row in its message's details. */
async function failingRequest(): Promise<void> {
  const alter = (sql: string) => withClient(server.migrateDatabaseUrl, 'test', (owner) => owner.query(`ALTER TABLE call ${sql}`));
  await alter('ADD CONSTRAINT nobody_rings CHECK (phone IS NULL) NOT VALID');
  const failed = await night.coordinator.raw('POST', '/api/incidents', { commandId: newId(), ...aCall() });
  expect(failed).toMatchObject({ status: 500, body: { reference: expect.any(String) } });
  for (const said of [...Object.values(TOLD), 'nobody_rings']) expect(JSON.stringify(failed)).not.toContain(said);
  await alter('DROP CONSTRAINT nobody_rings');
}

const people = (): Person[] => Object.values(night).filter((one): one is Person => typeof one === 'object' && 'staffId' in one);

describe('the server’s log', () => {
  test('tells of every request by its pattern, its status and its time, and of what failed', () => {
    const lines = server.logged().trim().split('\n').map((line): unknown => JSON.parse(line));
    expect(lines).toContainEqual(expect.objectContaining({ msg: 'request', method: 'POST', route: '/api/incidents', status: 200, ms: expect.any(Number) }));
    expect(lines).toContainEqual(expect.objectContaining({ msg: 'request', method: 'POST', route: '/api/incidents', status: 500 }));
    expect(lines).toContainEqual(expect.objectContaining({ msg: 'unexpected', err: expect.objectContaining({ code: '23514' }) }));
  });

  test('holds nothing that was said, nobody’s name, and nothing that was searched for; nor do the figures for Prometheus', async () => {
    const log = server.logged() + await (await fetch(`${server.url}/api/metrics`)).text();
    expect(log).toContain('nightjar_http_request_seconds');
    const said = [...Object.values(TOLD), ...Object.values(TOLD).map((text) => encodeURIComponent(text)), SEARCHED, 'Quillfeather', 'Lorcan', 'quiet.starter', 'As assessed'];
    for (const text of said) expect(log).not.toContain(text);
    for (const { name, username } of people()) for (const text of [name, ...name.split(' '), `"${username}"`, `=${username}`]) expect(log).not.toContain(text);
  });
});

describe('secrets', () => {
  test('tokens and passwords are in no table and in no line of the log', async () => {
    const tables = await server.db.query<{ name: string }[]>("SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'");
    expect(tables.length).toBeGreaterThan(30);
    const kept = [server.logged()];
    for (const { name } of tables) kept.push(...(await server.db.query<{ row: string }[]>(`SELECT t::text AS row FROM "${name}" t`)).map(({ row }) => row));
    expect(kept.length).toBeGreaterThan(100);
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(12);
      expect(kept.filter((text) => text.includes(secret))).toEqual([]);
    }
  });

  test('nor does any answer hold one', async () => {
    for (const person of people()) {
      const answers = JSON.stringify([await person.call(readLive, {}), await person.raw('GET', '/api/me'), await night.administrator.raw('GET', '/api/admin/accounts')]);
      for (const secret of [...secrets, 'argon2']) expect(answers).not.toContain(secret);
    }
  });
});
