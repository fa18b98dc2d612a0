// The rows of the alarms, and all their SQL. Whoever writes them holds the lock of their incident.
import { alarmKey, type DueAlarm } from '../../shared/domain/alarm.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { StandingAlarm } from '../../shared/domain/standing-alarm.ts';
import type { Queryable } from '../database/connect.ts';
import { newId, type Tx } from '../database/transaction.ts';

/** As it stands, with the names and the words that a screen shows. */
export interface FiredAlarm extends DueAlarm, StandingAlarm { incidentId: Id; firedAt: Instant; acknowledgedBy: string | null; putOffBy: string | null; putOffReason: string | null }
export interface PendingAlarm extends DueAlarm { id: Id; incidentId: Id }

const PENDING = 'id, incident_id AS "incidentId", cause, about_id AS "aboutId", due_at AS "dueAt"';

const NOBODYS = "stage = 'coordinator', came_at = NULL, because = NULL, acknowledged_by_id = NULL, acknowledged_at = NULL, put_off_until = NULL, put_off_by_id = NULL, put_off_reason_id = NULL";

/**
 * Brings the incident's rows to what its file asks for, in one statement. One that has not fired and is wanted no more is deleted: nothing happened.
 * One that has fired is over, and whoever had it has it no more; if its cause comes back it stands again as it fired, and climbs from the start.
 */
export async function saveAlarms(tx: Pick<Tx, 'query' | 'now'>, incidentId: Id, wanted: readonly DueAlarm[], climbsAt: Instant): Promise<void> {
  const unwanted = 'NOT EXISTS (SELECT FROM wanted w WHERE (w.cause, w.about_id, w.due_at) = (a.cause, a.about_id, a.due_at))';
  await tx.query(
    `WITH wanted AS (SELECT * FROM unnest($2::uuid[], $3::text[], $4::uuid[], $5::timestamptz[]) AS w (id, cause, about_id, due_at)),
      dropped AS (DELETE FROM alarm a WHERE a.incident_id = $1 AND a.fired_at IS NULL AND ${unwanted}),
      over AS (UPDATE alarm a SET ended_at = $6, ${NOBODYS}, climb_at = NULL WHERE a.incident_id = $1 AND a.fired_at IS NOT NULL AND a.ended_at IS NULL AND ${unwanted})
     INSERT INTO alarm (id, incident_id, cause, about_id, due_at) SELECT id, $1, cause, about_id, due_at FROM wanted
     ON CONFLICT (incident_id, cause, about_id, due_at) DO UPDATE SET ended_at = NULL, climb_at = $7 WHERE alarm.ended_at IS NOT NULL`,
    [incidentId, wanted.map(() => newId()), wanted.map(({ cause }) => cause), wanted.map(({ aboutId }) => aboutId), wanted.map(({ dueAt }) => dueAt), tx.now, climbsAt]);
}

export interface DuePage { incidentIds: Id[]; /** Null after the last page. */ last: { dueAt: Instant; id: Id } | null }

export const DUE_PAGE = `SELECT ${PENDING} FROM alarm WHERE fired_at IS NULL AND due_at <= $1 AND ($2::timestamptz IS NULL OR (due_at, id) > ($2, $3::uuid)) ORDER BY due_at, id LIMIT $4`;

/** A page of what is due and has not fired, the oldest first, after `from`. */
export async function findDue(db: Queryable, now: Instant, from: DuePage['last'], limit: number): Promise<DuePage> {
  const rows = await db.query<PendingAlarm[]>(DUE_PAGE, [now, from?.dueAt ?? null, from?.id ?? null, limit]);
  const last = rows.at(-1);
  return { incidentIds: [...new Set(rows.map(({ incidentId }) => incidentId))], last: last === undefined || rows.length < limit ? null : last };
}

export const findDueOf = (tx: Queryable, incidentId: Id, now: Instant): Promise<PendingAlarm[]> =>
  tx.query(`SELECT ${PENDING} FROM alarm WHERE incident_id = $1 AND fired_at IS NULL AND due_at <= $2 ORDER BY due_at, id`, [incidentId, now]);

export const markFired = (tx: Pick<Tx, 'query' | 'now'>, ids: readonly Id[], climbsAt: Instant): Promise<unknown> =>
  tx.query('UPDATE alarm SET fired_at = $2, climb_at = $3 WHERE id = ANY($1)', [ids, tx.now, climbsAt]);

const STATE = `a.id, a.incident_id AS "incidentId", a.cause, a.about_id AS "aboutId", a.due_at AS "dueAt", a.fired_at AS "firedAt", a.stage, a.came_at AS "cameAt", a.because,
  a.acknowledged_by_id AS "acknowledgedById", a.acknowledged_at AS "acknowledgedAt", a.put_off_until AS "putOffUntil", a.put_off_by_id AS "putOffById"`;
const STANDS = 'a.fired_at IS NOT NULL AND a.ended_at IS NULL';

export const STANDING = `SELECT ${STATE}, k.name AS "acknowledgedBy", p.name AS "putOffBy", t.body AS "putOffReason"
  FROM alarm a LEFT JOIN staff k ON k.id = a.acknowledged_by_id LEFT JOIN staff p ON p.id = a.put_off_by_id LEFT JOIN statement t ON t.id = a.put_off_reason_id
  WHERE a.incident_id = ANY($1) AND ${STANDS} ORDER BY a.due_at DESC, a.id`;

/** Fired and not over: what a screen shows, the latest first. */
export async function standingAlarms(db: Queryable, incidentIds: readonly Id[]): Promise<Map<Id, FiredAlarm[]>> {
  const rows = incidentIds.length === 0 ? [] : await db.query<FiredAlarm[]>(STANDING, [incidentIds]);
  return Map.groupBy(rows, ({ incidentId }) => incidentId);
}

/** The keys of all that is not over, by incident: to be compared with what is wanted. */
export async function alarmKeys(db: Queryable, incidentIds: readonly Id[]): Promise<Map<Id, string[]>> {
  const rows = await db.query<PendingAlarm[]>(`SELECT ${PENDING} FROM alarm WHERE incident_id = ANY($1) AND ended_at IS NULL`, [incidentIds]);
  return new Map([...Map.groupBy(rows, ({ incidentId }) => incidentId)].map(([id, alarms]) => [id, alarms.map(alarmKey)]));
}
