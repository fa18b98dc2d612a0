// Tasks, sending people, and what they report: a line a route.
import * as routes from '../../shared/protocol/dispatch.ts';
import * as stays from '../../shared/protocol/stays.ts';
import { controllerOf, doing } from '../http/handle.ts';
import { addTask } from './commands/add-task.ts';
import { advanceAssignment } from './commands/advance-assignment.ts';
import { cancelTask } from './commands/cancel-task.ts';
import { decideFollowUp } from './commands/decide-follow-up.ts';
import { checkIn } from './commands/check-in.ts';
import { declineAssignment } from './commands/decline-assignment.ts';
import { dispatchCrew } from './commands/dispatch-crew.ts';
import { readWarnings } from './commands/read-warnings.ts';
import { recordNoAccess } from './commands/record-no-access.ts';
import { recordOutcome } from './commands/record-outcome.ts';
import { recordSeen } from './commands/record-seen.ts';
import { sayLeaving } from './commands/say-leaving.ts';
import { agreeMeeting } from './commands/agree-meeting.ts';
import { setLegSkills } from './commands/set-leg-skills.ts';
import { standDown } from './commands/stand-down.ts';
import { stepBack } from './commands/step-back.ts';

export const DispatchController = controllerOf(
  doing(routes.addTask, addTask),
  doing(routes.setLegSkills, setLegSkills),
  doing(routes.agreeMeeting, agreeMeeting),
  doing(routes.cancelTask, cancelTask),
  doing(routes.dispatchCrew, dispatchCrew),
  doing(routes.standDown, standDown),
  doing(routes.advanceAssignment, advanceAssignment),
  doing(routes.declineAssignment, declineAssignment),
  doing(routes.recordSeen, recordSeen),
  doing(routes.recordNoAccess, recordNoAccess),
  doing(routes.recordOutcome, recordOutcome),
  doing(routes.stepBack, stepBack),
  doing(routes.decideFollowUp, decideFollowUp),
  doing(stays.checkIn, checkIn),
  doing(stays.sayLeaving, sayLeaving),
  doing(stays.readWarnings, readWarnings),
);
