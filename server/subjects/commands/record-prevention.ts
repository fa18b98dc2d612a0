// The police prevention interview of somebody who has returned, with who held it.
import { decidePrevention } from '../../../shared/domain/decide-missing.ts';
import type * as routes from '../../../shared/protocol/missing.ts';
import { saveOptional, saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { reportOnMissing } from '../on-missing.ts';

export const recordPrevention: Command<typeof routes.recordPrevention> = (tx, input) => reportOnMissing(tx, { missingId: input.missingId }, async (file, who) => decidePrevention(file, {
  missingId: input.missingId, whoId: await saveStatement(tx, file.incident.id, input.who), noteId: await saveOptional(tx, file.incident.id, input.note),
}, who));
