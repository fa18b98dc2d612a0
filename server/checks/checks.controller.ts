// Checks: a line a route.
import * as routes from '../../shared/protocol/checks.ts';
import { controllerOf, doing } from '../http/handle.ts';
import { askChecks } from './commands/ask-checks.ts';
import { strikeOutCheck } from './commands/strike-out-check.ts';
import { typeCheckAnswer } from './commands/type-check-answer.ts';

export const ChecksController = controllerOf(
  doing(routes.askChecks, askChecks), doing(routes.typeCheckAnswer, typeCheckAnswer), doing(routes.strikeOutCheck, strikeOutCheck),
);
