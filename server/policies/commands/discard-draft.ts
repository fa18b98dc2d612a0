// Throws a draft away.
import type * as routes from '../../../shared/protocol/policies.ts';
import { record } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { deleteDraft, lockDraft } from '../draft.store.ts';

export const discardDraft: Command<typeof routes.discardPolicyDraft> = async (tx, input) => {
  const { id } = await lockDraft(tx, input.draftId, input.expectedVersion);
  await deleteDraft(tx, id);
  record(tx, { name: 'policy.draftDiscarded', at: tx.now, byId: tx.actor.staffId, entityType: 'policy', entityId: id, incidentId: null, payload: { draftId: id } });
};
