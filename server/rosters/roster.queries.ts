// One night's roster as control reads it: from noon to noon, with what came of it, and the certificates that end soon.
import { dateOf, nightStart } from '../../shared/domain/duty-night.ts';
import { nextDay } from '../../shared/domain/shift-pattern.ts';
import type { readRoster } from '../../shared/protocol/roster.ts';
import type { Query } from '../http/handle.ts';
import { listCertificates } from '../identity/certificate.store.ts';
import { policyNow } from '../incidents/policy.store.ts';
import { findExtra, findShifts } from './shift.store.ts';

export const rosterOf: Query<typeof readRoster> = async ({ db, now }, { night }) => {
  const [from, until] = [nightStart(night), nightStart(nextDay(night))];
  const [today, { certificateDays }] = [dateOf(now), (await policyNow(db, now)).body.working];
  const [earliest, latest] = [nextDay(today, -certificateDays), nextDay(today, certificateDays)];
  const certificates = await listCertificates(db);
  // One that was renewed in time is no gap.
  const isRenewed = ({ staffId, skill, until: last }: (typeof certificates)[number]): boolean =>
    certificates.some((other) => other.staffId === staffId && other.skill === skill && other.endedOn === null && (other.until === null || other.until > (last ?? '')) && other.from <= nextDay(last ?? today));
  const ending = certificates.filter((one) => one.endedOn === null && one.until !== null && one.until >= earliest && one.until <= latest && !isRenewed(one));
  return { night, asOf: now, shifts: await findShifts(db, from, until), extra: await findExtra(db, from, until), ending: ending.toSorted((a, b) => (a.until ?? '').localeCompare(b.until ?? '')) };
};
