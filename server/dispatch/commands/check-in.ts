// All well: a fact from the tablet with its own time, or what control hears by radio.
import { decideCheckIn } from '../../../shared/domain/stay.ts';
import type * as routes from '../../../shared/protocol/stays.ts';
import type { Command } from '../../http/handle.ts';
import { reportOnAssignment } from '../on-scene.ts';

export const checkIn: Command<typeof routes.checkIn> = (tx, input) =>
  reportOnAssignment(tx, input, (file, who) => decideCheckIn(file, { assignmentId: input.assignmentId, alsoFor: [...new Set(input.alsoFor)] }, who));
