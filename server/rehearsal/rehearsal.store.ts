// The deployment's row as a rehearsal's rooms change it: always locked first, and the log told.
import type { Tx } from '../database/transaction.ts';
import { Refused } from '../database/transaction.ts';
import { wallNow } from '../clock/clock.ts';
import { isRehearsal, readDeployment, reanchor, type RehearsalRow } from '../clock/deployment.ts';
import type { Queryable } from '../database/connect.ts';
import { record } from '../events/append.ts';

export async function readRehearsalRow(db: Queryable, lock: '' | 'FOR UPDATE' = ''): Promise<RehearsalRow> {
  const row = await readDeployment(db, lock);
  if (!isRehearsal(row)) throw new Refused('not-a-rehearsal');
  return row;
}

/** The same speed again changes nothing, and is not on the log. */
export async function changeSpeed(tx: Tx, speed: number): Promise<void> {
  const row = await readRehearsalRow(tx, 'FOR UPDATE');
  if (row.speed === speed) return;
  await reanchor(tx, row, speed);
  recordRehearsal(tx, row, 'rehearsal.speedChanged', { from: row.speed, to: speed });
}

/** Once: the clock stands at the end of the hours, and may be let run on from there. Answers false where another process was first. */
export async function endHours(tx: Tx): Promise<boolean> {
  const row = await readRehearsalRow(tx, 'FOR UPDATE');
  if (row.over_at !== null || row.ends_at === null || tx.now < row.ends_at) return false;
  await tx.query('UPDATE deployment SET anchor_domain_at = ends_at, anchor_wall_at = $1, speed = 0, over_at = $1', [wallNow()]);
  recordRehearsal(tx, row, 'rehearsal.hoursOver', { speed: row.speed });
  return true;
}

const recordRehearsal = (tx: Tx, row: RehearsalRow, name: string, payload: Record<string, unknown>): void =>
  record(tx, { name, at: tx.now, byId: tx.actor.staffId, entityType: 'rehearsal', entityId: row.id, incidentId: null, payload });
