// Every SOS, and all their SQL. Whoever changes one holds its row; its incident and its duty are locked before it.
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Sos, SosEvent } from '../../shared/domain/sos.ts';
import type { Queryable } from '../database/connect.ts';
import { Refused, type Tx } from '../database/transaction.ts';
import { record } from '../events/append.ts';

export interface Fix { lat: number; lon: number; accuracyM: number | null; at: Instant }

const STATE = `s.id, s.staff_id AS "staffId", s.duty_id AS "dutyId", s.team_id AS "teamId", s.incident_id AS "incidentId", s.pressed_at AS "pressedAt", s.stage, s.came_at AS "cameAt", s.because,
  s.had_by_id AS "hadById", s.had_at AS "hadAt", s.ending, s.spoken_with_id AS "spokenWithId", s.said_id AS "saidId", s.ended_at AS "endedAt", s.ended_by_id AS "endedById"`;

export async function insertSos(tx: Tx, sos: Sos, fix: Fix | null, climbsAt: Instant | null): Promise<void> {
  await tx.query(
    `INSERT INTO sos (id, staff_id, duty_id, team_id, incident_id, pressed_at, heard_at, lat, lon, accuracy_m, fix_at, stage, climb_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [sos.id, sos.staffId, sos.dutyId, sos.teamId, sos.incidentId, sos.pressedAt, tx.now, fix?.lat ?? null, fix?.lon ?? null, fix?.accuracyM ?? null, fix?.at ?? null, sos.stage, climbsAt]);
}

export async function saveSos(tx: Pick<Tx, 'query'>, sos: Sos, climbsAt: Instant | null): Promise<void> {
  await tx.query(
    `UPDATE sos SET stage = $2, came_at = $3, because = $4, had_by_id = $5, had_at = $6, ending = $7, spoken_with_id = $8, said_id = $9, ended_at = $10, ended_by_id = $11, climb_at = $12 WHERE id = $1`,
    [sos.id, sos.stage, sos.cameAt, sos.because, sos.hadById, sos.hadAt, sos.ending, sos.spokenWithId, sos.saidId, sos.endedAt, sos.endedById, climbsAt]);
}

export function recordSos(tx: Tx, sosId: Id, { name, at, byId, ...payload }: SosEvent): void {
  record(tx, { name, at, byId, entityType: 'sos', entityId: sosId, incidentId: null, payload });
}

/** Read before it is locked: its incident goes first. */
export async function findSos(db: Queryable, id: Id): Promise<Sos> {
  const [sos] = await db.query<Sos[]>(`SELECT ${STATE} FROM sos s WHERE s.id = $1`, [id]);
  if (sos === undefined) throw new Refused('not-found');
  return sos;
}
export async function lockSos(tx: Tx, id: Id): Promise<Sos> {
  const [sos] = await tx.query<Sos[]>(`SELECT ${STATE} FROM sos s WHERE s.id = $1 FOR UPDATE`, [id]);
  if (sos === undefined) throw new Refused('not-found');
  return sos;
}

export const standingSosOf = async (db: Queryable, staffId: Id): Promise<Id | null> => (await db.query<{ id: Id }[]>('SELECT id FROM sos WHERE staff_id = $1 AND ended_at IS NULL', [staffId]))[0]?.id ?? null;
export const lockSosHadBy = (tx: Tx, staffId: Id): Promise<Sos[]> => tx.query(`SELECT ${STATE} FROM sos s WHERE s.had_by_id = $1 AND s.ended_at IS NULL ORDER BY s.id FOR UPDATE`, [staffId]);

export const isClimbingDue = async (db: Queryable, now: Instant): Promise<boolean> => (await db.query<unknown[]>('SELECT FROM sos WHERE climb_at <= $1 LIMIT 1', [now])).length > 0;
/** What another server has under its hand is left to it. */
export const lockClimbing = (tx: Tx): Promise<Sos[]> => tx.query(`SELECT ${STATE} FROM sos s WHERE s.climb_at <= $1 ORDER BY s.id FOR UPDATE SKIP LOCKED`, [tx.now]);

/** The visit that holds somebody, and where they were last known to be. */
export async function visitAndPlaceOf(db: Queryable, staffId: Id, dutyId: Id): Promise<{ incidentId: Id | null; fix: Fix | null }> {
  const [visit] = await db.query<{ incidentId: Id }[]>(
    `SELECT incident_id AS "incidentId" FROM assignment WHERE staff_id = $1 AND kind = 'visit' AND state IN ('dispatched', 'accepted', 'going', 'there') LIMIT 1`, [staffId]);
  const [fix] = await db.query<Fix[]>('SELECT lat, lon, accuracy_m AS "accuracyM", at FROM position_latest WHERE duty_id = $1', [dutyId]);
  return { incidentId: visit?.incidentId ?? null, fix: fix ?? null };
}

/** One's own duty, an ended one too: what was pressed in it reaches us all the same. */
export async function lockOwnDutyEver(tx: Tx, dutyId: Id): Promise<{ startedAt: Instant; ended: boolean; teamId: Id | null; sharing: boolean }> {
  const [duty] = await tx.query<{ startedAt: Instant; ended: boolean; teamId: Id | null; sharing: boolean }[]>(
    'SELECT started_at AS "startedAt", ended_at IS NOT NULL AS ended, team_id AS "teamId", sharing FROM duty WHERE id = $1 AND staff_id = $2 FOR UPDATE', [dutyId, tx.actor.staffId]);
  if (duty === undefined) throw new Refused('not-found');
  return duty;
}

export const sharePosition = (tx: Tx, dutyId: Id): Promise<unknown> => tx.query('UPDATE duty SET sharing = true WHERE id = $1', [dutyId]);
