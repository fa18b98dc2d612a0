// Raises an incident from a call. The clock runs from the report; whoever raises it owns it until somebody on duty takes it.
import type * as routes from '../../../shared/protocol/incidents.ts';
import { claimDraft, spendDraft } from '../../calls/call-draft.store.ts';
import { newId, Refused } from '../../database/transaction.ts';
import type { Command } from '../../http/handle.ts';
import { ownerForRaised } from '../owner.store.ts';
import { raiseCall } from '../raise-call.ts';

export const raiseIncident: Command<typeof routes.raiseIncident> = async (tx, input) => {
  if (tx.actor.dutyId === null) throw new Refused('not-on-duty');
  // Held until the end: nobody books off while becoming an owner.
  const duties = await tx.query<unknown[]>('SELECT 1 FROM duty WHERE id = $1 AND ended_at IS NULL FOR SHARE', [tx.actor.dutyId]);
  if (duties.length === 0) throw new Refused('not-on-duty');
  if (input.draftId !== undefined) {
    const before = await claimDraft(tx, input.draftId);
    if (before !== null) return { incidentId: before };
  }
  const incidentId = newId();
  await raiseCall(tx, input, { incidentId, owner: await ownerForRaised(tx), dutyId: tx.actor.dutyId });
  if (input.draftId !== undefined) await spendDraft(tx, input.draftId, incidentId);
  return { incidentId };
};
