// A standing alarm's own row: who has it and where it has climbed to. Whoever writes it holds the lock of its incident.
import type { Id, StatementId } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { AlarmEvent, StandingAlarm } from '../../shared/domain/standing-alarm.ts';
import { applyAlarm } from '../../shared/domain/standing-alarm.ts';
import type { Queryable } from '../database/connect.ts';
import type { Tx } from '../database/transaction.ts';
import type { DuePage } from './alarm.store.ts';

export const CLIMB_PAGE = 'SELECT id, incident_id AS "incidentId", climb_at AS "dueAt" FROM alarm WHERE climb_at <= $1 AND ($2::timestamptz IS NULL OR (climb_at, id) > ($2, $3::uuid)) ORDER BY climb_at, id LIMIT $4';

/** A page of what is to climb by now, the longest overdue first, after `from`. */
export async function findClimbing(db: Queryable, now: Instant, from: DuePage['last'], limit: number): Promise<DuePage> {
  const rows = await db.query<{ id: Id; incidentId: Id; dueAt: Instant }[]>(CLIMB_PAGE, [now, from?.dueAt ?? null, from?.id ?? null, limit]);
  const last = rows.at(-1);
  return { incidentIds: [...new Set(rows.map(({ incidentId }) => incidentId))], last: last === undefined || rows.length < limit ? null : last };
}

export const findClimbingOf = async (tx: Queryable, incidentId: Id, now: Instant): Promise<Set<Id>> =>
  new Set((await tx.query<{ id: Id }[]>('SELECT id FROM alarm WHERE incident_id = $1 AND climb_at <= $2', [incidentId, now])).map(({ id }) => id));

export async function saveStanding<T extends StandingAlarm>(tx: Pick<Tx, 'query'>, alarm: T, event: AlarmEvent, climbsAt: Instant | null): Promise<T> {
  const after = applyAlarm(alarm, event);
  const reasonId: StatementId | null = event.name === 'alarm.putOff' ? event.reasonId : null;
  await tx.query(
    `UPDATE alarm SET stage = $2, came_at = $3, because = $4, acknowledged_by_id = $5, acknowledged_at = $6, put_off_until = $7, put_off_by_id = $8,
      put_off_reason_id = CASE WHEN $7::timestamptz IS NULL THEN NULL ELSE COALESCE($9::uuid, put_off_reason_id) END, climb_at = $10 WHERE id = $1`,
    [alarm.id, after.stage, after.cameAt, after.because, after.acknowledgedById, after.acknowledgedAt, after.putOffUntil, after.putOffById, reasonId, after.acknowledgedAt === null ? climbsAt : null]);
  return after;
}

/** It stays where it is, and is looked at again then. */
export const lookAgainAt = (tx: Pick<Tx, 'query'>, id: Id, at: Instant): Promise<unknown> => tx.query('UPDATE alarm SET climb_at = $2 WHERE id = $1', [id, at]);

/** A supervisor at work tonight who may see the incident: nobody else is told of it. */
export async function hasSupervisorOnDuty(tx: Tx, { restricted, namedStaffIds }: { restricted: boolean; namedStaffIds: readonly Id[] }): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `SELECT FROM duty d JOIN account a ON a.staff_id = d.staff_id AND a.disabled_at IS NULL
      JOIN role_grant g ON g.account_id = a.id AND g.role = 'supervisor' AND g.from_at <= $1 AND (g.until_at IS NULL OR g.until_at > $1)
     WHERE d.ended_at IS NULL AND d.seat = 'control' AND (NOT $2 OR d.staff_id = ANY($3::uuid[])) LIMIT 1`, [tx.now, restricted, namedStaffIds]);
  return rows.length > 0;
}
