// Nobody let us in: a follow-up with an owner and a clock.
import { decideNoAccess } from '../../../shared/domain/decide-attendance.ts';
import { accept } from '../../../shared/domain/decision.ts';
import type { IncidentEvent } from '../../../shared/domain/incident-event.ts';
import type * as routes from '../../../shared/protocol/dispatch.ts';
import { newId } from '../../database/transaction.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { policyOf } from '../../incidents/policy.store.ts';
import { reportOnAssignment } from '../on-scene.ts';

export const recordNoAccess: Command<typeof routes.recordNoAccess> = (tx, input) => reportOnAssignment(tx, input, async (file, who) => {
  const decision = decideNoAccess(file, { assignmentId: input.assignmentId, followUpId: newId() }, (await policyOf(tx, file.incident.gradePolicyId)).body, who);
  if (!decision.accepted || input.note === null) return decision;
  const note: IncidentEvent = { name: 'incident.noted', at: tx.now, byId: who.staffId, noteId: await saveStatement(tx, file.incident.id, input.note), internal: false };
  return accept<IncidentEvent>(...decision.events, note);
});
