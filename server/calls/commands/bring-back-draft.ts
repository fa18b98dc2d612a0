// Brings back a call that was thrown away, until it has been swept.
import type * as routes from '../../../shared/protocol/call-drafts.ts';
import { Refused } from '../../database/transaction.ts';
import type { Command } from '../../http/handle.ts';
import { lockDraft, recordDraft, throwDraft, whyNotTheirs } from '../call-draft.store.ts';

export const bringBackDraft: Command<typeof routes.bringBackCallDraft> = async (tx, { draftId }) => {
  const draft = await lockDraft(tx, draftId);
  if (draft.body === null) throw new Refused('not-found');
  const refusal = await whyNotTheirs(tx, tx.actor, { ...draft, thrownAt: null });
  if (refusal !== null) throw refusal;
  if (draft.thrownAt === null) return;
  await throwDraft(tx, draftId, null);
  recordDraft(tx, 'callDraft.broughtBack', draftId);
};
