// A named person of another organisation has taken the lead: from then on it is theirs.
import { decideTakeLead } from '../../../shared/domain/lead.ts';
import type * as routes from '../../../shared/protocol/owed.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../change-incident.ts';
import { saveTaken } from '../passed-on.ts';

export const takeLead: Command<typeof routes.takeLead> = async (tx, input) => {
  await changeIncident(tx, input.incidentId, {}, async (file, who) => decideTakeLead(file, { leadId: input.leadId, ...await saveTaken(tx, input.incidentId, input) }, who));
};
