// A named person elsewhere has the search, or it was recorded by mistake.
import { decideEndMissing } from '../../../shared/domain/decide-missing.ts';
import type * as routes from '../../../shared/protocol/missing.ts';
import { saveOptional, saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { reportOnMissing } from '../on-missing.ts';

export const endMissing: Command<typeof routes.endMissing> = (tx, input) => reportOnMissing(tx, { missingId: input.missingId }, async (file, who) => decideEndMissing(file, {
  missingId: input.missingId, endedAs: input.endedAs, takerId: await saveOptional(tx, file.incident.id, input.takenBy), reasonId: await saveStatement(tx, file.incident.id, input.reason),
}, who));
