// Says who leads and on which ground; and, where somebody has taken it already, who and when.
import { decideNameLead } from '../../../shared/domain/lead.ts';
import type * as routes from '../../../shared/protocol/owed.ts';
import { newId } from '../../database/transaction.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../change-incident.ts';
import { saveTaken } from '../passed-on.ts';

export const nameLead: Command<typeof routes.nameLead> = async (tx, input) => {
  const leadId = newId();
  await changeIncident(tx, input.incidentId, {}, async (file, who) =>
    decideNameLead(file, { leadId, leader: input.leader, ground: input.ground, taken: input.taken === null ? null : await saveTaken(tx, input.incidentId, input.taken) }, who));
  return { leadId };
};
