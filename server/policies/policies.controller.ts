// Policies: a line a route.
import * as routes from '../../shared/protocol/policies.ts';
import { controllerOf, reading } from '../http/handle.ts';
import { readPolicyNow } from './policy.queries.ts';

export const PoliciesController = controllerOf(
  reading(routes.readPolicyNow, readPolicyNow),
);
