// Records who in the police control room took a Grade 1, and their reference.
import { decidePassToPolice } from '../../../shared/domain/decide-incident.ts';
import type * as routes from '../../../shared/protocol/incidents.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../change-incident.ts';

export const passToPolice: Command<typeof routes.passToPolice> = async (tx, input) => {
  await changeIncident(tx, input.incidentId, {}, async (file, who) => decidePassToPolice(file, {
    takerId: await saveStatement(tx, input.incidentId, input.takenBy), referenceId: await saveStatement(tx, input.incidentId, input.reference),
  }, who));
};
