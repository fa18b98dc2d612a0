// Forgets calls that were thrown away, and those nobody has touched for a set time. Of those the log keeps how many, and nothing else.
import { UNDO_MINUTES } from '../../shared/domain/call-draft.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import type { DataSource } from 'typeorm';
import type { Clock } from '../clock/clock.ts';
import { newTx } from '../database/transaction.ts';
import { appendRecorded, record } from '../events/append.ts';
import type { LogKeys } from '../events/keys.ts';
import { NIGHTJAR } from '../identity/actor.ts';

export interface SweepContext { db: DataSource; clock: Clock; keys: LogKeys }

/** As long as the answers to commands: no second save comes later. */
const SAVED_KEPT_MINUTES = 90 * 24 * 60;

/** Answers how many were swept that nobody had thrown away. */
export const sweepDrafts = ({ db, clock, keys }: SweepContext, keepHours: number): Promise<number> => db.transaction(async (manager) => {
  const tx = newTx(manager, { actor: NIGHTJAR, now: clock.now(), commandId: null, keys });
  await tx.query('DELETE FROM call_draft WHERE thrown_at < $1 OR (incident_id IS NOT NULL AND touched_at < $2)', [plusMinutes(tx.now, -UNDO_MINUTES), plusMinutes(tx.now, -SAVED_KEPT_MINUTES)]);
  const [, count] = await tx.query<[unknown[], number]>('DELETE FROM call_draft WHERE incident_id IS NULL AND touched_at < $1', [plusMinutes(tx.now, -keepHours * 60)]);
  if (count > 0) {
    record(tx, { name: 'callDraft.swept', at: tx.now, byId: NIGHTJAR.staffId, entityType: 'callDraft', entityId: NIGHTJAR.staffId, incidentId: null, payload: { count } });
    await appendRecorded(tx);
  }
  return count;
});
