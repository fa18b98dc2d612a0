// The call itself: by which door, from whom, when; kept beside the incident that it became.
import { phoneKey, readPhone } from '../../shared/domain/phone-number.ts';
import type { Door } from '../../shared/domain/incident-words.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Queryable } from '../database/connect.ts';
import type { Tx } from '../database/transaction.ts';

export interface Caller { name: string | null; agency: string | null; phone: string | null; reference: string | null }

export const saveCall = (tx: Tx, call: { id: Id; incidentId: Id; door: Door; reportedAt: Instant; caller: Caller }): Promise<unknown> => tx.query(
  'INSERT INTO call (id, incident_id, door, reported_at, received_at, taken_by_id, caller_name, agency, phone, reference, phone_e164) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
  [call.id, call.incidentId, call.door, call.reportedAt, tx.now, tx.actor.staffId, call.caller.name, call.caller.agency, call.caller.phone, call.caller.reference, phoneKey(call.caller.phone)]);

/** `ring`: as it is rung, where what was given can be a number. */
export async function callerOf(db: Queryable, incidentId: Id): Promise<Caller & { ring: string | null }> {
  const [row] = await db.query<Caller[]>('SELECT caller_name AS name, agency, phone, reference FROM call WHERE incident_id = $1 ORDER BY received_at LIMIT 1', [incidentId]);
  const caller = row ?? { name: null, agency: null, phone: null, reference: null };
  const phone = caller.phone === null ? null : readPhone(caller.phone);
  return { ...caller, ring: phone === null || phone.e164 === null ? null : phone.shown };
}

export interface KnownCall extends Caller { id: Id; door: Door; reportedAt: Instant; takenBy: string }

/** Everybody who rang about it, the first one first. */
export const callsOf = (db: Queryable, incidentId: Id): Promise<KnownCall[]> => db.query<KnownCall[]>(
  `SELECT c.id, c.door, c.reported_at AS "reportedAt", (SELECT name FROM staff WHERE id = c.taken_by_id) AS "takenBy", c.caller_name AS name, c.agency, c.phone, c.reference
   FROM call c WHERE c.incident_id = $1 ORDER BY c.received_at, c.id`, [incidentId]);
