// One-time links: each works once, for what it is for, until it runs out or another takes its place.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { wallNow } from '../../server/clock/clock.ts';
import { makeLink } from '../../server/identity/one-time-link.ts';
import { addAccount, resetPassword } from '../../shared/protocol/admin.ts';
import { Me, readLink, readMe, useLink } from '../../shared/protocol/session.ts';
import { known, startNight, type Night } from '../support/night.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { me, PASSWORD, REFUSED, SIGNED_OUT, signingInto } from '../support/sign-in.ts';

let server: TestServer;
let night: Night;
beforeAll(async () => {
  server = await startTestServer();
  night = await startNight(server);
});
beforeEach(() => server.db.query('DELETE FROM sign_in_failure'));
afterAll(() => server.stop());
const { withPassword, send, signIn } = signingInto(() => server);

describe('one-time links', () => {
  const use = (body: object) => send('POST', '/links/use', body);
  const tokenOf = (link: string): string => known(link.split('#')[1]);
  const NOT_VALID = { status: 410, body: { code: 'link-not-valid' } };

  test('a new account’s: sets the password, once', async () => {
    const organisationId = (await night.administrator.call(readMe, {})).organisationId;
    const { link } = await night.administrator.call(addAccount, { username: 'new.starter', name: 'New Starter', organisationId, profession: null });
    const token = tokenOf(link);
    expect((await send('POST', readLink.path, { token })).body).toEqual({ purpose: 'password', username: 'new.starter' });
    expect(await use({ token, password: 'new.starter-2026' })).toMatchObject({ status: 422, body: { code: 'password-too-weak' } });

    const both = await Promise.all([use({ token, password: PASSWORD }), use({ token, password: PASSWORD })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 410]);
    expect(await use({ token, password: PASSWORD })).toMatchObject(NOT_VALID);
    expect(await send('POST', readLink.path, { token })).toMatchObject(NOT_VALID);
    expect((await signIn('new.starter', PASSWORD)).status).toBe(200);
  });

  test('a reset: ends the sessions, voids the link before it, and runs out', async () => {
    const person = await withPassword();
    const reset = async () => tokenOf((await night.administrator.call(resetPassword, { accountId: person.accountId })).link);
    const [first, second] = [await reset(), await reset()];
    expect(await me(person)).toMatchObject(SIGNED_OUT);
    expect(await signIn(person.username, PASSWORD)).toMatchObject(REFUSED);
    expect(await use({ token: first, password: PASSWORD })).toMatchObject(NOT_VALID);

    await server.db.query('UPDATE one_time_link SET ends_at = $2 WHERE account_id = $1', [person.accountId, wallNow()]);
    expect(await use({ token: second, password: PASSWORD })).toMatchObject(NOT_VALID);
  });

  test('the first administrator’s: makes one, who administers and sees no case', async () => {
    const token = await makeLink(server.db, 'first-administrator', null);
    const administrator = { token, username: 'first.one', name: 'First One', password: PASSWORD };
    expect(await use({ token, password: PASSWORD })).toMatchObject({ status: 400 });
    expect((await use(administrator)).status).toBe(200);
    expect(await use({ ...administrator, username: 'second.one' })).toMatchObject(NOT_VALID);
    expect(Me.parse((await signIn('first.one', PASSWORD)).body).roles).toEqual(['administrator']);
  });

  test('of made-up tokens nothing is said but that they are not valid', async () => {
    for (const token of ['made-up', 'x'.repeat(43)]) for (const path of [readLink.path, useLink.path]) {
      expect(await send('POST', path, { token, ...(path === useLink.path ? { password: PASSWORD } : {}) })).toMatchObject(NOT_VALID);
    }
  });
});
