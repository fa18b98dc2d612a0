// The nights that somebody was named for, and who: all their SQL. Whoever changes a night holds its row.
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { OnCallPost } from '../../shared/domain/on-call.ts';
import type { NightView } from '../../shared/protocol/views.ts';
import type { Queryable } from '../database/connect.ts';
import { newId, type Tx } from '../database/transaction.ts';

export interface Night { id: Id; night: string; lookedAt: Instant | null; gapAt: Instant | null; gapEndedAt: Instant | null; named: OnCallPost[] }

/** Made where there is none yet. Two at once: the second waits for the first, and reads what it wrote. */
export async function lockNight(tx: Tx, night: string): Promise<Night> {
  await tx.query('INSERT INTO duty_night (id, night) VALUES ($1, $2) ON CONFLICT (night) DO NOTHING', [newId(), night]);
  const [row] = await tx.query<Omit<Night, 'named'>[]>('SELECT id, night, looked_at AS "lookedAt", gap_at AS "gapAt", gap_ended_at AS "gapEndedAt" FROM duty_night WHERE night = $1 FOR UPDATE', [night]);
  if (row === undefined) throw new Error(`the night ${night} is missing`);
  return { ...row, named: (await tx.query<{ post: OnCallPost }[]>('SELECT post FROM on_call WHERE night_id = $1', [row.id])).map(({ post }) => post) };
}

export async function saveOnCall(tx: Tx, one: { nightId: Id; post: OnCallPost; nameId: Id; phoneId: Id }): Promise<void> {
  await tx.query(
    `INSERT INTO on_call (id, night_id, post, name_id, phone_id, named_by_id, named_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (night_id, post) DO UPDATE SET name_id = EXCLUDED.name_id, phone_id = EXCLUDED.phone_id, named_by_id = EXCLUDED.named_by_id, named_at = EXCLUDED.named_at`,
    [newId(), one.nightId, one.post, one.nameId, one.phoneId, tx.actor.staffId, tx.now]);
}

export const endGap = (tx: Tx, nightId: Id): Promise<unknown> => tx.query('UPDATE duty_night SET gap_ended_at = $2 WHERE id = $1 AND gap_at IS NOT NULL AND gap_ended_at IS NULL', [nightId, tx.now]);
export const markLookedAt = (tx: Tx, nightId: Id, gap: boolean): Promise<unknown> => tx.query('UPDATE duty_night SET looked_at = $2, gap_at = CASE WHEN $3 THEN $2::timestamptz END WHERE id = $1', [nightId, tx.now, gap]);
export const wasLookedAt = async (db: Queryable, night: string): Promise<boolean> => (await db.query<unknown[]>('SELECT FROM duty_night WHERE night = $1 AND looked_at IS NOT NULL', [night])).length > 0;

type OnCall = NightView['onCall'][number];

export async function findNights(db: Queryable, where: string, parameters: unknown[]): Promise<NightView[]> {
  const nights = await db.query<NightView[]>(`SELECT n.id, n.night, CASE WHEN n.gap_ended_at IS NULL THEN n.gap_at END AS "gapAt" FROM duty_night n WHERE ${where} ORDER BY n.night`, parameters);
  const named = nights.length === 0 ? [] : await db.query<(OnCall & { nightId: Id })[]>(
    `SELECT c.night_id AS "nightId", c.post, COALESCE(n.body, '(this text was erased)') AS name, COALESCE(p.body, '(this text was erased)') AS phone, s.name AS "namedBy", c.named_at AS "namedAt"
     FROM on_call c JOIN staff s ON s.id = c.named_by_id LEFT JOIN statement n ON n.id = c.name_id LEFT JOIN statement p ON p.id = c.phone_id WHERE c.night_id = ANY($1) ORDER BY c.post`, [nights.map(({ id }) => id)]);
  const byNight = Map.groupBy(named, ({ nightId }) => nightId);
  return nights.map((night) => ({ ...night, onCall: (byNight.get(night.id) ?? []).map(({ nightId: _night, ...one }) => one) }));
}
