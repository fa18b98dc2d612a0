// The links of calendars, and the times that one answers.
import type { Id } from '../../shared/domain/incident-file.ts';
import { plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import type { Queryable } from '../database/connect.ts';
import { newId, type Tx } from '../database/transaction.ts';
import { record } from '../events/append.ts';
import type { Entry } from './calendar.ts';

const DAY = 24 * 60;
/** What was called off stays so long, until every calendar has taken it out. */
const [BACK_DAYS, AHEAD_DAYS, MOST] = [14, 90, 500];

export async function findCalendarLink(db: Queryable, staffId: Id): Promise<Instant | null> {
  const [row] = await db.query<{ made_at: Instant }[]>('SELECT made_at FROM calendar_link WHERE staff_id = $1 AND revoked_at IS NULL', [staffId]);
  return row?.made_at ?? null;
}

export async function keepCalendarLink(tx: Tx, digest: string): Promise<Id> {
  await revokeLink(tx);
  const id = newId();
  await tx.query('INSERT INTO calendar_link (id, staff_id, digest, made_at) VALUES ($1, $2, $3, $4)', [id, tx.actor.staffId, digest, tx.now]);
  recordLink(tx, 'calendar.linkMade', id);
  return id;
}

/** Without one, nothing. */
export async function revokeLink(tx: Tx): Promise<void> {
  // Two windows of one person: the second waits, and finds what the first has made.
  await tx.query('SELECT FROM staff WHERE id = $1 FOR UPDATE', [tx.actor.staffId]);
  const [row] = await tx.query<{ id: Id }[]>('SELECT id FROM calendar_link WHERE staff_id = $1 AND revoked_at IS NULL', [tx.actor.staffId]);
  if (row === undefined) return;
  await tx.query('UPDATE calendar_link SET revoked_at = $2 WHERE id = $1', [row.id, tx.now]);
  recordLink(tx, 'calendar.linkRevoked', row.id);
}

const recordLink = (tx: Tx, name: string, id: Id): void => record(tx, { name, at: tx.now, byId: tx.actor.staffId, entityType: 'calendar-link', entityId: id, incidentId: null, payload: {} });

/** Null: no such link, or not any more, or whose it is may not sign in any more. */
export async function findTimes(db: Queryable, digest: string, now: Instant): Promise<Entry[] | null> {
  const [link] = await db.query<{ staff_id: Id }[]>(
    'SELECT l.staff_id FROM calendar_link l JOIN account a ON a.staff_id = l.staff_id WHERE l.digest = $1 AND l.revoked_at IS NULL AND a.disabled_at IS NULL', [digest]);
  if (link === undefined) return null;
  return db.query<Entry[]>(
    `SELECT id, 'shift' AS kind, from_at AS "fromAt", until_at AS "untilAt", (removed_at IS NOT NULL OR sick_at IS NOT NULL) AS "isOff" FROM shift WHERE staff_id = $1 AND until_at > $2 AND from_at < $3
     UNION ALL SELECT id, 'visit', from_at, until_at, state IN ('moved', 'cancelled') FROM booked_visit WHERE staff_id = $1 AND until_at > $2 AND from_at < $3
     ORDER BY "fromAt", id LIMIT ${MOST}`, [link.staff_id, plusMinutes(now, -BACK_DAYS * DAY), plusMinutes(now, AHEAD_DAYS * DAY)]);
}
