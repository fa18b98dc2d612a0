// Accounts, organisations and grants, as administrators and the command line make them.
import type { Profession } from '../../shared/domain/activity.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Skill } from '../../shared/domain/skill.ts';
import type { Role } from '../../shared/domain/visibility.ts';
import type { AccountView } from '../../shared/protocol/views.ts';
import type { Queryable } from '../database/connect.ts';
import { newId, type Tx } from '../database/transaction.ts';
import { record } from '../events/append.ts';
import { saveCertificate } from './certificate.store.ts';

export interface NewAccount { username: string; name: string; organisationId: Id; profession: Profession | null; passwordHash: string | null; now: Instant; /** With a certificate for good: made-up staff's. */ skills?: readonly Skill[] }

export async function createAccount(db: Queryable, account: NewAccount): Promise<{ accountId: Id; staffId: Id }> {
  const [staffId, accountId] = [newId(), newId()];
  await db.query('INSERT INTO staff (id, organisation_id, name, profession) VALUES ($1, $2, $3, $4)', [staffId, account.organisationId, account.name, account.profession]);
  await db.query('INSERT INTO account (id, staff_id, username, password_hash, created_at) VALUES ($1, $2, $3, $4, $5)', [accountId, staffId, account.username, account.passwordHash, account.now]);
  for (const skill of account.skills ?? []) await saveCertificate(db, { staffId, skill, from: '2000-01-01', until: null }, account.now, null);
  return { accountId, staffId };
}

export interface NewGrant { accountId: Id; role: Role; receivingTeamId: Id | null; from: Instant; until: Instant | null }
export async function createGrant(db: Queryable, grant: NewGrant): Promise<Id> {
  const id = newId();
  await db.query('INSERT INTO role_grant (id, account_id, role, receiving_team_id, from_at, until_at) VALUES ($1, $2, $3, $4, $5, $6)', [id, grant.accountId, grant.role, grant.receivingTeamId, grant.from, grant.until]);
  return id;
}

export async function ensureOrganisation(db: Queryable, name: string, kind: 'police' | 'council' | 'provider'): Promise<Id> {
  await db.query('INSERT INTO organisation (id, name, kind) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING', [newId(), name, kind]);
  const [row] = await db.query<{ id: Id }[]>('SELECT id FROM organisation WHERE name = $1', [name]);
  if (row === undefined) throw new Error(`organisation ${name} was not made`);
  return row.id;
}

/** The first account of a new deployment; it then makes the others. */
export async function createAdministrator(db: Queryable, admin: { username: string; name: string; passwordHash: string | null; now: Instant }): Promise<Id> {
  const organisationId = await ensureOrganisation(db, 'Administration', 'council');
  const { accountId } = await createAccount(db, { ...admin, organisationId, profession: null });
  await createGrant(db, { accountId, role: 'administrator', receivingTeamId: null, from: admin.now, until: null });
  return accountId;
}

export async function listAccounts(db: Queryable): Promise<AccountView[]> {
  return db.query<AccountView[]>(
    `SELECT a.id, a.username, s.id AS "staffId", s.name, o.name AS organisation, s.profession, s.gender, a.disabled_at AS "disabledAt", a.last_sign_in_at AS "lastSignInAt",
      COALESCE((SELECT jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'receivingTeamId', g.receiving_team_id, 'receivingTeam', r.name, 'from', to_char(g.from_at AT TIME ZONE 'UTC', ${ISO}),
        'until', to_char(g.until_at AT TIME ZONE 'UTC', ${ISO})) ORDER BY g.from_at, g.id) FROM role_grant g LEFT JOIN receiving_team r ON r.id = g.receiving_team_id WHERE g.account_id = a.id), '[]') AS grants
     FROM account a JOIN staff s ON s.id = a.staff_id JOIN organisation o ON o.id = s.organisation_id ORDER BY s.name, a.id`);
}
const ISO = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

/** Each change of an account is on the log, by id. */
export const recordAccount = (tx: Tx, name: string, accountId: Id, payload: Record<string, unknown> = {}): void =>
  record(tx, { name, at: tx.now, byId: tx.actor.staffId, entityType: 'account', entityId: accountId, incidentId: null, payload });
