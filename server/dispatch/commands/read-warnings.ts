// The staff-safety warnings were read on the tablet, before setting out or before the door.
import { decideReadWarnings } from '../../../shared/domain/crew-safety.ts';
import type * as routes from '../../../shared/protocol/stays.ts';
import type { Command } from '../../http/handle.ts';
import { reportOnAssignment } from '../on-scene.ts';

export const readWarnings: Command<typeof routes.readWarnings> = (tx, input) =>
  reportOnAssignment(tx, input, (file, who) => decideReadWarnings(file, { assignmentId: input.assignmentId, warningIds: input.warningIds, before: input.before }, who));
