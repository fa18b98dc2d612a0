// Duties and teams: a line a route.
import * as routes from '../../shared/protocol/duties.ts';
import { controllerOf, doing, reading } from '../http/handle.ts';
import { allowWork } from './commands/allow-work.ts';
import { beginBreak } from './commands/begin-break.ts';
import { bookOff } from './commands/book-off.ts';
import { bookOn } from './commands/book-on.ts';
import { changeTeam } from './commands/change-team.ts';
import { endForgotten } from './commands/end-forgotten.ts';
import { disbandTeam } from './commands/disband-team.ts';
import { endBreak } from './commands/end-break.ts';
import { formTeam } from './commands/form-team.ts';
import { handOn } from './commands/hand-on.ts';
import { joinTeam } from './commands/join-team.ts';
import { setSharing } from './commands/set-sharing.ts';
import { readHolding } from './holding.queries.ts';
import { findDuties } from './duty.store.ts';

export const TeamsController = controllerOf(
  doing(routes.bookOn, bookOn),
  doing(routes.bookOff, bookOff),
  reading(routes.readHolding, readHolding),
  doing(routes.handOn, handOn),
  doing(routes.joinTeam, joinTeam),
  doing(routes.beginBreak, beginBreak),
  doing(routes.endBreak, endBreak),
  doing(routes.allowWork, allowWork),
  doing(routes.setSharing, setSharing),
  doing(routes.formTeam, formTeam),
  doing(routes.changeTeam, changeTeam),
  doing(routes.disbandTeam, disbandTeam),
  doing(routes.endForgotten, endForgotten),
  reading(routes.listOnDuty, async ({ db, actor, now }) =>
    (await findDuties(db, now, "d.ended_at IS NULL AND d.seat IN ('control', 'edt')", [])).map((duty) => duty.view(actor)).map(({ staffId, name, seat }) => ({ staffId, name, seat }))),
);
