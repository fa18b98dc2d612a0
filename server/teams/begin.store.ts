// What the beginning of a duty rests on: the last one, the shift that it is for, and leave to work against the rest rule.
import { EARLY_MINUTES, type LastDuty } from '../../shared/domain/decide-duty.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import type { Tx } from '../database/transaction.ts';

export const lastDutyOf = async (tx: Tx, staffId: Id): Promise<LastDuty | null> =>
  (await tx.query<LastDuty[]>('SELECT COALESCE(begun_at, started_at) AS "begunAt", ended_at AS "endedAt" FROM duty WHERE staff_id = $1 AND ended_at IS NOT NULL ORDER BY ended_at DESC LIMIT 1', [staffId]))[0] ?? null;

/** The one that is on, or begins next; held, so that nobody takes it off the roster meanwhile. Whoever comes although they are down as sick is there. */
export async function shiftToTake(tx: Tx, staffId: Id): Promise<Id | null> {
  const [shift] = await tx.query<{ id: Id }[]>(
    'SELECT id FROM shift WHERE staff_id = $1 AND removed_at IS NULL AND from_at <= $2 AND until_at > $3 ORDER BY from_at LIMIT 1 FOR UPDATE', [staffId, plusMinutes(tx.now, EARLY_MINUTES), tx.now]);
  if (shift === undefined) return null;
  await tx.query('UPDATE shift SET sick_at = NULL, sick_by_id = NULL WHERE id = $1 AND sick_at IS NOT NULL', [shift.id]);
  return shift.id;
}

export const mayWorkUnrested = async (tx: Tx, staffId: Id): Promise<boolean> =>
  (await tx.query<unknown[]>('SELECT FROM rest_leave WHERE staff_id = $1 AND given_at <= $2 AND until_at > $2 LIMIT 1', [staffId, tx.now])).length > 0;
