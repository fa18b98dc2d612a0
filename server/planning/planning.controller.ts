// Booked visits: a line a route.
import type { Type } from '@nestjs/common';
import * as routes from '../../shared/protocol/planning.ts';
import { controllerOf, doing, exchanging, reading } from '../http/handle.ts';
import type { Router } from '../router/router.ts';
import { listBookablePeople } from './bookable.store.ts';
import { agreePlan } from './commands/agree-plan.ts';
import { bookVisit } from './commands/book-visit.ts';
import { cancelVisit } from './commands/cancel-visit.ts';
import { moveVisit } from './commands/move-visit.ts';
import { proposePlan } from './commands/propose-plan.ts';
import { sayWindow } from './commands/say-window.ts';
import { readPlanning } from './planning.queries.ts';

export const planningController = (router: Router | null): Type => controllerOf(
  doing(routes.bookVisit, bookVisit),
  doing(routes.moveVisit, moveVisit),
  doing(routes.cancelVisit, cancelVisit),
  doing(routes.sayWindow, sayWindow),
  reading(routes.listBookable, ({ db, now }, { fromAt, untilAt }) => listBookablePeople(db, now, fromAt, untilAt)),
  reading(routes.readPlanning, readPlanning),
  exchanging(routes.proposePlan, proposePlan(router)),
  doing(routes.agreePlan, agreePlan),
);
