// A further call about an incident that is open: a second caller and what they said, and no second incident. The clock still runs from the first report.
import { decideAddCall } from '../../../shared/domain/decide-call.ts';
import type * as routes from '../../../shared/protocol/call-lookups.ts';
import { newId } from '../../database/transaction.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';
import { claimDraft, spendDraft } from '../call-draft.store.ts';
import { saveCall } from '../call.store.ts';

export const addCall: Command<typeof routes.addCall> = async (tx, input) => {
  if (input.draftId !== undefined) {
    const before = await claimDraft(tx, input.draftId);
    if (before !== null) return { incidentId: before };
  }
  const callId = newId();
  await changeIncident(tx, input.incidentId, {}, async (file, who) =>
    decideAddCall(file, { callId, door: input.door, reportedAt: input.reportedAt, noteId: await saveStatement(tx, input.incidentId, input.said) }, who));
  await saveCall(tx, { id: callId, incidentId: input.incidentId, door: input.door, reportedAt: input.reportedAt, caller: input.caller });
  if (input.draftId !== undefined) await spendDraft(tx, input.draftId, input.incidentId);
  return { callId, incidentId: input.incidentId };
};
