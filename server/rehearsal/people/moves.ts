// What control can do about an incident, and a wish: what it asks for next, and from when. Plain data, decided without a clock.
import type { Grade } from '../../../shared/domain/grade.ts';
import type { Id } from '../../../shared/domain/incident-file.ts';
import type { Ending, FollowUpDecision } from '../../../shared/domain/incident-words.ts';
import type { Instant } from '../../../shared/domain/instant.ts';

export type Move =
  | { kind: 'pass-to-police' }
  | { kind: 'grade'; to: Grade; rationale: string | null }
  | { kind: 'ask-lower'; to: Grade }
  | { kind: 'ask-end'; ending: Exclude<Ending, 'taken-over' | 'not-taken' | 'elsewhere'>; duplicateOfId: Id | null; rationale: string }
  | { kind: 'take-on' }
  | { kind: 'send'; taskId: Id }
  | { kind: 'ring-round'; taskId: Id }
  | { kind: 'stand-down'; assignmentIds: readonly Id[] }
  | { kind: 'put-address-right' }
  | { kind: 'follow-up'; followUpId: Id; decision: FollowUpDecision }
  | { kind: 'settle-by-phone'; taskId: Id }
  | { kind: 'let-go' }
  | { kind: 'end'; ending: Exclude<Ending, 'taken-over' | 'not-taken' | 'elsewhere'>; duplicateOfId: Id | null; reason: string }
  | { kind: 'finish' }
  | { kind: 'note-news'; newsId: Id };

export interface Wish { from: Instant; move: Move }

/** What comes first where several things are due: the order in which a coordinator is taught to look. Lower is sooner. */
export const RANK = {
  'pass-to-police': 0, grade: 1, 'stand-down': 2, send: 3, 'put-address-right': 4, 'follow-up': 4, 'take-on': 4, 'ring-round': 5, 'settle-by-phone': 5,
  'ask-lower': 6, 'ask-end': 6, 'let-go': 6, end: 7, finish: 7, 'note-news': 7,
} as const satisfies Record<Move['kind'], number>;
