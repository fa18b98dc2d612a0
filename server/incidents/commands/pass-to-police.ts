// Records who in the police control room took a Grade 1, when, and their reference; a crew that is out is told in the same step what to do.
import { decidePassToPolice } from '../../../shared/domain/decide-incident.ts';
import type * as routes from '../../../shared/protocol/incidents.ts';
import { newId } from '../../database/transaction.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../change-incident.ts';
import { staffNames } from '../lookups.ts';

export const passToPolice: Command<typeof routes.passToPolice> = async (tx, input) => {
  await changeIncident(tx, input.incidentId, {}, async (file, who) => decidePassToPolice(file, {
    takerId: await saveStatement(tx, input.incidentId, input.takenBy), referenceId: await saveStatement(tx, input.incidentId, input.reference),
    takenAt: input.takenAt ?? tx.now, crewOrder: input.crewOrder ?? null, newId,
  }, await staffNames(tx, file), who));
};
