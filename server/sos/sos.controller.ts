// An SOS: a line a route.
import * as routes from '../../shared/protocol/sos.ts';
import { controllerOf, doing } from '../http/handle.ts';
import { endSos } from './commands/end-sos.ts';
import { haveSos } from './commands/have-sos.ts';
import { sendSos } from './commands/send-sos.ts';

export const SosController = controllerOf(doing(routes.sendSos, sendSos), doing(routes.haveSos, haveSos), doing(routes.endSos, endSos));
