// Goes on with a call that somebody else was taking. By name: whoever has it must be who the taker saw.
import type * as routes from '../../../shared/protocol/call-drafts.ts';
import { Refused } from '../../database/transaction.ts';
import type { Command } from '../../http/handle.ts';
import { giveDraft, lockDraft, recordDraft, whyNotTheirs } from '../call-draft.store.ts';

export const takeOverDraft: Command<typeof routes.takeOverCallDraft> = async (tx, { draftId, fromStaffId }) => {
  if (tx.actor.dutyId === null) throw new Refused('not-on-duty');
  const draft = await lockDraft(tx, draftId);
  if (draft.heldById === tx.actor.staffId && draft.incidentId === null && draft.thrownAt === null) return;
  const refusal = await whyNotTheirs(tx, { ...tx.actor, staffId: fromStaffId }, draft);
  if (refusal !== null) throw refusal;
  await giveDraft(tx, draftId);
  recordDraft(tx, 'callDraft.takenOver', draftId, { fromId: draft.heldById });
};
