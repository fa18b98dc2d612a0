// Somebody named on the incident is missing; the grade follows the risk, upwards.
import { decideReportMissing } from '../../../shared/domain/decide-missing.ts';
import type * as routes from '../../../shared/protocol/missing.ts';
import { newId } from '../../database/transaction.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';
import { policyNow } from '../../incidents/policy.store.ts';

export const reportMissing: Command<typeof routes.reportMissing> = async (tx, input) => {
  const missingId = newId();
  await changeIncident(tx, input.incidentId, {}, async (file, who) => decideReportMissing(file, {
    missingId, personId: input.personId, risk: input.risk, reasonId: await saveStatement(tx, input.incidentId, input.reason),
  }, await policyNow(tx, tx.now), who));
  return { missingId };
};
