// The level of risk to somebody missing, assessed afresh; the grade follows it upwards only.
import { decideAssessMissing } from '../../../shared/domain/decide-missing.ts';
import type * as routes from '../../../shared/protocol/missing.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { policyNow } from '../../incidents/policy.store.ts';
import { reportOnMissing } from '../on-missing.ts';

export const assessMissing: Command<typeof routes.assessMissing> = (tx, input) => reportOnMissing(tx, { missingId: input.missingId }, async (file, who) => decideAssessMissing(file, {
  missingId: input.missingId, risk: input.risk, reasonId: await saveStatement(tx, file.incident.id, input.reason),
}, await policyNow(tx, tx.now), who));
