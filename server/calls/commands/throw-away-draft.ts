// Throws away a call that nobody needs; what was typed is swept some minutes later, and can be brought back until then.
import type * as routes from '../../../shared/protocol/call-drafts.ts';
import type { Command } from '../../http/handle.ts';
import { lockDraft, recordDraft, throwDraft, whyNotTheirs } from '../call-draft.store.ts';

export const throwAwayDraft: Command<typeof routes.throwAwayCallDraft> = async (tx, { draftId }) => {
  const draft = await lockDraft(tx, draftId);
  if (draft.thrownAt !== null) return;
  const refusal = await whyNotTheirs(tx, tx.actor, draft);
  if (refusal !== null) throw refusal;
  await throwDraft(tx, draftId, tx.now);
  recordDraft(tx, 'callDraft.thrownAway', draftId);
};
