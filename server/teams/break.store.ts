// Breaks while on duty: all their SQL. One stands at a time; whoever writes holds the lock of the duty.
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Queryable } from '../database/connect.ts';
import { newId, type Tx } from '../database/transaction.ts';
import { record } from '../events/append.ts';

export interface StandingBreak { id: Id; until: Instant }

export const standingBreak = async (db: Queryable, dutyId: Id): Promise<StandingBreak | null> =>
  (await db.query<StandingBreak[]>('SELECT id, until_at AS until FROM duty_break WHERE duty_id = $1 AND ended_at IS NULL', [dutyId]))[0] ?? null;

export async function beginBreakUntil(tx: Tx, dutyId: Id, until: Instant): Promise<Id> {
  const id = newId();
  await tx.query('INSERT INTO duty_break (id, duty_id, from_at, until_at, begun_by_id) VALUES ($1, $2, $3, $4, $5)', [id, dutyId, tx.now, until, tx.actor.staffId]);
  return id;
}

/** Ended by somebody; `reasonId` where it was not its owner who ended it. */
export const endBreakNow = (tx: Tx, id: Id, reasonId: Id | null): Promise<unknown> =>
  tx.query('UPDATE duty_break SET ended_at = $2, ended_by_id = $3, reason_id = $4 WHERE id = $1', [id, tx.now, tx.actor.staffId, reasonId]);

export const recordBreak = (tx: Tx, name: 'duty.breakBegun' | 'duty.breakEnded', duty: { id: Id; staffId: Id }, payload: Record<string, unknown>): void =>
  record(tx, { name, at: tx.now, byId: tx.actor.staffId, entityType: 'duty', entityId: duty.id, incidentId: null, payload: { dutyId: duty.id, staffId: duty.staffId, ...payload } });

/** Of a duty that ends: nobody is on a break of it any more. */
export async function endBreakOf(tx: Tx, duty: { id: Id; staffId: Id }): Promise<void> {
  const standing = await standingBreak(tx, duty.id);
  if (standing === null) return;
  await endBreakNow(tx, standing.id, null);
  recordBreak(tx, 'duty.breakEnded', duty, { breakId: standing.id });
}
