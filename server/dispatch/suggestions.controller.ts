// Who could be sent to a task: a line a route.
import * as holds from '../../shared/protocol/holds.ts';
import { divertCrew as divertRoute, suggestForTask } from '../../shared/protocol/suggestions.ts';
import { actorOf, controllerOf, doing, exchanging } from '../http/handle.ts';
import { divertCrew } from './commands/divert-crew.ts';
import { holdCrew } from './commands/hold-crew.ts';
import { releaseHeld } from './commands/release-held.ts';
import type { Router } from '../router/router.ts';
import { suggest } from './suggest.ts';

export const suggestionsController = (router: Router | null) => controllerOf(
  doing(divertRoute, divertCrew),
  doing(holds.holdCrew, holdCrew),
  doing(holds.releaseHeld, releaseHeld),
  exchanging(suggestForTask, (rooms, input, request) => suggest(rooms, router, actorOf(request), input)),
);
