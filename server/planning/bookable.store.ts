// Who could be booked: people with a profession who may still be sent, and when they are booked already. For what is nobody's to hear here.
import type { Profession } from '../../shared/domain/activity.ts';
import type { Bookable } from '../../shared/domain/decide-visit.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import { plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import type { CertificateDays } from '../../shared/domain/skill.ts';
import type { Queryable } from '../database/connect.ts';
import type { Tx } from '../database/transaction.ts';
import { policyNow } from '../incidents/policy.store.ts';
import { findShifts } from '../rosters/shift.store.ts';
import { gendersOf } from '../identity/gender.store.ts';
import { certificatesOf } from '../identity/certificate.store.ts';

interface Person { staffId: Id; name: string; profession: Profession; organisation: string }
interface Busy { staffId: Id; fromAt: Instant; untilAt: Instant }

/** A responder's grant in force, on an account that is not shut. */
const MAY_BE_SENT = `s.profession IS NOT NULL AND EXISTS (
  SELECT FROM account a JOIN role_grant g ON g.account_id = a.id WHERE a.staff_id = s.id AND a.disabled_at IS NULL AND g.role = 'responder' AND g.from_at <= $1 AND (g.until_at IS NULL OR g.until_at > $1))`;

interface Stretch { fromAt: Instant; untilAt: Instant }
export interface BookablePerson extends Person { certificates: CertificateDays[]; busy: Stretch[]; /** Shifts that they are not sick for, and the duty that they are on. */ atWork: Stretch[]; breaks: Stretch[] }

export async function listBookablePeople(db: Queryable, now: Instant, fromAt: Instant, untilAt: Instant): Promise<BookablePerson[]> {
  const people = await db.query<Person[]>(
    `SELECT s.id AS "staffId", s.name, s.profession, o.name AS organisation FROM staff s JOIN organisation o ON o.id = s.organisation_id WHERE ${MAY_BE_SENT} ORDER BY s.name, s.id`, [now]);
  const busy = Map.groupBy(await db.query<Busy[]>(
    `SELECT staff_id AS "staffId", from_at AS "fromAt", until_at AS "untilAt" FROM booked_visit WHERE state IN ('booked', 'started') AND from_at < $2 AND until_at > $1 ORDER BY from_at`, [fromAt, untilAt]), ({ staffId }) => staffId);
  const certificates = await certificatesOf(db, people.map(({ staffId }) => staffId));
  const shifts = Map.groupBy((await findShifts(db, fromAt, untilAt)).filter(({ sickAt }) => sickAt === null), ({ staffId }) => staffId);
  const { planning: { dutyMinutes } } = (await policyNow(db, now)).body;
  const duties = new Map((await db.query<{ staffId: Id; startedAt: Instant }[]>("SELECT staff_id AS \"staffId\", started_at AS \"startedAt\" FROM duty WHERE ended_at IS NULL AND shift_id IS NULL AND seat = 'responder'")).map(({ staffId, startedAt }) => [staffId, { fromAt: startedAt, untilAt: plusMinutes(startedAt, dutyMinutes) }]));
  return people.map((person): BookablePerson => {
    const [own, duty] = [shifts.get(person.staffId) ?? [], duties.get(person.staffId)];
    return {
      ...person, certificates: certificates.get(person.staffId) ?? [], busy: (busy.get(person.staffId) ?? []).map(({ staffId: _staff, ...at }) => at),
      atWork: [...own.map(({ from, until }) => ({ fromAt: from, untilAt: until })), ...(duty === undefined ? [] : [duty])], breaks: own.flatMap(({ breaks }) => breaks.map(({ from, until }) => ({ fromAt: from, untilAt: until }))),
    };
  });
}

/** Those who may be sent, with what they are booked for beside these tasks. Nobody is locked: the database itself keeps one person at one place. */
export async function findBookable(tx: Tx, staffIds: readonly Id[], taskIds: readonly Id[]): Promise<Bookable[]> {
  const people = await tx.query<Person[]>(`SELECT s.id AS "staffId", s.name, s.profession, '' AS organisation FROM staff s WHERE s.id = ANY($2) AND ${MAY_BE_SENT}`, [tx.now, staffIds]);
  const busy = await tx.query<Busy[]>(
    `SELECT staff_id AS "staffId", from_at AS "fromAt", until_at AS "untilAt" FROM booked_visit WHERE staff_id = ANY($1) AND task_id <> ALL($2) AND state IN ('booked', 'started')`, [staffIds, taskIds]);
  const certificates = await certificatesOf(tx, people.map(({ staffId }) => staffId));
  const genders = await gendersOf(tx, people.map(({ staffId }) => staffId));
  return people.map(({ staffId, name, profession }) => ({ staffId, name, profession, gender: genders.get(staffId) ?? null, certificates: certificates.get(staffId) ?? [], busy: busy.filter((one) => one.staffId === staffId) }));
}
