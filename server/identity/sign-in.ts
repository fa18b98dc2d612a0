// Signing in and out, changing a password, using a one-time link. None of it says whether a name exists.
import { stringifySetCookie } from 'cookie';
import type { Response } from 'express';
import { clockTime } from '../../shared/domain/duty-night.ts';
import type * as routes from '../../shared/protocol/session.ts';
import { wallNow } from '../clock/clock.ts';
import { newTx, Refused, type Tx } from '../database/transaction.ts';
import { appendRecorded } from '../events/append.ts';
import { actorOf, type Exchange, type Signed } from '../http/handle.ts';
import type { Rooms } from '../http/rooms.ts';
import { createAdministrator, recordAccount } from './account.store.ts';
import { NIGHTJAR, type Actor } from './actor.ts';
import { meOf } from './me.store.ts';
import { findLink, spendLink } from './one-time-link.ts';
import { hashPassword, isTooWeak, passwordMatches } from './password.ts';
import { closeSession, closeSessionsOf, COOKIE, digestToken, findActors, openSession } from './session.store.ts';
import { countTry, forgetTries } from './throttle.ts';

interface AccountRow { id: string; username: string; password_hash: string | null; disabled_at: string | null }

const findAccount = async (rooms: Rooms, username: string): Promise<AccountRow | undefined> =>
  (await rooms.db.query<AccountRow[]>('SELECT id, username, password_hash, disabled_at FROM account WHERE username = $1', [username.toLowerCase()]))[0];

function setCookie(response: Response, value: string, maxAge: number): void {
  response.append('Set-Cookie', stringifySetCookie({ name: COOKIE, value, httpOnly: true, secure: true, sameSite: 'strict', path: '/', maxAge }));
}

async function refuseIfThrottled(rooms: Rooms, username: string, request: Signed): Promise<void> {
  const until = await countTry(rooms.db, username, request.ip ?? '');
  if (until !== null) throw new Refused('too-many-tries', { until: clockTime(until) });
}

export const signIn: Exchange<typeof routes.signIn> = async (rooms, input, request, response) => {
  await refuseIfThrottled(rooms, input.username, request);
  const account = await findAccount(rooms, input.username);
  const matches = await passwordMatches(account?.password_hash ?? null, input.password);
  if (!matches || account === undefined || account.disabled_at !== null) throw new Refused('wrong-sign-in');
  await forgetTries(rooms.db, input.username);
  const token = await openSession(rooms.db, account.id, rooms.sessionLimits);
  await rooms.db.query('UPDATE account SET last_sign_in_at = $2 WHERE id = $1', [account.id, wallNow()]);
  const actor = (await findActors(rooms.db, [digestToken(token)], rooms.clock.now(), rooms.sessionLimits)).get(digestToken(token));
  if (actor === undefined) throw new Refused('wrong-sign-in');
  setCookie(response, token, rooms.sessionLimits.hours * 3600);
  return meOf(rooms, rooms.db, actor);
};

export const signOut: Exchange<typeof routes.signOut> = async (rooms, _input, request, response) => {
  await closeSession(rooms.db, actorOf(request).sessionId);
  setCookie(response, '', 0);
  return { ok: true };
};

export const signOutEverywhere: Exchange<typeof routes.signOutEverywhere> = async (rooms, _input, request, response) => {
  await closeSessionsOf(rooms.db, actorOf(request).accountId);
  setCookie(response, '', 0);
  return { ok: true };
};

export const changePassword: Exchange<typeof routes.changePassword> = async (rooms, input, request) => {
  const actor = actorOf(request);
  const [account] = await rooms.db.query<AccountRow[]>('SELECT id, username, password_hash, disabled_at FROM account WHERE id = $1', [actor.accountId]);
  if (account === undefined) throw new Refused('wrong-sign-in');
  await refuseIfThrottled(rooms, account.username, request);
  if (!await passwordMatches(account.password_hash, input.current)) throw new Refused('wrong-sign-in');
  await forgetTries(rooms.db, account.username);
  if (isTooWeak(input.next, account.username)) throw new Refused('password-too-weak');
  const passwordHash = await hashPassword(input.next);
  await onTheLog(rooms, actor, async (tx) => {
    await tx.query('UPDATE account SET password_hash = $2 WHERE id = $1', [account.id, passwordHash]);
    await closeSessionsOf(tx, account.id, actor.sessionId);
    recordAccount(tx, 'account.passwordSet', account.id);
  });
  return { ok: true };
};

export const readLink: Exchange<typeof routes.readLink> = async (rooms, input) => {
  const link = await findLink(rooms.db, input.token);
  if (link === null) throw new Refused('link-not-valid');
  return { purpose: link.purpose, username: link.username };
};

export const useLink: Exchange<typeof routes.useLink> = async (rooms, input) => {
  const link = await findLink(rooms.db, input.token);
  if (link === null) throw new Refused('link-not-valid');
  const username = (link.username ?? input.username ?? '').toLowerCase();
  if (username === '' || (link.purpose === 'first-administrator' && input.name === undefined)) throw new Refused('not-understood', { problem: 'username, name: are needed' });
  if (isTooWeak(input.password, username)) throw new Refused('password-too-weak');
  const passwordHash = await hashPassword(input.password);
  await onTheLog(rooms, NIGHTJAR, async (tx) => {
    if (!await spendLink(tx, input.token)) throw new Refused('link-not-valid');
    if (link.accountId === null) recordAccount(tx, 'account.added', await createAdministrator(tx, { username, name: input.name ?? username, passwordHash, now: tx.now }), { role: 'administrator' });
    else {
      await tx.query('UPDATE account SET password_hash = $2 WHERE id = $1', [link.accountId, passwordHash]);
      await closeSessionsOf(tx, link.accountId);
      recordAccount(tx, 'account.passwordSet', link.accountId);
    }
  });
  return { ok: true };
};

/** Not a command (it has no id to repeat it by), but one transaction, and on the log. */
async function onTheLog(rooms: Rooms, actor: Actor, work: (tx: Tx) => Promise<void>): Promise<void> {
  await rooms.db.transaction(async (manager) => {
    const tx = newTx(manager, { actor, now: rooms.clock.now(), commandId: null, keys: rooms.keys });
    await work(tx);
    await appendRecorded(tx);
  });
  rooms.committed();
}
