// Seen, and well or not well: only then is somebody not missing any more.
import { decideSeenMissing } from '../../../shared/domain/decide-missing.ts';
import type * as routes from '../../../shared/protocol/missing.ts';
import { saveOptional } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { policyNow } from '../../incidents/policy.store.ts';
import { reportOnMissing } from '../on-missing.ts';

export const recordSeenMissing: Command<typeof routes.recordSeenMissing> = (tx, input) => reportOnMissing(tx, input, async (file, who) => decideSeenMissing(file, {
  missingId: input.missingId, well: input.well, noteId: await saveOptional(tx, file.incident.id, input.note),
}, (await policyNow(tx, tx.now)).body, who));
