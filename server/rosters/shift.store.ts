// Shifts: all their SQL. One that was taken off the roster stays in the database; the database keeps one person's shifts apart.
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Stretch } from '../../shared/domain/shift.ts';
import type { PlannedShift } from '../../shared/domain/shift-pattern.ts';
import type { OutOf } from '../../shared/protocol/route.ts';
import type { ExtraView, listOwnShifts, listRosterStaff, ShiftView } from '../../shared/protocol/roster.ts';
import type { z } from 'zod';
import type { Queryable } from '../database/connect.ts';
import { NIGHTJAR } from '../identity/actor.ts';
import { newId, Refused, type Tx } from '../database/transaction.ts';

/** Staff with an account that is not shut and a role that works at night. */
const CAN_WORK = `EXISTS (SELECT FROM account a JOIN role_grant g ON g.account_id = a.id WHERE a.staff_id = s.id AND a.disabled_at IS NULL AND g.role IN ('responder', 'coordinator', 'supervisor', 'edt') AND g.from_at <= $1 AND (g.until_at IS NULL OR g.until_at > $1))`;

export const rosterStaff = (db: Queryable, now: Instant): Promise<OutOf<typeof listRosterStaff>> => db.query<OutOf<typeof listRosterStaff>>(
  `SELECT s.id AS "staffId", s.name, s.profession, o.name AS organisation FROM staff s JOIN organisation o ON o.id = s.organisation_id WHERE ${CAN_WORK} ORDER BY s.name, s.id`, [now]);

/** By what a file may call them. */
export const findRostered = (db: Queryable, now: Instant): Promise<{ staffId: Id; name: string; username: string }[]> => db.query<{ staffId: Id; name: string; username: string }[]>(
  `SELECT s.id AS "staffId", s.name, u.username FROM staff s JOIN account u ON u.staff_id = s.id WHERE ${CAN_WORK}`, [now]);
export const isOnRoster = async (db: Queryable, staffId: Id, { from, until }: Stretch): Promise<boolean> =>
  (await db.query<unknown[]>('SELECT FROM shift WHERE staff_id = $1 AND from_at = $2 AND until_at = $3 AND removed_at IS NULL', [staffId, from, until])).length > 0;

