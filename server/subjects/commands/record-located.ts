// Found. The return interview's clock runs from here, by the policy in force.
import { decideLocated } from '../../../shared/domain/decide-missing.ts';
import type * as routes from '../../../shared/protocol/missing.ts';
import { saveOptional } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { policyNow } from '../../incidents/policy.store.ts';
import { reportOnMissing } from '../on-missing.ts';

export const recordLocated: Command<typeof routes.recordLocated> = (tx, input) => reportOnMissing(tx, input, async (file, who) => decideLocated(file, {
  missingId: input.missingId, noteId: await saveOptional(tx, file.incident.id, input.note),
}, (await policyNow(tx, tx.now)).body, who));
