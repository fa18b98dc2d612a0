// By the clock: a break is over at its time, and somebody whose duty should long have ended has forgotten. Each is told once, whichever server looks first.
import { forgottenAt } from '../../shared/domain/decide-duty.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import { plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import { byItself, type AlarmContext } from '../alarms/fire-alarms.ts';
import { appendRecorded, record } from '../events/append.ts';
import { policyNow } from '../incidents/policy.store.ts';
import { recordBreak } from './break.store.ts';
import type { Tx } from '../database/transaction.ts';

const LOOK_MINUTES = 0.25;

/** Looks four times a minute. Answers whether anything was told. */
export function makeDutyWatch(context: AlarmContext): () => Promise<boolean> {
  let lookAt: Instant = '';
  return async () => {
    const now = context.clock.now();
    if (now < lookAt) return false;
    lookAt = plusMinutes(now, LOOK_MINUTES);
    return byItself(context, async (tx) => {
      const told = await endBreaks(tx) + await tellForgotten(tx);
      if (told > 0) await appendRecorded(tx);
      return told > 0;
    });
  };
}

async function endBreaks(tx: Tx): Promise<number> {
  const over = await tx.query<{ id: Id; dutyId: Id; staffId: Id }[]>(
    `SELECT k.id, d.id AS "dutyId", d.staff_id AS "staffId" FROM duty_break k JOIN duty d ON d.id = k.duty_id
     WHERE k.ended_at IS NULL AND k.until_at <= $1 ORDER BY d.id FOR UPDATE OF d SKIP LOCKED`, [tx.now]);
  let ended = 0;
  for (const { id, dutyId, staffId } of over) {
    const rows = await tx.query<unknown[]>('SELECT FROM duty_break WHERE id = $1 AND ended_at IS NULL', [id]);
    if (rows.length === 0) continue;
    await tx.query('UPDATE duty_break SET ended_at = until_at, ended_by_id = begun_by_id WHERE id = $1', [id]);
    recordBreak(tx, 'duty.breakEnded', { id: dutyId, staffId }, { breakId: id });
    ended += 1;
  }
  return ended;
}

interface Open { id: Id; staffId: Id; begunAt: Instant; shiftUntil: Instant | null }

async function tellForgotten(tx: Tx): Promise<number> {
  const { working } = (await policyNow(tx, tx.now)).body;
  const open = await tx.query<Open[]>(
    `SELECT d.id, d.staff_id AS "staffId", COALESCE(d.begun_at, d.started_at) AS "begunAt", h.until_at AS "shiftUntil" FROM duty d LEFT JOIN shift h ON h.id = d.shift_id
     WHERE d.ended_at IS NULL AND d.forgotten_at IS NULL AND COALESCE(h.until_at, d.started_at) <= $1 ORDER BY d.id FOR UPDATE OF d SKIP LOCKED`, [tx.now]);
  const forgotten = open.filter((duty) => forgottenAt(duty, working) <= tx.now);
  for (const { id, staffId } of forgotten) {
    await tx.query('UPDATE duty SET forgotten_at = $2 WHERE id = $1', [id, tx.now]);
    record(tx, { name: 'duty.forgotten', at: tx.now, byId: tx.actor.staffId, entityType: 'duty', entityId: id, incidentId: null, payload: { dutyId: id, staffId } });
  }
  return forgotten.length;
}
