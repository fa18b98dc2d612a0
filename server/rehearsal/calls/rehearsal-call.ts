// A call of a rehearsal: what is said at the door and typed, what is really so, and which earlier call it belongs to.
import type { z } from 'zod';
import type { Activity } from '../../../shared/domain/activity.ts';
import type { Point } from '../../../shared/domain/distance.ts';
import type { Door, MissingRisk, Outcome, VulnerabilityFlag } from '../../../shared/domain/incident-words.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { Answers } from '../../../shared/domain/policy.ts';
import type { LocationInput, PersonInput } from '../../../shared/protocol/incidents.ts';

export type TypedLocation = z.infer<typeof LocationInput>;
export type TypedPerson = z.infer<typeof PersonInput>;

/** What a crew or a worker on the phone would find. */
export interface Truth {
  needs: 'visit' | 'phone' | 'nothing';
  activity: Activity;
  /** On the phone: how long the conversation takes. */
  onSceneMinutes: number;
  /** Nobody opens, at the right door. A crew at a wrong address finds nobody either: see `standsAt`. */
  noAccess: boolean;
  childNotSeen: boolean;
  outcome: Exclude<Outcome, 'no-access'>;
  /** From the report; null: it gets no worse. Then `worseAnswers` are what a fresh assessment hears. */
  worsensAfterMinutes: number | null;
  handsOverTo: 'childrens' | 'adults' | 'youth' | 'none';
}

export const FOLLOW_ON_KINDS = ['repeat', 'duplicate', 'third-caller', 'news-on-closed'] as const;
export type FollowOnKind = (typeof FOLLOW_ON_KINDS)[number];

export interface RehearsalCall {
  /** `c-2026-11-20T19-03`: the hour of the report in UTC, and which of that hour's calls. */
  key: string;
  reportedAt: Instant;
  /** From the report to somebody writing it down; long for what was kept on paper. */
  typedAfterMinutes: number;
  door: Door;
  caller: { name: string | null; agency: string | null; phone: string | null; reference: string | null };
  summary: string;
  /** As typed: null where nobody said, without coordinates where nobody knows just where. */
  location: TypedLocation | null;
  /** Where they really are: elsewhere than `location` after a wrong address, which the caller puts right when asked. */
  standsAt: Point;
  people: TypedPerson[];
  flags: VulnerabilityFlag[];
  missingRisk: MissingRisk | null;
  answers: Answers;
  truth: Truth;
  /** `key` is always a first call's, never that of another follow-on; `text` is what it adds, fit for a note on that log. */
  follows: { kind: FollowOnKind; key: string; text: string } | null;
}
