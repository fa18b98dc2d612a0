// Who one is: signing in with real passwords, the cookie, and every way in which a session ends, over HTTP at once and on the socket within two seconds.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { wallNow } from '../../server/clock/clock.ts';
import { COOKIE } from '../../server/identity/session.store.ts';
import { countTry } from '../../server/identity/throttle.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import type { Role } from '../../shared/domain/visibility.ts';
import { disableAccount, endGrant, grantRole, listAccounts } from '../../shared/protocol/admin.ts';
import { readLive } from '../../shared/protocol/duties.ts';
import { addNote } from '../../shared/protocol/incidents.ts';
import { changePassword, Me, signOut, signOutEverywhere } from '../../shared/protocol/session.ts';
import { known, startNight, type Night } from '../support/night.ts';
import { Screen } from '../support/screen.ts';
import { startTestServer, type Person, type TestServer } from '../support/server.ts';
import { me, PASSWORD, REFUSED, SIGNED_OUT, signingInto } from '../support/sign-in.ts';
import { waitFor } from '../support/wait-for.ts';

const WITHIN_MS = 2_000;

let server: TestServer;
let night: Night;
beforeAll(async () => {
  server = await startTestServer();
  night = await startNight(server);
});
beforeEach(() => server.db.query('DELETE FROM sign_in_failure'));
afterAll(() => server.stop());
const { withPassword, send, signIn, again } = signingInto(() => server);

describe('signing in', () => {
  test('answers who one is, and sets a cookie that only this server is sent, only over TLS, and no script reads', async () => {
    const { username, name } = await withPassword();
    const { status, body, cookies } = await signIn(username.toUpperCase(), PASSWORD);

    expect(status).toBe(200);
    expect(Me.parse(body)).toMatchObject({ name, roles: ['coordinator'] });
    const [cookie, ...flags] = known(cookies[0]).split('; ');
    expect(cookie).toMatch(new RegExp(`^${COOKIE}=[\\w-]{43}$`));
    expect(COOKIE).toMatch(/^__Host-/);
    expect(flags.filter((flag) => !flag.startsWith('Max-Age=')).toSorted()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict', 'Secure']);
    expect(cookies).toHaveLength(1);
  });

  test('a wrong password, an unknown name, a disabled account and one without a password are one answer', async () => {
    const [person, disabled, fresh] = [await withPassword(), await withPassword(), await server.person('coordinator')];
    await night.administrator.call(disableAccount, { accountId: disabled.accountId });
    const answers = [
      await signIn(person.username, 'lapwing-over-the-marsh'), await signIn('nobody.at-all', PASSWORD), await signIn(disabled.username, PASSWORD), await signIn(fresh.username, PASSWORD),
    ];
    for (const answer of answers) {
      expect(answer).toMatchObject({ ...REFUSED, cookies: [] });
      expect(answer).toEqual(answers[0]);
    }
  });

  test.each(['somebody', 'a name that nobody has'])('after five wrong tries, %s waits until a time that is said, with the right password too', async (who) => {
    const username = who === 'somebody' ? (await withPassword()).username : 'nobody.here';
    for (let tries = 1; tries <= 5; tries += 1) expect(await signIn(username, 'not that one')).toMatchObject(REFUSED);

    const throttled = await signIn(username, PASSWORD);
    expect(throttled).toMatchObject({ status: 429, body: { code: 'too-many-tries', facts: { until: expect.stringMatching(/^\d\d:\d\d$/) } }, cookies: [] });
    expect((await signIn((await withPassword()).username, PASSWORD)).status).toBe(200);

    await server.db.query("UPDATE sign_in_failure SET at = at - interval '15 minutes'");
    expect((await signIn(username, PASSWORD)).status).toBe(who === 'somebody' ? 200 : 401);
  });

  test('twenty guesses at once are no more than five', async () => {
    const { username } = await withPassword();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, guess) => signIn(username, `guess number ${guess}`)));
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(5);
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(15);
  });

  test('an address that tries many names waits too', async () => {
    const { username } = await withPassword();
    for (let tries = 1; tries <= 50; tries += 1) await countTry(server.db, `guess${tries}`, '127.0.0.1');
    expect(await signIn(username, PASSWORD)).toMatchObject({ status: 429, body: { code: 'too-many-tries' } });
  });
});

