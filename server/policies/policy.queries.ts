// What is read of policies: the one in force.
import type { Instant } from '../../shared/domain/instant.ts';
import type * as routes from '../../shared/protocol/policies.ts';
import type { Query } from '../http/handle.ts';
import { policyNow } from '../incidents/policy.store.ts';
import { publishedOf } from './published.store.ts';

export const readPolicyNow: Query<typeof routes.readPolicyNow> = async ({ db, now }) => {
  const { id, version, body } = await policyNow(db, now);
  const published = await publishedOf(db, id);
  return { id, version, ...published, body, untilAt: await nextFrom(db, version, now) };
};

/** Of those published later, the first whose time comes: the latest published whose time has come is in force. */
async function nextFrom(db: Parameters<typeof policyNow>[0], version: number, now: Instant): Promise<Instant | null> {
  const [row] = await db.query<{ at: Instant }[]>('SELECT from_at AS at FROM policy WHERE version > $1 AND from_at > $2 ORDER BY from_at LIMIT 1', [version, now]);
  return row?.at ?? null;
}
