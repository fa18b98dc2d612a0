// What is owed on an incident, as those see it who may see the incident: what the caller was told, who leads, what a crew was told, fresh looks, news.
import { z } from 'zod';
import { ADVICE_KINDS } from '../domain/advice.ts';
import { NEWS_DECISIONS, NEWS_KINDS } from '../domain/closed-news.ts';
import { CREW_ORDERS } from '../domain/instruction.ts';
import { DISPUTE_OUTCOMES, GROUNDS, LEADERS } from '../domain/lead.ts';
import { PROMISE_KINDS } from '../domain/promise.ts';
import { REASSESS_CAUSES } from '../domain/reassess.ts';
import { At } from './fields.ts';
import { PersonView } from './person-view.ts';

export const PromiseView = z.strictObject({
  id: z.string(), kind: z.enum(PROMISE_KINDS), said: z.string(), madeAt: At, madeBy: PersonView, dueAt: At.nullable(),
  /** The grade has changed since, and it may no longer hold. */
  doubtedAt: At.nullable(), state: z.enum(['standing', 'kept', 'replaced', 'over']), endedAt: At.nullable(),
});
export type PromiseView = z.infer<typeof PromiseView>;

export const LeadView = z.strictObject({
  id: z.string(), leader: z.enum(LEADERS), ground: z.enum(GROUNDS), at: At, by: PersonView, taker: z.string().nullable(), takenAt: At.nullable(), reference: z.string().nullable(),
  disputeWith: z.string().nullable(), disputedAt: At.nullable(), disputeDueAt: At.nullable(), answerer: z.string().nullable(), answeredAt: At.nullable(), outcome: z.enum(DISPUTE_OUTCOMES).nullable(),
  endedAt: At.nullable(),
});
export type LeadView = z.infer<typeof LeadView>;

export const InstructionView = z.strictObject({
  id: z.string(), assignmentId: z.string(), staffId: z.string(), name: z.string(), crewOrder: z.enum(CREW_ORDERS), at: At, by: PersonView, readAt: At.nullable(), endedAt: At.nullable(),
});
export type InstructionView = z.infer<typeof InstructionView>;

export const NewsView = z.strictObject({
  id: z.string(), kind: z.enum(NEWS_KINDS), arrivedAt: At, dueAt: At, owner: PersonView, decision: z.enum(NEWS_DECISIONS).nullable(), decidedAt: At.nullable(), decidedBy: PersonView.nullable(),
});
export type NewsView = z.infer<typeof NewsView>;

export const OWED_VIEWS = {
  promises: z.array(PromiseView), leads: z.array(LeadView), instructions: z.array(InstructionView), news: z.array(NewsView),
  advice: z.array(z.strictObject({ id: z.string(), kind: z.enum(ADVICE_KINDS), service: z.string().nullable(), said: z.string(), at: At, by: PersonView })),
  /** What was said is a note of the timeline: some notes stay in their organisation. */
  reassessments: z.array(z.strictObject({ id: z.string(), cause: z.enum(REASSESS_CAUSES), askedAt: At, askedBy: PersonView, dueAt: At, endedAt: At.nullable() })),
} as const;
