// When they expect to leave: said on the tablet, or entered by control.
import { decideLeaving } from '../../../shared/domain/stay.ts';
import type * as routes from '../../../shared/protocol/stays.ts';
import type { Command } from '../../http/handle.ts';
import { reportOnAssignment } from '../on-scene.ts';

export const sayLeaving: Command<typeof routes.sayLeaving> = (tx, input) => reportOnAssignment(tx, input, (file, who) => decideLeaving(file, { assignmentId: input.assignmentId, leaveBy: input.leaveBy, alsoFor: [...new Set(input.alsoFor)] }, who));
