// A further call about an incident that is open: a second caller, what they said and what they were told, and no second incident. The clock still runs
// from the first report; what is new in it asks for a fresh assessment.
import { accept } from '../../../shared/domain/decision.ts';
import { decideAddCall } from '../../../shared/domain/decide-call.ts';
import type { IncidentEvent } from '../../../shared/domain/incident-event.ts';
import { askReassess } from '../../../shared/domain/reassess.ts';
import type * as routes from '../../../shared/protocol/call-lookups.ts';
import { newId } from '../../database/transaction.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';
import { policyOf } from '../../incidents/policy.store.ts';
import { alsoTold } from '../../incidents/told.ts';
import { claimDraft, spendDraft } from '../call-draft.store.ts';
import { saveCall } from '../call.store.ts';

export const addCall: Command<typeof routes.addCall> = async (tx, input) => {
  if (input.draftId !== undefined) {
    const before = await claimDraft(tx, input.draftId);
    if (before !== null) return { incidentId: before };
  }
  const callId = newId();
  await changeIncident(tx, input.incidentId, {}, async (file, who) => {
    const added = decideAddCall(file, { callId, door: input.door, reportedAt: input.reportedAt, noteId: await saveStatement(tx, input.incidentId, input.said) }, who);
    if (!added.accepted) return added;
    const { clocks } = (await policyOf(tx, file.incident.policyId)).body;
    const asked = askReassess(file, { reassessId: newId(), cause: 'call', noteId: null }, clocks, who);
    return alsoTold(tx, file, input.told, accept<IncidentEvent>(...added.events, ...asked));
  });
  await saveCall(tx, { id: callId, incidentId: input.incidentId, door: input.door, reportedAt: input.reportedAt, caller: input.caller });
  if (input.draftId !== undefined) await spendDraft(tx, input.draftId, input.incidentId);
  return { callId, incidentId: input.incidentId };
};
