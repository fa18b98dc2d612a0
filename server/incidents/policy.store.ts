// The grading policies: which is in force now, and which one a grade rested on.
import { FIRST_POLICY } from '../../shared/domain/first-policy.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import { storedPolicy } from '../../shared/domain/stored-policy.ts';
import type { Queryable } from '../database/connect.ts';
import { newId } from '../database/transaction.ts';

export interface StoredPolicy { id: Id; version: number; body: Policy }
interface PolicyRow { id: Id; version: number; body: unknown }

const stored = (row: PolicyRow): StoredPolicy => ({ id: row.id, version: row.version, body: storedPolicy(row.body) });

export async function policyNow(db: Queryable, now: Instant): Promise<StoredPolicy> {
  const [row] = await db.query<PolicyRow[]>('SELECT id, version, body FROM policy WHERE from_at <= $1 ORDER BY version DESC LIMIT 1', [now]);
  if (row === undefined) throw new Error('There is no grading policy in force.');
  return stored(row);
}

export async function policyOf(db: Queryable, id: Id): Promise<StoredPolicy> {
  const policy = (await policiesOf(db, [id])).get(id);
  if (policy === undefined) throw new Error(`Policy ${id} is missing.`);
  return policy;
}

/** A published policy never changes, so each is read once. */
const known = new Map<Id, StoredPolicy>();

export async function policiesOf(db: Queryable, ids: readonly Id[]): Promise<Map<Id, StoredPolicy>> {
  const unread = ids.filter((id) => !known.has(id));
  const rows = unread.length === 0 ? [] : await db.query<PolicyRow[]>('SELECT id, version, body FROM policy WHERE id = ANY($1)', [unread]);
  for (const row of rows) known.set(row.id, stored(row));
  return new Map(ids.flatMap((id) => { const policy = known.get(id); return policy === undefined ? [] : [[id, policy] as const]; }));
}

/** For whoever shows the version alone. */
const versions = new Map<Id, number>();
export async function policyVersions(db: Queryable, ids: readonly Id[]): Promise<ReadonlyMap<Id, number>> {
  const unread = ids.filter((id) => !versions.has(id));
  const rows = unread.length === 0 ? [] : await db.query<Pick<PolicyRow, 'id' | 'version'>[]>('SELECT id, version FROM policy WHERE id = ANY($1)', [unread]);
  for (const { id, version } of rows) versions.set(id, version);
  return versions;
}

export async function lastVersion(db: Queryable): Promise<number> {
  const [row] = await db.query<{ version: number | null }[]>('SELECT max(version) AS version FROM policy');
  return row?.version ?? 0;
}

/** From then on it never changes: the database refuses it too. */
export const insertPolicy = (db: Queryable, { id, version, body }: StoredPolicy, { fromAt, publishedById, publishedAt }: { fromAt: Instant; publishedById: Id; publishedAt: Instant }): Promise<unknown> =>
  db.query('INSERT INTO policy (id, version, body, from_at, published_by_id, published_at) VALUES ($1, $2, $3, $4, $5, $6)', [id, version, JSON.stringify(body), fromAt, publishedById, publishedAt]);

/** A new deployment starts with the first policy; from then on it is a document in the database. */
export const ensurePolicy = (db: Queryable): Promise<unknown> =>
  db.query("INSERT INTO policy (id, version, body, from_at) VALUES ($1, 1, $2, '2000-01-01T00:00:00Z') ON CONFLICT (version) DO NOTHING", [newId(), JSON.stringify(FIRST_POLICY)]);
