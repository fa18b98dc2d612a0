// The questions that still have to be carried over the wire: rows of work, written with the question itself, so that no crash loses one.
import type { CheckFailure } from '../../shared/domain/check.ts';
import type { IncidentEvent } from '../../shared/domain/incident-event.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { wallNow } from '../clock/clock.ts';
import type { Queryable } from '../database/connect.ts';
import type { Tx } from '../database/transaction.ts';

export interface CheckWork { checkId: Id; incidentId: Id; source: string; tries: number; lastFailure: CheckFailure | null }
const WORK = 'w.check_id AS "checkId", w.incident_id AS "incidentId", w.source, w.tries, w.last_failure AS "lastFailure"';

/** In the transaction of the change: a question asked is work to do, one that has ended is none. */
export async function keepCheckWork(tx: Tx, incidentId: Id, events: readonly IncidentEvent[]): Promise<void> {
  const asked = events.flatMap((event) => (event.name === 'check.asked' && event.answerBy !== null ? [event] : []));
  const ended = events.flatMap((event) => (event.name === 'check.answered' || event.name === 'check.unanswered' || event.name === 'check.struckOut' ? [event.checkId] : []));
  if (asked.length > 0) {
    await tx.query(
      'INSERT INTO check_work (check_id, incident_id, source, answer_by, next_try_at) SELECT check_id, $1, source, answer_by, $2 FROM unnest($3::uuid[], $4::text[], $5::timestamptz[]) AS asked (check_id, source, answer_by)',
      [incidentId, wallNow(), asked.map(({ checkId }) => checkId), asked.map(({ source }) => source), asked.map(({ answerBy }) => answerBy)]);
  }
  if (ended.length > 0) await tx.query('DELETE FROM check_work WHERE check_id = ANY($1)', [ended]);
}

/** Takes what is due for one source, the longest waiting first, and holds it until `heldUntil`: whoever dies with it loses nothing, it is due again then. */
export const takeWork = async (db: Queryable, source: string, limit: number, wall: Instant, heldUntil: Instant): Promise<CheckWork[]> => rowsOf(await db.query(
  `WITH due AS (SELECT check_id FROM check_work WHERE source = $1 AND next_try_at <= $2 ORDER BY next_try_at LIMIT $4 FOR UPDATE SKIP LOCKED)
   UPDATE check_work w SET next_try_at = $3, tries = w.tries + 1 FROM due WHERE w.check_id = due.check_id RETURNING ${WORK}`, [source, wall, heldUntil, limit]));

/** An UPDATE is answered with its rows and their number. */
const rowsOf = ([rows]: [CheckWork[], number]): CheckWork[] => rows;

export const tryAgain = (db: Queryable, checkId: Id, failure: CheckFailure, at: Instant): Promise<unknown> =>
  db.query('UPDATE check_work SET next_try_at = $2, last_failure = $3 WHERE check_id = $1', [checkId, at, failure]);

export const dropWork = (db: Queryable, checkId: Id): Promise<unknown> => db.query('DELETE FROM check_work WHERE check_id = $1', [checkId]);

/** Those for which nobody waits any longer. */
export const overdueWork = (db: Queryable, now: Instant, limit: number): Promise<CheckWork[]> =>
  db.query<CheckWork[]>(`SELECT ${WORK} FROM check_work w WHERE w.answer_by <= $1 ORDER BY w.answer_by LIMIT $2`, [now, limit]);

export type CheckSubject = { person: { name: string; bornOn: string | null; approximateAge: number | null } } | { address: { label: string } };

/** What the question is about, as little of it as will do; null where nobody asks it any more. */
export async function subjectOf(db: Queryable, checkId: Id): Promise<CheckSubject | null> {
  const [row] = await db.query<{ name: string | null; bornOn: string | null; approximateAge: number | null; label: string | null; secret: boolean | null }[]>(
    `SELECT s.name, s.born_on AS "bornOn", s.approximate_age AS "approximateAge", l.label, l.secret
     FROM source_check c LEFT JOIN subject s ON s.id = c.person_id LEFT JOIN location l ON l.id = c.location_id WHERE c.id = $1 AND c.state = 'asked'`, [checkId]);
  if (row === undefined) return null;
  if (row.name !== null) return { person: { name: row.name, bornOn: row.bornOn, approximateAge: row.approximateAge } };
  return row.label === null || row.secret === true ? null : { address: { label: row.label } };
}
