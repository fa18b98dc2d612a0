// How a grant reads: which role, for which team, and from when until when it holds.
import type { z } from 'zod';
import type { Instant } from '../../shared/domain/instant.ts';
import { ROLE_NAMES } from '../../shared/domain/visibility.ts';
import type { GrantView } from '../../shared/protocol/views.ts';
import { dayAndTime } from '../ui/time-text.ts';

export type Grant = z.infer<typeof GrantView>;

export const isInForce = ({ from, until }: Grant, now: Instant): boolean => from <= now && (until === null || until > now);
export const isToCome = ({ from }: Grant, now: Instant): boolean => from > now;
export const hasEnded = ({ until }: Grant, now: Instant): boolean => until !== null && until <= now;

/** `Receiving team, Burnley day team`. */
export const roleText = ({ role, receivingTeam }: Grant): string => (receivingTeam === null ? ROLE_NAMES[role] : `${ROLE_NAMES[role]}, ${receivingTeam}`);

/** `until Sat 09:00`, `from Fri 20:00, for good`, `ended Tue 14:20`. */
export function spanText(grant: Grant, now: Instant): string {
  if (grant.until !== null && grant.until <= now) return `ended ${dayAndTime(grant.until, now)}`;
  const end = grant.until === null ? 'for good' : `until ${dayAndTime(grant.until, now)}`;
  return isToCome(grant, now) ? `from ${dayAndTime(grant.from, now)}, ${end}` : end;
}
