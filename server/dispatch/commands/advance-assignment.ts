// Accepted, going, there, left scene: for oneself, or on one tablet for both in one car.
import { decideAdvance } from '../../../shared/domain/decide-attendance.ts';
import { clockTime } from '../../../shared/domain/duty-night.ts';
import type * as routes from '../../../shared/protocol/dispatch.ts';
import type { Command } from '../../http/handle.ts';
import { reportOnAssignment } from '../on-scene.ts';

export const advanceAssignment: Command<typeof routes.advanceAssignment> = (tx, input) =>
  reportOnAssignment(tx, input, (file, who) => decideAdvance(file, { assignmentId: input.assignmentId, to: input.to, alsoFor: [...new Set(input.alsoFor)] }, clockTime, who));
