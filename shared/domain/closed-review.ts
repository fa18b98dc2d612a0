// A closed log that a supervisor drew by lot and read, with what they found; and the lot itself, the same for all who draw on one night (docs/practice.md, The sample).
import { accept, refuse, type Decision } from './decision.ts';
import type { Id, IncidentFile, StatementId } from './incident-file.ts';
import type { Instant } from './instant.ts';

/** None reads "all in order": each says what the reader would do. */
export const FINDINGS = ['would-decide-alike', 'to-learn-from', 'to-put-right'] as const;
export type Finding = (typeof FINDINGS)[number];
export const FINDING_NAMES = {
  'would-decide-alike': 'I would have decided alike', 'to-learn-from': 'There is something to learn from', 'to-put-right': 'There is something to put right',
} as const satisfies Record<Finding, string>;

export interface ClosedReview { id: Id; finding: Finding; noteId: StatementId; at: Instant; byId: Id }

export interface ClosedReviewBodies {
  'review.made': { reviewId: Id; finding: Finding; noteId: StatementId };
}
type Made = ClosedReviewBodies['review.made'] & { name: 'review.made'; at: Instant; byId: Id };

export function decideReview(file: IncidentFile, command: ClosedReviewBodies['review.made'], who: { staffId: Id; now: Instant }): Decision<Made> {
  if (file.incident.state === 'open') return refuse('incident-open');
  return accept({ name: 'review.made', at: who.now, byId: who.staffId, ...command });
}

export const withReview = (file: IncidentFile, { reviewId, finding, noteId, at, byId }: Made): IncidentFile => ({ ...file, reviews: [...file.reviews, { id: reviewId, finding, noteId, at, byId }] });

/** One closed log in ten, and no fewer than three. */
export const sampleSize = (closed: number): number => Math.min(closed, Math.max(3, Math.ceil(closed / 10)));