/** Locked, so that two who roster one person at once come one after the other. Refuses whoever does not work here. */
export async function lockRostered(tx: Tx, staffIds: readonly Id[]): Promise<Map<Id, string>> {
  const rows = await tx.query<{ id: Id; name: string }[]>(`SELECT s.id, s.name FROM staff s WHERE s.id = ANY($2) AND ${CAN_WORK} ORDER BY s.id FOR NO KEY UPDATE OF s`, [tx.now, staffIds]);
  if (rows.length !== new Set(staffIds).size) throw new Refused('not-found');
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export interface StoredShift extends Stretch { id: Id; staffId: Id; name: string; sickAt: Instant | null; removedAt: Instant | null; takenAt: Instant | null }

export async function lockShift(tx: Tx, id: Id): Promise<StoredShift> {
  const [row] = await tx.query<StoredShift[]>(
    `SELECT h.id, h.staff_id AS "staffId", s.name, h.from_at AS "from", h.until_at AS until, h.sick_at AS "sickAt", h.removed_at AS "removedAt", (SELECT min(d.started_at) FROM duty d WHERE d.shift_id = h.id) AS "takenAt"
     FROM shift h JOIN staff s ON s.id = h.staff_id WHERE h.id = $1 FOR UPDATE OF h`, [id]);
  if (row === undefined) throw new Refused('not-found');
  return row;
}

/** What stands in the roster for somebody around then, but for `without`. */
export const shiftsAround = (db: Queryable, staffId: Id, from: Instant, until: Instant, without: readonly Id[] = []): Promise<Stretch[]> => db.query<Stretch[]>(
  `SELECT from_at AS "from", until_at AS until FROM shift WHERE staff_id = $1 AND removed_at IS NULL AND sick_at IS NULL AND until_at > $2::timestamptz - interval '3 days' AND from_at < $3::timestamptz + interval '3 days' AND id <> ALL($4)
   UNION ALL SELECT from_at, until_at FROM shift WHERE staff_id = $1 AND removed_at IS NULL AND sick_at IS NOT NULL AND until_at > $2 AND from_at < $3 AND id <> ALL($4)
   ORDER BY 1`, [staffId, from, until, without]);

export async function saveShift(tx: Tx, staffId: Id, { from, until, breaks }: PlannedShift, districtCodes: readonly string[]): Promise<Id> {
  const id = newId();
  await tx.query('INSERT INTO shift (id, staff_id, from_at, until_at, district_codes, breaks, made_at, made_by_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
    [id, staffId, from, until, districtCodes, JSON.stringify(breaks), tx.now, tx.actor.staffId === NIGHTJAR.staffId ? null : tx.actor.staffId]);
  return id;
}

export const markSick = (tx: Tx, id: Id, sick: boolean): Promise<unknown> =>
  tx.query('UPDATE shift SET sick_at = $2, sick_by_id = $3 WHERE id = $1', [id, sick ? tx.now : null, sick ? tx.actor.staffId : null]);
export const markRemoved = (tx: Tx, id: Id): Promise<unknown> => tx.query('UPDATE shift SET removed_at = $2, removed_by_id = $3 WHERE id = $1', [id, tx.now, tx.actor.staffId]);
export const moveShiftTo = (tx: Tx, id: Id, staffId: Id): Promise<unknown> => tx.query('UPDATE shift SET staff_id = $2, sick_at = NULL, sick_by_id = NULL WHERE id = $1', [id, staffId]);

/** Between the two halves of a swap one person may have two at once. */
export const letOverlapMeanwhile = (tx: Tx): Promise<unknown> => tx.query('SET CONSTRAINTS shift_one_place DEFERRED');

const COLUMNS = `h.id, h.staff_id AS "staffId", s.name, s.profession, o.name AS organisation, h.from_at AS "from", h.until_at AS until, h.district_codes AS "districtCodes", h.breaks, h.sick_at AS "sickAt"`;

interface ShiftRow extends Omit<ShiftView, 'duty'> { dutyId: Id | null; startedAt: Instant; endedAt: Instant | null; callSign: string | null }

/** Those that begin or go on between the two. */
export async function findShifts(db: Queryable, from: Instant, until: Instant): Promise<ShiftView[]> {
  const rows = await db.query<ShiftRow[]>(
    `SELECT ${COLUMNS}, x.name AS "sickBy", d.id AS "dutyId", d.started_at AS "startedAt", d.ended_at AS "endedAt", t.call_sign AS "callSign"
     FROM shift h JOIN staff s ON s.id = h.staff_id JOIN organisation o ON o.id = s.organisation_id LEFT JOIN staff x ON x.id = h.sick_by_id
       LEFT JOIN LATERAL (SELECT * FROM duty WHERE shift_id = h.id ORDER BY started_at DESC LIMIT 1) d ON true LEFT JOIN team t ON t.id = d.team_id
     WHERE h.removed_at IS NULL AND h.from_at < $2 AND h.until_at > $1 ORDER BY h.from_at, s.name, h.id`, [from, until]);
  return rows.map(({ dutyId, startedAt, endedAt, callSign, ...shift }) => ({ ...shift, duty: dutyId === null ? null : { id: dutyId, startedAt, endedAt, callSign } }));
}

export const findOwnShifts = (db: Queryable, staffId: Id, now: Instant): Promise<OutOf<typeof listOwnShifts>> => db.query<OutOf<typeof listOwnShifts>>(
  `SELECT ${COLUMNS} FROM shift h JOIN staff s ON s.id = h.staff_id JOIN organisation o ON o.id = s.organisation_id WHERE h.removed_at IS NULL AND h.staff_id = $1 AND h.until_at > $2 ORDER BY h.from_at LIMIT 60`, [staffId, now]);

/** On duty between the two without a shift. */
export const findExtra = (db: Queryable, from: Instant, until: Instant): Promise<z.infer<typeof ExtraView>[]> => db.query<z.infer<typeof ExtraView>[]>(
  `SELECT d.id AS "dutyId", d.staff_id AS "staffId", s.name, d.profession, d.seat, d.started_at AS "startedAt", t.call_sign AS "callSign" FROM duty d JOIN staff s ON s.id = d.staff_id LEFT JOIN team t ON t.id = d.team_id
   WHERE d.shift_id IS NULL AND d.ended_at IS NULL AND d.started_at < $2 AND d.started_at >= $1 ORDER BY d.started_at, d.id`, [from, until]);
