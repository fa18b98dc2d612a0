// Positions: the newest per duty in an unlogged table, history for a short, set time, both written in batches.
import { isControl, type Viewer } from '../../shared/domain/visibility.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { PositionView } from '../../shared/protocol/views.ts';
import type { Queryable } from '../database/connect.ts';

export interface Fix { dutyId: Id; staffId: Id; teamId: Id | null; lat: number; lon: number; accuracyM: number | null; at: Instant }
export interface KnownPosition { view: PositionView; staffId: Id; teamId: Id | null; storedAt: Instant }

const columns = (fixes: readonly Fix[]) => [
  fixes.map((fix) => fix.dutyId), fixes.map((fix) => fix.staffId), fixes.map((fix) => fix.teamId), fixes.map((fix) => fix.lat), fixes.map((fix) => fix.lon), fixes.map((fix) => fix.accuracyM), fixes.map((fix) => fix.at),
];

/** An older fix never replaces a newer one; a duty that has ended or stopped sharing takes none, whatever was in flight. */
export async function storeFixes(db: Queryable, newest: readonly Fix[], all: readonly Fix[], storedAt: Instant): Promise<void> {
  if (newest.length === 0) return;
  await db.query(
    `INSERT INTO position_latest (duty_id, staff_id, team_id, lat, lon, accuracy_m, at, stored_at)
     SELECT f.*, $8::timestamptz FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::float8[], $5::float8[], $6::float8[], $7::timestamptz[]) AS f(duty_id, staff_id, team_id, lat, lon, accuracy_m, at)
     JOIN duty d ON d.id = f.duty_id AND d.ended_at IS NULL AND d.sharing
     ON CONFLICT (duty_id) DO UPDATE SET team_id = EXCLUDED.team_id, lat = EXCLUDED.lat, lon = EXCLUDED.lon, accuracy_m = EXCLUDED.accuracy_m, at = EXCLUDED.at, stored_at = EXCLUDED.stored_at
     WHERE position_latest.at < EXCLUDED.at`, [...columns(newest), storedAt]);
  await db.query(
    `INSERT INTO position_history (duty_id, lat, lon, accuracy_m, at)
     SELECT f.duty_id, f.lat, f.lon, f.accuracy_m, f.at FROM unnest($1::uuid[], $2::float8[], $3::float8[], $4::float8[], $5::timestamptz[]) AS f(duty_id, lat, lon, accuracy_m, at)`,
    [all.map((fix) => fix.dutyId), all.map((fix) => fix.lat), all.map((fix) => fix.lon), all.map((fix) => fix.accuracyM), all.map((fix) => fix.at)]);
}

interface PositionRow extends PositionView { staffId: Id; teamId: Id | null; storedAt: Instant }
const SELECT = `SELECT p.duty_id AS "dutyId", p.lat, p.lon, p.accuracy_m AS "accuracyM", p.at, p.staff_id AS "staffId", d.team_id AS "teamId", p.stored_at AS "storedAt"
  FROM position_latest p JOIN duty d ON d.id = p.duty_id AND d.ended_at IS NULL AND d.sharing`;
const known = ({ staffId, teamId, storedAt, ...view }: PositionRow): KnownPosition => ({ view, staffId, teamId, storedAt });

export const positionsSince = async (db: Queryable, storedAt: Instant): Promise<KnownPosition[]> => (await db.query<PositionRow[]>(`${SELECT} WHERE p.stored_at > $1`, [storedAt])).map(known);

/** `maySeePosition` in SQL. */
export async function positionsFor(db: Queryable, viewer: Viewer): Promise<PositionView[]> {
  if (viewer.roles.length === 0) return [];
  const parameters: unknown[] = [];
  const own = () => `p.staff_id = $${parameters.push(viewer.staffId)}::uuid`;
  const where = isControl(viewer) ? 'true' : viewer.roles.includes('responder') && viewer.teamId !== null ? `(${own()} OR d.team_id = $${parameters.push(viewer.teamId)}::uuid)` : own();
  return (await db.query<PositionRow[]>(`${SELECT} WHERE ${where}`, parameters)).map((row) => known(row).view);
}

export const forgetPositionsBefore = (db: Queryable, at: Instant): Promise<unknown> => db.query('DELETE FROM position_history WHERE at < $1', [at]);
