// What is read of policies: the one in force, those published, drafts, and what a draft would have proposed.
import { policyStanding } from '../../shared/domain/policy-standing.ts';
import type * as routes from '../../shared/protocol/policies.ts';
import { Refused } from '../database/transaction.ts';
import type { Query } from '../http/handle.ts';
import { policiesOf, policyNow } from '../incidents/policy.store.ts';
import { draftLines, findDraft } from './draft.store.ts';
import { published, type Published } from './published.store.ts';

const fieldsOf = ({ name: _name, ...fields }: Published): Omit<Published, 'name'> => fields;

export const readPolicyNow: Query<typeof routes.readPolicyNow> = async ({ db, now }) => {
  const [{ id, body }, all] = [await policyNow(db, now), await published(db)];
  const line = all.find((one) => one.id === id);
  if (line === undefined) throw new Error(`Policy ${id} is missing.`);
  const toCome = all.filter((one) => policyStanding(one, all, now) === 'to-come').map(({ fromAt }) => fromAt).toSorted();
  return { ...fieldsOf(line), body, untilAt: toCome[0] ?? null };
};

export const listPolicies: Query<typeof routes.listPolicies> = async ({ db, now }) => {
  const all = await published(db);
  return all.map((line) => ({ ...line, standing: policyStanding(line, all, now) }));
};

export const readPolicy: Query<typeof routes.readPolicy> = async ({ db }, { policyId }) => {
  const line = (await published(db)).find(({ id }) => id === policyId);
  const policy = (await policiesOf(db, [policyId])).get(policyId);
  if (line === undefined || policy === undefined) throw new Refused('not-found');
  return { ...fieldsOf(line), body: policy.body };
};

export const listPolicyDrafts: Query<typeof routes.listPolicyDrafts> = ({ db }) => draftLines(db);
export const readPolicyDraft: Query<typeof routes.readPolicyDraft> = ({ db }, { draftId }) => findDraft(db, draftId);
