// The tables of what is owed on an incident: promises, advice, who leads, instructions, fresh looks, news on a closed log and its reviews.
import type { Advice } from '../../shared/domain/advice.ts';
import type { ClosedNews } from '../../shared/domain/closed-news.ts';
import type { ClosedReview } from '../../shared/domain/closed-review.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Instruction } from '../../shared/domain/instruction.ts';
import type { Lead } from '../../shared/domain/lead.ts';
import type { CallerPromise } from '../../shared/domain/promise.ts';
import type { Reassessment } from '../../shared/domain/reassess.ts';
import { row } from '../database/row.ts';

type OfIncident<T> = T & { incidentId: Id };

export const PromiseRow = row<OfIncident<CallerPromise>>('caller_promise', {
  id: 'key', incidentId: 'uuid', kind: 'text', saidId: 'uuid', madeAt: 'instant', madeById: 'uuid', dueAt: 'instant', doubtedAt: 'instant', state: 'text', endedAt: 'instant', endedById: 'uuid',
});
export const AdviceRow = row<OfIncident<Advice>>('advice', { id: 'key', incidentId: 'uuid', kind: 'text', serviceId: 'uuid', saidId: 'uuid', at: 'instant', byId: 'uuid' });
export const LeadRow = row<OfIncident<Lead>>('lead', {
  id: 'key', incidentId: 'uuid', leader: 'text', ground: 'text', at: 'instant', byId: 'uuid', takerId: 'uuid', takenAt: 'instant', referenceId: 'uuid', disputeWithId: 'uuid', disputedAt: 'instant',
  disputeDueAt: 'instant', answererId: 'uuid', answeredAt: 'instant', outcome: 'text', endedAt: 'instant',
});
export const InstructionRow = row<OfIncident<Instruction>>('instruction', {
  id: 'key', incidentId: 'uuid', assignmentId: 'uuid', staffId: 'uuid', crewOrder: 'text', at: 'instant', byId: 'uuid', readAt: 'instant', endedAt: 'instant',
});
export const ReassessmentRow = row<OfIncident<Reassessment>>('reassessment', {
  id: 'key', incidentId: 'uuid', cause: 'text', noteId: 'uuid', askedAt: 'instant', askedById: 'uuid', dueAt: 'instant', endedAt: 'instant',
});
export const ClosedNewsRow = row<OfIncident<ClosedNews>>('closed_news', {
  id: 'key', incidentId: 'uuid', kind: 'text', arrivedAt: 'instant', dueAt: 'instant', ownerId: 'uuid', decision: 'text', reasonId: 'uuid', linkedToId: 'uuid', decidedAt: 'instant', decidedById: 'uuid',
});
export const ClosedReviewRow = row<OfIncident<ClosedReview>>('closed_review', { id: 'key', incidentId: 'uuid', finding: 'text', noteId: 'uuid', at: 'instant', byId: 'uuid' });
