// Which of the last incidents a policy would propose another grade for than the one in force does, for what is known of them now.
import { unended } from '../../shared/domain/decide-policy.ts';
import type { Grade } from '../../shared/domain/grade.ts';
import { proposeGrade, type Proposal } from '../../shared/domain/grading.ts';
import { incidentRef } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { MissingRisk, VulnerabilityFlag } from '../../shared/domain/incident-words.ts';
import { storedAnswers, type Answers } from '../../shared/domain/policy.ts';
import { checkPolicy } from '../../shared/domain/policy-check.ts';
import type * as routes from '../../shared/protocol/policies.ts';
import { Refused } from '../database/transaction.ts';
import { logAccess } from '../events/access-log.ts';
import type { Query } from '../http/handle.ts';
import { policyNow } from '../incidents/policy.store.ts';
import { visibleTo } from '../incidents/visible-to.ts';

interface Row { id: string; night: string; number: number; reportedAt: Instant; grade: Grade; answers: Partial<Answers>; flags: VulnerabilityFlag[]; missingRisk: MissingRisk | null }

/** One statement, whatever the number: what a grade is proposed from is on the incident's own row, and ids are in the order of time. */
export const tryPolicy: Query<typeof routes.tryPolicy> = async ({ db, actor, now }, { body, last }) => {
  const unsound = checkPolicy(body).find(({ stops }) => stops);
  if (unsound !== undefined) throw new Refused('policy-not-sound', { problem: unended(unsound.says) });
  const parameters: unknown[] = [last];
  const rows = await db.query<Row[]>(
    `SELECT i.id, i.night, i.number, i.reported_at AS "reportedAt", i.grade, i.answers, i.flags, i.missing_risk AS "missingRisk"
     FROM incident i WHERE ${visibleTo(actor, parameters)} ORDER BY i.id DESC LIMIT $1`, parameters);
  const inForce = (await policyNow(db, now)).body;
  await logAccess(db, actor, now, { action: 'search', entity: 'incidents', entityId: null, purpose: `trying a policy on the last ${last}` });
  const tried = rows.map((row) => {
    const facts = { answers: storedAnswers(row.answers), flags: row.flags, missingRisk: row.missingRisk };
    return { incidentId: row.id, ref: incidentRef(row), reportedAt: row.reportedAt, given: row.grade, inForce: sent(proposeGrade(inForce, facts)), tried: sent(proposeGrade(body, facts)) };
  });
  const differing = tried.filter((one) => one.inForce.grade !== one.tried.grade);
  const stricter = differing.filter((one) => one.tried.grade < one.inForce.grade).length;
  return { tried: rows.length, stricter, later: differing.length - stricter, differing };
};

const sent = ({ grade, reasons }: Proposal) => ({ grade, reasons: [...reasons] });
