// Who could be sent to a task: a line a route.
import { suggestForTask } from '../../shared/protocol/suggestions.ts';
import { actorOf, controllerOf, exchanging } from '../http/handle.ts';
import type { Router } from './router/router.ts';
import { suggest } from './suggest.ts';

export const suggestionsController = (router: Router | null) => controllerOf(
  exchanging(suggestForTask, (rooms, input, request) => suggest(rooms, router, actorOf(request), input)),
);
