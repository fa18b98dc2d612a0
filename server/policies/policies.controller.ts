// Policies: a line a route.
import * as routes from '../../shared/protocol/policies.ts';
import { controllerOf, doing, reading } from '../http/handle.ts';
import { discardDraft } from './commands/discard-draft.ts';
import { publishPolicy } from './commands/publish-policy.ts';
import { saveDraft } from './commands/save-draft.ts';
import { startDraft } from './commands/start-draft.ts';
import { listPolicies, listPolicyDrafts, readPolicy, readPolicyDraft, readPolicyNow } from './policy.queries.ts';
import { tryPolicy } from './try-policy.ts';

export const PoliciesController = controllerOf(
  reading(routes.readPolicyNow, readPolicyNow),
  reading(routes.listPolicies, listPolicies),
  reading(routes.tryPolicy, tryPolicy),
  reading(routes.readPolicy, readPolicy),
  reading(routes.listPolicyDrafts, listPolicyDrafts),
  reading(routes.readPolicyDraft, readPolicyDraft),
  doing(routes.startPolicyDraft, startDraft),
  doing(routes.savePolicyDraft, saveDraft),
  doing(routes.discardPolicyDraft, discardDraft),
  doing(routes.publishPolicy, publishPolicy),
);
