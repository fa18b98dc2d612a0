// Not found after all: a wrong button, or somebody else.
import { decideNotFound } from '../../../shared/domain/decide-missing.ts';
import type * as routes from '../../../shared/protocol/missing.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { reportOnMissing } from '../on-missing.ts';

export const takeBackFound: Command<typeof routes.takeBackFound> = (tx, input) => reportOnMissing(tx, { missingId: input.missingId }, async (file, who) => decideNotFound(file, {
  missingId: input.missingId, reasonId: await saveStatement(tx, file.incident.id, input.reason),
}, who));
