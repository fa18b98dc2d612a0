// Nights: a line a route.
import * as routes from '../../shared/protocol/alarms.ts';
import { controllerOf, doing } from '../http/handle.ts';
import { nameOnCall } from './commands/name-on-call.ts';

export const NightsController = controllerOf(doing(routes.nameOnCall, nameOnCall));
