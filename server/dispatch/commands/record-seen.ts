// Who was seen, and who was not.
import { decideSaw } from '../../../shared/domain/decide-attendance.ts';
import type * as routes from '../../../shared/protocol/dispatch.ts';
import type { Command } from '../../http/handle.ts';
import { reportOnAssignment } from '../on-scene.ts';

export const recordSeen: Command<typeof routes.recordSeen> = (tx, input) =>
  reportOnAssignment(tx, input, (file, who) => decideSaw(file, { assignmentId: input.assignmentId, seenPersonIds: input.seenPersonIds, notSeenPersonIds: input.notSeenPersonIds }, who));
