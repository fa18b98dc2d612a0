// Takes back a step pressed by mistake; a deadline that it had stopped runs again.
import { decideStepBack } from '../../../shared/domain/decide-attendance.ts';
import type * as routes from '../../../shared/protocol/dispatch.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { policyOf } from '../../incidents/policy.store.ts';
import { reportOnAssignment } from '../on-scene.ts';

export const stepBack: Command<typeof routes.stepBack> = (tx, input) => reportOnAssignment(tx, input, async (file, who) =>
  decideStepBack(file, { assignmentId: input.assignmentId, to: input.to, reasonId: await saveStatement(tx, file.incident.id, input.reason) }, (await policyOf(tx, file.incident.gradePolicyId)).body, who));
