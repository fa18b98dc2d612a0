// The times in which a source's system did not answer: all their SQL. One that was never told leaves nothing behind.
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Queryable } from '../database/connect.ts';
import { newId, type Tx } from '../database/transaction.ts';

export interface Silence { id: Id; since: Instant; failures: number; told: boolean }
/** `standing`: told and not over. */
export interface SilentSource { id: Id; code: string; name: string; phone: string | null; since: Instant; standing: boolean }

/** One more question without an answer, whichever server put it. */
export async function countFailure(db: Queryable, source: string, now: Instant): Promise<Silence | undefined> {
  const [silence] = await db.query<Silence[]>(
    `INSERT INTO source_silence (id, source, since, failures) VALUES ($1, $2, $3, 1)
     ON CONFLICT (source) WHERE ended_at IS NULL DO UPDATE SET failures = source_silence.failures + 1 RETURNING id, since, failures, told_at IS NOT NULL AS told`, [newId(), source, now]);
  return silence;
}

/** Of two servers that tell it at once the first does. */
export async function markTold(tx: Tx, id: Id): Promise<boolean> {
  const [rows] = await tx.query<[unknown[], number]>('UPDATE source_silence SET told_at = $2 WHERE id = $1 AND told_at IS NULL AND ended_at IS NULL RETURNING id', [id, tx.now]);
  return rows.length > 0;
}

export const isCounting = async (db: Queryable, source: string): Promise<boolean> => (await db.query<unknown[]>('SELECT FROM source_silence WHERE source = $1 AND ended_at IS NULL', [source])).length > 0;

/** Answers the one that had been told. */
export async function endSilence(tx: Tx, source: string): Promise<Id | null> {
  await tx.query('DELETE FROM source_silence WHERE source = $1 AND ended_at IS NULL AND told_at IS NULL', [source]);
  const [rows] = await tx.query<[{ id: Id }[], number]>('UPDATE source_silence SET ended_at = $2 WHERE source = $1 AND ended_at IS NULL RETURNING id', [source, tx.now]);
  return rows[0]?.id ?? null;
}

const STANDING = 'x.told_at IS NOT NULL AND x.ended_at IS NULL';

/** A source that is no longer asked is nobody's to wait for. */
const find = (db: Queryable, where: string, values: readonly unknown[]): Promise<SilentSource[]> => db.query(
  `SELECT x.id, s.code, s.name, s.phone, x.since, ${STANDING} AS standing FROM source_silence x JOIN check_source s ON s.code = x.source AND s.in_use AND s.way = 'system' WHERE ${where}`, [...values]);

export const silentSources = (db: Queryable): Promise<SilentSource[]> => find(db, STANDING, []);
export const findSilences = (db: Queryable, ids: readonly Id[]): Promise<SilentSource[]> => find(db, 'x.id = ANY($1)', [ids]);
