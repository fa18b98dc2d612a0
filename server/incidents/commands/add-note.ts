// Adds to the log, on a closed incident too; an internal note stays in its organisation.
import { accept } from '../../../shared/domain/decision.ts';
import type { IncidentEvent } from '../../../shared/domain/incident-event.ts';
import type * as routes from '../../../shared/protocol/incidents.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../change-incident.ts';

export const addNote: Command<typeof routes.addNote> = async (tx, input) => {
  await changeIncident(tx, input.incidentId, {}, async (_file, who) => accept<IncidentEvent>({
    name: 'incident.noted', at: tx.now, byId: who.staffId, noteId: await saveStatement(tx, input.incidentId, input.body, { internal: input.internal }), internal: input.internal,
  }));
};
