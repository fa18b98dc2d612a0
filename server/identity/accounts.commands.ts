// What an administrator does with accounts; each is on the log, by id. A link's token is answered once and kept only as a digest.
import type * as routes from '../../shared/protocol/admin.ts';
import { newId, Refused, type Tx } from '../database/transaction.ts';
import { record } from '../events/append.ts';
import { actorOf, type Command, type Exchange } from '../http/handle.ts';
import { createAccount, createGrant, recordAccount } from './account.store.ts';
import { linkPath, makeLink } from './one-time-link.ts';
import { closeSessionsOf } from './session.store.ts';


async function lockAccount(tx: Tx, accountId: string): Promise<void> {
  const rows = await tx.query<unknown[]>('SELECT 1 FROM account WHERE id = $1 FOR UPDATE', [accountId]);
  if (rows.length === 0) throw new Refused('not-found');
}

export const addOrganisation: Command<typeof routes.addOrganisation> = async (tx, input) => {
  const organisationId = newId();
  await tx.query('INSERT INTO organisation (id, name, kind) VALUES ($1, $2, $3)', [organisationId, input.name, input.kind]);
  record(tx, { name: 'organisation.added', at: tx.now, byId: tx.actor.staffId, entityType: 'organisation', entityId: organisationId, incidentId: null, payload: { kind: input.kind } });
  return { organisationId };
};

export const addReceivingTeam: Command<typeof routes.addReceivingTeam> = async (tx, input) => {
  const known = await tx.query<unknown[]>('SELECT 1 FROM organisation WHERE id = $1', [input.organisationId]);
  if (known.length === 0) throw new Refused('not-found');
  const receivingTeamId = newId();
  await tx.query('INSERT INTO receiving_team (id, organisation_id, name, kind, starts_at) VALUES ($1, $2, $3, $4, $5)', [receivingTeamId, input.organisationId, input.name, input.kind, input.startsAt]);
  record(tx, { name: 'receivingTeam.added', at: tx.now, byId: tx.actor.staffId, entityType: 'receivingTeam', entityId: receivingTeamId, incidentId: null, payload: { kind: input.kind } });
  return { receivingTeamId };
};

/** The link is made after the commit: a repeat of the command makes a fresh one, and the earlier stops working. */
export const addAccount: Exchange<typeof routes.addAccount> = async (rooms, input, request) => {
  const { answer } = await rooms.command(actorOf(request), ADD_ACCOUNT, input, async (tx) => {
    const known = await tx.query<unknown[]>('SELECT 1 FROM organisation WHERE id = $1', [input.organisationId]);
    if (known.length === 0) throw new Refused('not-found');
    const { accountId } = await createAccount(tx, { ...input, passwordHash: null, now: tx.now });
    recordAccount(tx, 'account.added', accountId);
    return { accountId };
  });
  return { accountId: answer.accountId, link: linkPath(await makeLink(rooms.db, 'password', answer.accountId)) };
};
const ADD_ACCOUNT = { method: 'POST', path: '/admin/accounts' } as const;

export const resetPassword: Exchange<typeof routes.resetPassword> = async (rooms, input, request) => {
  await rooms.command(actorOf(request), { method: 'POST', path: '/admin/accounts/password-link' }, input, async (tx) => {
    await lockAccount(tx, input.accountId);
    await tx.query('UPDATE account SET password_hash = NULL WHERE id = $1', [input.accountId]);
    await closeSessionsOf(tx, input.accountId);
    recordAccount(tx, 'account.passwordReset', input.accountId);
  });
  return { link: linkPath(await makeLink(rooms.db, 'password', input.accountId)) };
};

export const disableAccount: Command<typeof routes.disableAccount> = async (tx, input) => {
  if (input.accountId === tx.actor.accountId) throw new Refused('own-account');
  await lockAccount(tx, input.accountId);
  await tx.query('UPDATE account SET disabled_at = COALESCE(disabled_at, $2) WHERE id = $1', [input.accountId, tx.now]);
  await closeSessionsOf(tx, input.accountId);
  recordAccount(tx, 'account.disabled', input.accountId);
};

export const enableAccount: Command<typeof routes.enableAccount> = async (tx, input) => {
  await lockAccount(tx, input.accountId);
  await tx.query('UPDATE account SET disabled_at = NULL WHERE id = $1', [input.accountId]);
  recordAccount(tx, 'account.enabled', input.accountId);
};

/** That it was recorded or taken back is on the log; which it is stands in no line of it. */
export const recordGender: Command<typeof routes.recordGender> = async (tx, input) => {
  await lockAccount(tx, input.accountId);
  await tx.query('UPDATE staff SET gender = $2 WHERE id = (SELECT staff_id FROM account WHERE id = $1)', [input.accountId, input.gender]);
  recordAccount(tx, input.gender === null ? 'account.genderWithdrawn' : 'account.genderRecorded', input.accountId);
};

export const grantRole: Command<typeof routes.grantRole> = async (tx, input) => {
  // Whoever gives out roles takes none: an administrator sees no case.
  if (input.accountId === tx.actor.accountId) throw new Refused('own-account');
  if ((input.role === 'receiving-team') !== (input.receivingTeamId !== null)) throw new Refused('scope-needed');
  const from = input.from ?? tx.now;
  if (input.until !== null && input.until <= from) throw new Refused('window-impossible');
  const team = await tx.query<unknown[]>('SELECT 1 FROM receiving_team WHERE id = $1', [input.receivingTeamId]);
  if (input.receivingTeamId !== null && team.length === 0) throw new Refused('not-found');
  await lockAccount(tx, input.accountId);
  const grantId = await createGrant(tx, { accountId: input.accountId, role: input.role, receivingTeamId: input.receivingTeamId, from, until: input.until });
  recordAccount(tx, 'account.roleGranted', input.accountId, { grantId, role: input.role, receivingTeamId: input.receivingTeamId, from, until: input.until });
  return { grantId };
};

export const endGrant: Command<typeof routes.endGrant> = async (tx, input) => {
  const [grant] = await tx.query<{ account_id: string; role: string }[]>('SELECT account_id, role FROM role_grant WHERE id = $1 FOR UPDATE', [input.grantId]);
  if (grant === undefined) throw new Refused('not-found');
  if (grant.account_id === tx.actor.accountId && grant.role === 'administrator') throw new Refused('own-account');
  await tx.query('UPDATE role_grant SET until_at = LEAST(COALESCE(until_at, $2), $2) WHERE id = $1', [input.grantId, tx.now]);
  recordAccount(tx, 'account.grantEnded', grant.account_id, { grantId: input.grantId, role: grant.role });
};
