// Of all that was published, which policy is in force: the latest published whose time has come.
import type { Instant } from './instant.ts';

export type PolicyStanding = 'in-force' | 'to-come' | 'past' | 'never';
interface Dated { version: number; fromAt: Instant }

/** `never`: a later one came, or comes, into force before its own time. */
export function policyStanding(policy: Dated, all: readonly Dated[], now: Instant): PolicyStanding {
  const later = all.filter(({ version }) => version > policy.version);
  if (later.some(({ fromAt }) => fromAt <= policy.fromAt)) return 'never';
  if (policy.fromAt > now) return 'to-come';
  return later.some(({ fromAt }) => fromAt <= now) ? 'past' : 'in-force';
}