describe('a session ends', () => {
  test('when it was idle too long, and when it has lasted too long', async () => {
    const [idle, long] = [await again(await withPassword()), await again(await withPassword())];
    for (const person of [idle, long]) expect((await me(person)).status).toBe(200);
    const { SESSION_IDLE_MINUTES: idleMinutes } = server.config;
    await server.db.query('UPDATE session SET seen_at = $2 WHERE account_id = $1', [idle.accountId, plusMinutes(wallNow(), -idleMinutes)]);
    await server.db.query('UPDATE session SET ends_at = $2 WHERE account_id = $1', [long.accountId, wallNow()]);
    for (const person of [idle, long]) expect(await me(person)).toMatchObject(SIGNED_OUT);
  });

  test('signing out ends this one; signing out everywhere every one, with their screens', async () => {
    const person = await withPassword();
    const [here, there] = [await again(person), await again(person)];
    expect((await here.raw(signOut.method, '/api/session')).status).toBe(200);
    expect(await me(here)).toMatchObject(SIGNED_OUT);
    expect((await me(there)).status).toBe(200);

    const screen = await Screen.open(person);
    expect((await there.raw(signOutEverywhere.method, '/api/sessions')).status).toBe(200);
    for (const session of [there, person]) expect(await me(session)).toMatchObject(SIGNED_OUT);
    expect(await screen.untilEnded(WITHIN_MS)).toBe('access-ended');
  });

  test('changing the password ends the others, and needs the old one', async () => {
    const person = await withPassword();
    const [here, there] = [await again(person), await again(person)];
    const change = (current: string, next: string) => here.raw(changePassword.method, '/api/password', { current, next });
    expect(await change('not that one', 'dunlin-on-the-strand')).toMatchObject(REFUSED);
    expect(await change(PASSWORD, 'short')).toMatchObject({ status: 422, body: { code: 'password-too-weak' } });
    expect((await me(there)).status).toBe(200);

    expect((await change(PASSWORD, 'dunlin-on-the-strand')).status).toBe(200);
    expect((await me(here)).status).toBe(200);
    expect(await me(there)).toMatchObject(SIGNED_OUT);
    expect(await signIn(person.username, PASSWORD)).toMatchObject(REFUSED);
    expect((await signIn(person.username, 'dunlin-on-the-strand')).status).toBe(200);
  });

  test('a made-up, a mangled and an empty cookie are nobody’s', async () => {
    const { cookie } = await server.person('coordinator');
    for (const value of [`${COOKIE}=${'x'.repeat(43)}`, `${cookie}x`, `${COOKIE}=`, cookie.replace('__Host-', '')]) {
      expect(await send('POST', '/grade-proposals', {}, { cookie: value })).toMatchObject(SIGNED_OUT);
    }
  });
});

describe('access that is taken away', () => {
  test('a disabled account: off HTTP at once, told nothing from then on, off the socket within two seconds', async () => {
    const person = await server.person('coordinator');
    const [screen, incidentId] = [await Screen.open(person), await night.raised()];
    await screenHas(screen, incidentId);

    await night.administrator.call(disableAccount, { accountId: person.accountId });
    expect(await me(person)).toMatchObject(SIGNED_OUT);
    await saysNothingMore(screen);
    await expect(person.socket()).rejects.toThrow('not-signed-in');
  });

  test('an ended grant: the same', async () => {
    const person = await server.person('coordinator');
    const [screen, incidentId] = [await Screen.open(person), await night.raised()];
    await screenHas(screen, incidentId);

    await night.administrator.call(endGrant, { grantId: await grantOf(person) });
    expect(await person.raw('GET', '/api/on-duty')).toMatchObject({ status: 403, body: { code: 'not-your-role' } });
    expect(await person.refused(readLive, {})).toBe('not-your-role');
    await saysNothingMore(screen);
  });

  test('an ended grant of two: the screen stays, starts afresh, and shows what is left', async () => {
    const person = await server.person(['coordinator', 'edt']);
    const [screen, ungraded] = [await Screen.open(person), await night.raised()];
    await screenHas(screen, ungraded);
    screen.news();

    await night.administrator.call(endGrant, { grantId: await grantOf(person, 'coordinator') });
    await night.coordinator.call(addNote, { incidentId: ungraded, body: 'Rang back', internal: false });
    await screenHas(screen, await night.graded());
    expect(screen.news().map(({ id }) => id)).not.toContain(ungraded);
    expect(screen.holes).toBe(1);
    expect(screen.view(ungraded)).toBeUndefined();
    expect(await screen.differences()).toEqual([]);
  });

  test('a grant that runs out: off HTTP at once and off the socket within two seconds, by nobody’s hand', async () => {
    const person = await server.person('coordinator');
    const screen = await Screen.open(person);
    await server.db.query('UPDATE role_grant SET until_at = $2 WHERE account_id = $1', [person.accountId, wallNow()]);
    expect(await person.raw('GET', '/api/on-duty')).toMatchObject({ status: 403, body: { code: 'not-your-role' } });
    expect(await screen.untilEnded(WITHIN_MS)).toBe('access-ended');
  });

  test('a grant of tomorrow is none today', async () => {
    const person = await server.person([], { name: 'Starts tomorrow' });
    await night.administrator.call(grantRole, { accountId: person.accountId, role: 'coordinator', receivingTeamId: null, from: plusMinutes(wallNow(), 600), until: null });
    expect(await person.raw('GET', '/api/on-duty')).toMatchObject({ status: 403, body: { code: 'not-your-role' } });
    await expect(person.socket()).rejects.toThrow('not-signed-in');
  });

  /** What happens from now on reaches no screen but others; and soon this one is closed. */
  async function saysNothingMore(screen: Screen): Promise<void> {
    screen.news();
    const witness = await Screen.open(night.coordinator);
    await screenHas(witness, await night.raised());
    expect(await screen.untilEnded(WITHIN_MS)).toBe('access-ended');
    expect(screen.news()).toEqual([]);
    witness.socket.disconnect();
  }

  const screenHas = async (screen: Screen, incidentId: string): Promise<void> => {
    await waitFor(`incident ${incidentId} on the screen`, () => screen.view(incidentId) !== undefined);
  };

  const grantOf = async ({ accountId }: Person, role?: Role): Promise<string> => {
    const { grants } = known((await night.administrator.call(listAccounts, {})).find(({ id }) => id === accountId));
    return known(grants.find((grant) => role === undefined || grant.role === role)).id;
  };
});
