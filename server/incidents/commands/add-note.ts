// Adds to the log, on a closed incident too; an internal note stays in its organisation. One that changes things asks for a fresh assessment.
import { askReassess } from '../../../shared/domain/reassess.ts';
import { accept } from '../../../shared/domain/decision.ts';
import type { IncidentEvent } from '../../../shared/domain/incident-event.ts';
import type * as routes from '../../../shared/protocol/incidents.ts';
import { newId } from '../../database/transaction.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../change-incident.ts';
import { policyOf } from '../policy.store.ts';

export const addNote: Command<typeof routes.addNote> = async (tx, input) => {
  await changeIncident(tx, input.incidentId, {}, async (file, who) => {
    const noteId = await saveStatement(tx, input.incidentId, input.body, { internal: input.internal });
    const noted: IncidentEvent = { name: 'incident.noted', at: tx.now, byId: who.staffId, noteId, internal: input.internal };
    if (input.changesThings !== true) return accept(noted);
    const { clocks } = (await policyOf(tx, file.incident.policyId)).body;
    return accept<IncidentEvent>(noted, ...askReassess(file, { reassessId: newId(), cause: 'note', noteId: null }, clocks, who));
  });
};
