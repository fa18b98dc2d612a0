// Publishes a draft as the next version. It is on the log with the digest of what was published, and the draft is gone.
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { decidePublish, type PolicyPublished } from '../../../shared/domain/decide-policy.ts';
import type * as routes from '../../../shared/protocol/policies.ts';
import { ADVISORY_KEYS } from '../../database/advisory-keys.ts';
import { decided, newId, type Tx } from '../../database/transaction.ts';
import { record } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { insertPolicy, lastVersion } from '../../incidents/policy.store.ts';
import { deleteDraft, lockDraft } from '../draft.store.ts';

export const publishPolicy: Command<typeof routes.publishPolicy> = async (tx, input) => {
  // One at a time: each has a number of its own, and the later number is the later word.
  await tx.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_KEYS.policies]);
  const draft = await lockDraft(tx, input.draftId, input.expectedVersion);
  const events = decided(decidePublish(draft, { policyId: newId(), version: await lastVersion(tx) + 1, fromAt: input.fromAt }, { staffId: tx.actor.staffId, now: tx.now }));
  for (const event of events) await publish(tx, event);
  return Object.fromEntries(events.map(({ policyId }) => ['policyId', policyId]));
};

async function publish(tx: Tx, { name, at, byId, policyId, version, fromAt, draftId, body }: PolicyPublished): Promise<void> {
  await insertPolicy(tx, { id: policyId, version, body }, { fromAt, publishedById: byId, publishedAt: at });
  await deleteDraft(tx, draftId);
  const bodyDigest = createHash('sha256').update(canonicalize(body) ?? '').digest('hex');
  record(tx, { name, at, byId, entityType: 'policy', entityId: policyId, incidentId: null, payload: { policyId, version, fromAt, draftId, bodyDigest } });
}
