// Declines, with the reason; the leg asks for somebody else.
import { decideDecline } from '../../../shared/domain/decide-attendance.ts';
import { clockTime } from '../../../shared/domain/duty-night.ts';
import type * as routes from '../../../shared/protocol/dispatch.ts';
import { saveOptional } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { reportOnAssignment } from '../on-scene.ts';

export const declineAssignment: Command<typeof routes.declineAssignment> = (tx, input) => reportOnAssignment(tx, input, async (file, who) =>
  decideDecline(file, { assignmentId: input.assignmentId, reason: input.reason, noteId: await saveOptional(tx, file.incident.id, input.note) }, clockTime, who));
