// A closed log, drawn by lot, was looked at by a supervisor: what they found.
import { decideReview } from '../../../shared/domain/closed-review.ts';
import type * as routes from '../../../shared/protocol/owed.ts';
import { newId } from '../../database/transaction.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../change-incident.ts';

export const reviewClosed: Command<typeof routes.reviewClosed> = async (tx, input) => {
  const reviewId = newId();
  await changeIncident(tx, input.incidentId, {}, async (file, who) => decideReview(file, { reviewId, finding: input.finding, noteId: await saveStatement(tx, input.incidentId, input.note) }, who));
  return { reviewId };
};
