// The SQL of reservations across incidents: whom a sending takes from other work, and whose has come to its end by itself.
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { ReservationEnd } from '../../shared/domain/reservation.ts';
import type { Queryable } from '../database/connect.ts';
import type { Tx } from '../database/transaction.ts';

export interface HeldElsewhere { id: Id; incidentId: Id }

export const heldElsewhere = (tx: Tx, { dutyIds, reservationIds, incidentId }: { dutyIds: readonly Id[]; reservationIds: readonly Id[]; incidentId: Id }): Promise<HeldElsewhere[]> => tx.query(
  'SELECT r.id, r.incident_id AS "incidentId" FROM reservation r JOIN duty d ON d.staff_id = r.staff_id WHERE d.id = ANY($1) AND r.id = ANY($3) AND r.ended_at IS NULL AND r.incident_id <> $2', [dutyIds, incidentId, reservationIds]);

/** Locks are taken in the order of the incidents' ids, whoever asks for what (docs/house.md, A command's way). */
export const lockIncidentsInOrder = (tx: Tx, ids: readonly Id[]): Promise<unknown> => tx.query('SELECT FROM incident WHERE id = ANY($1) ORDER BY id FOR UPDATE', [ids]);

export interface FreedByItself { id: Id; incidentId: Id; end: ReservationEnd }
/** Its time has come, or whoever is held is off duty, on a break, or on the way to other work. */
export const findToFree = (db: Queryable, now: Instant): Promise<FreedByItself[]> => db.query(
  `SELECT * FROM (SELECT r.id, r.incident_id AS "incidentId", CASE WHEN d.ended_at IS NOT NULL THEN 'off-duty' WHEN r.until_at <= $1 THEN 'ran-out'
       WHEN EXISTS (SELECT FROM duty_break k WHERE k.duty_id = d.id AND k.ended_at IS NULL AND k.until_at > $1) THEN 'on-break'
       WHEN EXISTS (SELECT FROM assignment a WHERE a.staff_id = r.staff_id AND a.kind = 'visit' AND a.state IN ('dispatched', 'accepted', 'going', 'there')) THEN 'taken' END AS "end"
     FROM reservation r JOIN duty d ON d.id = r.duty_id WHERE r.ended_at IS NULL) found WHERE "end" IS NOT NULL ORDER BY "incidentId"`, [now]);
