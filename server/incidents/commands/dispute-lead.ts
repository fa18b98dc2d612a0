// Disputes who leads, with a named person; a clock runs until somebody has answered.
import { decideDispute } from '../../../shared/domain/lead.ts';
import type * as routes from '../../../shared/protocol/owed.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../change-incident.ts';
import { policyOf } from '../policy.store.ts';

export const disputeLead: Command<typeof routes.disputeLead> = async (tx, input) => {
  await changeIncident(tx, input.incidentId, {}, async (file, who) => decideDispute(file, {
    leadId: input.leadId, withId: await saveStatement(tx, input.incidentId, input.with), reasonId: await saveStatement(tx, input.incidentId, input.reason),
  }, (await policyOf(tx, file.incident.policyId)).body.clocks, who));
};
