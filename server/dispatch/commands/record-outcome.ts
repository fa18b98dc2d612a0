// What came of it; a child who was not seen goes to a supervisor.
import { decideOutcome } from '../../../shared/domain/decide-attendance.ts';
import type * as routes from '../../../shared/protocol/dispatch.ts';
import { newId } from '../../database/transaction.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { policyOf } from '../../incidents/policy.store.ts';
import { reportOnTask } from '../on-scene.ts';

export const recordOutcome: Command<typeof routes.recordOutcome> = (tx, input) => reportOnTask(tx, input, async (file, who) => decideOutcome(file, {
  taskId: input.taskId, outcome: input.outcome, noteId: await saveStatement(tx, file.incident.id, input.note), followUpId: newId(),
  seenPersonIds: input.seenPersonIds, notSeenPersonIds: input.notSeenPersonIds,
}, (await policyOf(tx, file.incident.gradePolicyId)).body, who));
