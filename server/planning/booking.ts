// What booking and moving share: the legs with their ids, the policy that they go by, what was told, and people who change places in one transaction.
import type { BookedLeg } from '../../shared/domain/booked-visit.ts';
import type { BookVisit, VisitPolicy } from '../../shared/domain/decide-visit.ts';
import type { Id, IncidentFile } from '../../shared/domain/incident-file.ts';
import { plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import { newId, type Tx } from '../database/transaction.ts';
import { saveStatement } from '../events/append.ts';
import { policyOf } from '../incidents/policy.store.ts';

export const legsFrom = (visits: readonly { legId: Id; staffId: Id; fromAt: Instant; minutes: number }[]): BookedLeg[] =>
  visits.map(({ legId, staffId, fromAt, minutes }) => ({ visitId: newId(), legId, staffId, fromAt, untilAt: plusMinutes(fromAt, minutes) }));

export const policyFor = async (tx: Tx, { incident }: Pick<IncidentFile, 'incident'>): Promise<VisitPolicy> => (await policyOf(tx, incident.gradePolicyId)).body;

export const toldTo = async (tx: Tx, incidentId: Id, told: string | null): Promise<BookVisit['told']> =>
  (told === null ? null : { promiseId: newId(), saidId: await saveStatement(tx, incidentId, told) });

/** While visits are moved two may stand in one place for a moment; at the end the database asks again, before anything is answered. */
export async function untilMoved<T>(tx: Tx, move: () => Promise<T>): Promise<T> {
  await tx.query('SET CONSTRAINTS booked_visit_one_place_at_a_time DEFERRED');
  const moved = await move();
  await tx.query('SET CONSTRAINTS booked_visit_one_place_at_a_time IMMEDIATE');
  return moved;
}
