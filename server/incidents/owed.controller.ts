// What is owed on an incident: a line a route.
import * as routes from '../../shared/protocol/owed.ts';
import { controllerOf, doing, reading } from '../http/handle.ts';
import { drawSample } from './closed-sample.queries.ts';
import { answerDispute } from './commands/answer-dispute.ts';
import { decideNews } from './commands/decide-news.ts';
import { disputeLead } from './commands/dispute-lead.ts';
import { giveAdvice } from './commands/give-advice.ts';
import { instructCrew } from './commands/instruct-crew.ts';
import { keepPromise } from './commands/keep-promise.ts';
import { nameLead } from './commands/name-lead.ts';
import { readInstruction } from './commands/read-instruction.ts';
import { reviewClosed } from './commands/review-closed.ts';
import { takeLead } from './commands/take-lead.ts';
import { tellCaller } from './commands/tell-caller.ts';

export const OwedController = controllerOf(
  reading(routes.drawSample, drawSample),
  doing(routes.tellCaller, tellCaller),
  doing(routes.keepPromise, keepPromise),
  doing(routes.giveAdvice, giveAdvice),
  doing(routes.nameLead, nameLead),
  doing(routes.takeLead, takeLead),
  doing(routes.disputeLead, disputeLead),
  doing(routes.answerDispute, answerDispute),
  doing(routes.instructCrew, instructCrew),
  doing(routes.readInstruction, readInstruction),
  doing(routes.decideNews, decideNews),
  doing(routes.reviewClosed, reviewClosed),
);
