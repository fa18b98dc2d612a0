// Keeps a draft as it is typed. Not on the log, which says who started, discarded and published: a draft grades nobody.
import type * as routes from '../../../shared/protocol/policies.ts';
import type { Command } from '../../http/handle.ts';
import { lockDraft, updateDraft } from '../draft.store.ts';

export const saveDraft: Command<typeof routes.savePolicyDraft> = async (tx, input) => {
  await updateDraft(tx, await lockDraft(tx, input.draftId, input.expectedVersion), input.body);
};
