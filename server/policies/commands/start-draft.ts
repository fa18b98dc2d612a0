// Starts a draft, from the policy in force or from a file.
import type * as routes from '../../../shared/protocol/policies.ts';
import { newId } from '../../database/transaction.ts';
import { record } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { insertDraft } from '../draft.store.ts';

export const startDraft: Command<typeof routes.startPolicyDraft> = async (tx, input) => {
  const draftId = newId();
  await insertDraft(tx, draftId, input.body);
  record(tx, { name: 'policy.draftStarted', at: tx.now, byId: tx.actor.staffId, entityType: 'policy', entityId: draftId, incidentId: null, payload: { draftId } });
  return { draftId };
};
