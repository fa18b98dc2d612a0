// A fact about the risk to somebody missing: what, who gave it, when.
import { decideRiskFact } from '../../../shared/domain/decide-missing.ts';
import type * as routes from '../../../shared/protocol/missing.ts';
import { newId } from '../../database/transaction.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { policyNow } from '../../incidents/policy.store.ts';
import { reportOnMissing } from '../on-missing.ts';

export const addRiskFact: Command<typeof routes.addRiskFact> = (tx, input) => reportOnMissing(tx, { missingId: input.missingId, device: input.device }, async (file, who) => decideRiskFact(file, {
  riskFactId: newId(), missingId: input.missingId, factId: await saveStatement(tx, file.incident.id, input.fact), sourceId: await saveStatement(tx, file.incident.id, input.source), givenAt: input.givenAt, reassessId: newId(),
}, (await policyNow(tx, tx.now)).body, who));
