// What a debrief looks at of each incident: when it was reported, sent to, attended and ended. No text, no names.
import type { Need, Profession, TaskKind } from './activity.ts';
import type { Grade } from './grade.ts';
import type { Id } from './incident-file.ts';
import type { Door, Ending } from './incident-words.ts';
import type { Instant } from './instant.ts';
import type { Skill } from './skill.ts';

/** One person sent once: an assignment. */
export interface DebriefDispatch {
  kind: TaskKind;
  need: Need;
  /** The same for all in one car: the team, or the duty of somebody who is out alone. */
  crew: Id;
  at: Instant;
  acceptedAt: Instant | null;
  goingAt: Instant | null;
  thereAt: Instant | null;
  endedAt: Instant | null;
  declined: boolean;
}

export interface DebriefFacts {
  /** `EAR-1120-0047`; `id` leads to the record, where there is one. */
  ref: string;
  id?: Id;
  door: Door;
  grade: Grade;
  /** The strictest grade in force: what somebody regrades after the arrival does not loosen the target. */
  strictest: Grade;
  reportedAt: Instant;
  raisedAt: Instant;
  /** When somebody first confirmed the grade; a later regrade moves nothing here. */
  gradedAt: Instant | null;
  dueAt: Instant | null;
  attendedAt: Instant | null;
  jointAt: Instant | null;
  endedAt: Instant | null;
  ending: Ending | null;
  /** Of one that was not taken: the policy's reasons, by code; none where a person decided against its proposal. */
  notTakenReasons?: readonly string[];
  districtCode: string | null;
  missing: boolean;
  /** Linked to another incident, which is the one that was attended. */
  duplicate: boolean;
  /** What the legs of its visits ask for; none while it has no visit. */
  needs: readonly Need[];
  dispatches: readonly DebriefDispatch[];
}

/** Who shared a car at a moment: a team, or somebody alone. `skills`: by certificates in date then. */
export interface CrewAtWork { crew: Id; members: readonly { profession: Profession; skills: readonly Skill[] }[] }
