// Incidents: a line a route.
import * as routes from '../../shared/protocol/incidents.ts';
import { notTakeIncident as notTakeRoute } from '../../shared/protocol/taking.ts';
import { controllerOf, doing, reading } from '../http/handle.ts';
import { addNote } from './commands/add-note.ts';
import { agreeSecond } from './commands/agree-second.ts';
import { askSecond } from './commands/ask-second.ts';
import { assessIncident } from './commands/assess-incident.ts';
import { correctIncident } from './commands/correct-incident.ts';
import { endIncident } from './commands/end-incident.ts';
import { gradeIncident } from './commands/grade-incident.ts';
import { linkPerson } from './commands/link-person.ts';
import { notTakeIncident } from './commands/not-take-incident.ts';
import { ownIncident } from './commands/own-incident.ts';
import { passToPolice } from './commands/pass-to-police.ts';
import { raiseIncident } from './commands/raise-incident.ts';
import { recordWarning } from './commands/record-warning.ts';
import { refuseSecond } from './commands/refuse-second.ts';
import { reopenIncident } from './commands/reopen-incident.ts';
import { restrictIncident } from './commands/restrict-incident.ts';
import { reviewWarning } from './commands/review-warning.ts';
import { listClosed, proposeForAnswers, readIncident } from './incident.queries.ts';

export const IncidentsController = controllerOf(
  reading(routes.proposeGradeRoute, proposeForAnswers),
  reading(routes.readIncident, readIncident),
  reading(routes.listClosed, listClosed),
  doing(routes.raiseIncident, raiseIncident),
  doing(routes.assessIncident, assessIncident),
  doing(routes.gradeIncident, gradeIncident),
  doing(routes.askSecond, askSecond),
  doing(routes.agreeSecond, agreeSecond),
  doing(routes.refuseSecond, refuseSecond),
  doing(routes.endIncident, endIncident),
  doing(notTakeRoute, notTakeIncident),
  doing(routes.reopenIncident, reopenIncident),
  doing(routes.addNote, addNote),
  doing(routes.correctIncident, correctIncident),
  doing(routes.linkPerson, linkPerson),
  doing(routes.ownIncident, ownIncident),
  doing(routes.passToPolice, passToPolice),
  doing(routes.restrictIncident, restrictIncident),
  doing(routes.recordWarning, recordWarning),
  doing(routes.reviewWarning, reviewWarning),
);
