// Judges a roster's file line by line, as it would be brought in: each line by what stands and by the lines before it. Writes nothing.
import { whyNotRostered } from '../../shared/domain/decide-shift.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { refusalSentence } from '../../shared/domain/refusal.ts';
import type { Stretch } from '../../shared/domain/shift.ts';
import type { JudgedLine } from '../../shared/protocol/roster.ts';
import type { Queryable } from '../database/connect.ts';
import { Refused } from '../database/transaction.ts';
import { policyNow } from '../incidents/policy.store.ts';
import { readRosterFile, type FileShift } from './roster-file.ts';
import { findRostered, isOnRoster, shiftsAround } from './shift.store.ts';

/** More is more than a county's year. */
const MOST_LINES = 5000;
export interface Judged extends JudgedLine { shift: (FileShift & { staffId: Id }) | null }

export async function judgeRoster(db: Queryable, csv: string, now: Instant): Promise<Judged[]> {
  const lines = readRosterFile(csv);
  if (lines.length > MOST_LINES) throw new Refused('roster-file-unread', { problem: `it has more than ${MOST_LINES} lines` });
  const { working } = (await policyNow(db, now)).body;
  const people = await findRostered(db, now);
  const taken = new Map<Id, Stretch[]>();
  const judged: Judged[] = [];
  for (const { line, row } of lines) {
    const no = (why: string): void => { judged.push({ line, result: 'refused', why, shift: null }); };
    if ('problems' in row) { no(row.problems.join('; ')); continue; }
    const found = people.filter(({ username, name }) => username === row.person.toLowerCase() || name.toLowerCase() === row.person.toLowerCase());
    const [person] = found;
    if (person === undefined || found.length > 1) { no(person === undefined ? 'person: nobody of that name works here' : 'person: several are called so, write the user name'); continue; }
    const { staffId } = person;
    const { from, until } = row.planned;
    if (await isOnRoster(db, staffId, row.planned)) { judged.push({ line, result: 'already there', why: '', shift: null }); continue; }
    const own = taken.get(staffId) ?? [];
    const refusal = whyNotRostered({ who: 'This person', existing: [...await shiftsAround(db, staffId, from, until), ...own], wanted: [row.planned], limits: working, despite: row.despite !== null, now });
    if (refusal !== null) { no(refusalSentence(refusal)); continue; }
    taken.set(staffId, [...own, row.planned]);
    judged.push({ line, result: 'taken', why: '', shift: { ...row, staffId } });
  }
  return judged;
}
