// After a change, in its transaction: whoever has arrived has a time of leaving and of checking in, by the policy that the grade rests on.
import type { IncidentFile } from '../../shared/domain/incident-file.ts';
import { staysSet, type StayEvent } from '../../shared/domain/stay.ts';
import type { Tx } from '../database/transaction.ts';
import { NIGHTJAR } from '../identity/actor.ts';
import { policyOf } from './policy.store.ts';

export async function setStays(tx: Tx, before: IncidentFile | null, after: IncidentFile): Promise<StayEvent[]> {
  if (!after.assignments.some(({ state }) => state === 'there')) return [];
  return staysSet(before, after, (await policyOf(tx, after.incident.gradePolicyId)).body.crew, { staffId: NIGHTJAR.staffId, now: tx.now });
}
