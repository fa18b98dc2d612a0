// The SQL of policies while they are being written: kept whole, each change with who and when.
import type { Id } from '../../shared/domain/incident-file.ts';
import { clockTime } from '../../shared/domain/duty-night.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { DraftPolicy } from '../../shared/domain/policy.ts';
import { withLater } from '../../shared/domain/stored-policy.ts';
import type { Queryable } from '../database/connect.ts';
import { Refused, type Tx } from '../database/transaction.ts';

export interface Draft { id: Id; version: number; name: string; changedAt: Instant; changedBy: string; body: DraftPolicy }

const COLUMNS = `d.id, d.version, d.body->>'name' AS name, d.changed_at AS "changedAt", s.name AS "changedBy"`;

export const draftLines = (db: Queryable): Promise<Omit<Draft, 'body'>[]> =>
  db.query(`SELECT ${COLUMNS} FROM policy_draft d JOIN staff s ON s.id = d.changed_by_id ORDER BY d.changed_at DESC`);

export async function findDraft(db: Queryable, id: Id): Promise<Draft> {
  const [row] = await db.query<(Omit<Draft, 'body'> & { body: unknown })[]>(`SELECT ${COLUMNS}, d.body FROM policy_draft d JOIN staff s ON s.id = d.changed_by_id WHERE d.id = $1`, [id]);
  if (row === undefined) throw new Refused('not-found');
  return { ...row, body: DraftPolicy.parse(typeof row.body === 'object' && row.body !== null ? withLater(row.body) : row.body) };
}

/** What somebody else has changed since is not written over. */
export async function lockDraft(tx: Tx, id: Id, expectedVersion: number): Promise<Draft> {
  await tx.query('SELECT FROM policy_draft WHERE id = $1 FOR UPDATE', [id]);
  const draft = await findDraft(tx, id);
  if (draft.version !== expectedVersion) throw new Refused('stale', { what: `${draft.changedBy} changed it at ${clockTime(draft.changedAt)}` });
  return draft;
}

export const insertDraft = (tx: Tx, id: Id, body: DraftPolicy): Promise<unknown> =>
  tx.query('INSERT INTO policy_draft (id, version, body, started_by_id, started_at, changed_by_id, changed_at) VALUES ($1, 1, $2, $3, $4, $3, $4)', [id, JSON.stringify(body), tx.actor.staffId, tx.now]);

export const updateDraft = (tx: Tx, { id, version }: Draft, body: DraftPolicy): Promise<unknown> =>
  tx.query('UPDATE policy_draft SET version = $2, body = $3, changed_by_id = $4, changed_at = $5 WHERE id = $1', [id, version + 1, JSON.stringify(body), tx.actor.staffId, tx.now]);

export const deleteDraft = (tx: Tx, id: Id): Promise<unknown> => tx.query('DELETE FROM policy_draft WHERE id = $1', [id]);
