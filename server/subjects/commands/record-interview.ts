// The return interview, step by step: offered, tried, held by somebody independent, refused with the carer's view, or taken by another authority.
import { decideInterview } from '../../../shared/domain/decide-missing.ts';
import type * as routes from '../../../shared/protocol/missing.ts';
import { newId } from '../../database/transaction.ts';
import { saveOptional, saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { reportOnMissing } from '../on-missing.ts';

export const recordInterview: Command<typeof routes.recordInterview> = (tx, input) => reportOnMissing(tx, { missingId: input.missingId }, async (file, who) => decideInterview(file, {
  stepId: newId(), missingId: input.missingId, step: input.step, independent: input.independent, whoId: await saveStatement(tx, file.incident.id, input.who),
  noteId: await saveOptional(tx, file.incident.id, input.note), carersViewId: await saveOptional(tx, file.incident.id, input.carersView),
}, who));
