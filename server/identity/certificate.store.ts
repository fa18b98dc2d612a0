// Certificates: all their SQL. None is ever deleted.
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { CertificateDays, Skill } from '../../shared/domain/skill.ts';
import type { CertificateView } from '../../shared/protocol/certificates.ts';
import type { Queryable } from '../database/connect.ts';
import { newId, Refused, type Tx } from '../database/transaction.ts';

const DAYS = 'c.skill, c.from_on AS "from", c.until_on AS until, c.ended_on AS "endedOn"';

/** Each person's, for whoever asks `skillsOn` of them. */
export async function certificatesOf(db: Queryable, staffIds: readonly Id[]): Promise<Map<Id, CertificateDays[]>> {
  const rows = staffIds.length === 0 ? [] : await db.query<(CertificateDays & { staffId: Id })[]>(`SELECT c.staff_id AS "staffId", ${DAYS} FROM certificate c WHERE c.staff_id = ANY($1) ORDER BY c.from_on, c.id`, [[...new Set(staffIds)]]);
  return new Map([...Map.groupBy(rows, ({ staffId }) => staffId)].map(([staffId, own]) => [staffId, own.map(({ staffId: _staff, ...days }) => days)]));
}

export interface NewCertificate { staffId: Id; skill: Skill; from: string; until: string | null }
/** `byId` null: no person entered it. */
export async function saveCertificate(db: Queryable, { staffId, skill, from, until }: NewCertificate, at: Instant, byId: Id | null): Promise<Id> {
  const id = newId();
  await db.query('INSERT INTO certificate (id, staff_id, skill, from_on, until_on, entered_at, entered_by_id) VALUES ($1, $2, $3, $4, $5, $6, $7)', [id, staffId, skill, from, until, at, byId]);
  return id;
}

export async function lockCertificate(tx: Tx, id: Id): Promise<CertificateDays & { id: Id; staffId: Id }> {
  const [row] = await tx.query<(CertificateDays & { id: Id; staffId: Id })[]>(`SELECT c.id, c.staff_id AS "staffId", ${DAYS} FROM certificate c WHERE c.id = $1 FOR UPDATE`, [id]);
  if (row === undefined) throw new Refused('not-found');
  return row;
}

export const endCertificateOn = (tx: Tx, id: Id, day: string, reasonId: Id): Promise<unknown> =>
  tx.query('UPDATE certificate SET ended_on = $2, ended_at = $3, ended_by_id = $4, reason_id = $5 WHERE id = $1', [id, day, tx.now, tx.actor.staffId, reasonId]);

/** Of everybody, or of one; those that have ended too. */
export const listCertificates = (db: Queryable, staffId: Id | null = null): Promise<CertificateView[]> => db.query<CertificateView[]>(
  `SELECT c.id, c.staff_id AS "staffId", s.name, ${DAYS}, c.entered_at AS "enteredAt", e.name AS "enteredBy", c.ended_at AS "endedAt", x.name AS "endedBy", CASE WHEN c.reason_id IS NULL THEN NULL ELSE COALESCE(r.body, '(this text was erased)') END AS reason
   FROM certificate c JOIN staff s ON s.id = c.staff_id LEFT JOIN staff e ON e.id = c.entered_by_id LEFT JOIN staff x ON x.id = c.ended_by_id LEFT JOIN statement r ON r.id = c.reason_id
   WHERE $1::uuid IS NULL OR c.staff_id = $1 ORDER BY s.name, s.id, c.skill, c.from_on DESC, c.id`, [staffId]);

/** The open duty of somebody whose skills change: their crew's screens show it at once. */
export const openDutyOf = async (tx: Tx, staffId: Id): Promise<Id | null> =>
  (await tx.query<{ id: Id }[]>('SELECT id FROM duty WHERE staff_id = $1 AND ended_at IS NULL', [staffId]))[0]?.id ?? null;
