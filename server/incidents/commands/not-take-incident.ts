// Does not take it: who at the door keeps it, and what the caller was told, are written first.
import { decideNotTaken } from '../../../shared/domain/not-taken.ts';
import type * as routes from '../../../shared/protocol/taking.ts';
import { newId } from '../../database/transaction.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../change-incident.ts';
import { staffNames } from '../lookups.ts';

export const notTakeIncident: Command<typeof routes.notTakeIncident> = async (tx, input) => {
  const said = (text: string): Promise<string> => saveStatement(tx, input.incidentId, text);
  await changeIncident(tx, input.incidentId, { expectedVersion: input.expectedVersion }, async (file, who) => decideNotTaken(file, {
    takerId: await said(input.keptBy), serviceId: await said(input.organisation), toldAt: input.toldAt, callerToldId: await said(input.callerTold), reasonId: await said(input.reason), reasons: input.reasons, requestId: newId(),
  }, await staffNames(tx, file), who));
};
