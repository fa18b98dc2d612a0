// Routes about what is owed: what the caller was told, who leads, what a crew is told, news on closed incidents, and logs drawn by lot.
import { z } from 'zod';
import { ADVICE_KINDS } from '../domain/advice.ts';
import { FINDINGS } from '../domain/closed-review.ts';
import { CREW_ORDERS } from '../domain/instruction.ts';
import { DISPUTE_OUTCOMES, GROUNDS, LEADERS } from '../domain/lead.ts';
import { At, Id, Instant, Line, Text } from './fields.ts';
import { PersonView } from './person-view.ts';
import { command, Done, fact, route } from './route.ts';
import { Told } from './told.ts';
import { IncidentView } from './views.ts';

const CONTROL = ['coordinator', 'supervisor', 'edt'] as const;
const incidentId = { incidentId: Id };
const lead = { incidentId: Id, leadId: Id };

export const tellCaller = route('POST', '/incidents/:incidentId/promises', {
  summary: 'What the caller was told: who comes, that nobody does, or a call back, and by when', may: CONTROL, params: incidentId,
  body: command(Told.shape), out: Done, refusals: ['incident-closed', 'promise-needs-time', 'grade-4-no-visit'],
});
export const keepPromise = route('POST', '/incidents/:incidentId/promises/:promiseId/keep', {
  summary: 'The promise was kept: the caller was called back', may: CONTROL, params: { incidentId: Id, promiseId: Id }, body: command({ note: Text.nullable() }), out: Done, refusals: ['promise-over'],
});
export const giveAdvice = route('POST', '/incidents/:incidentId/advice', {
  summary: 'Advice given, or a referral to a named service', may: CONTROL, params: incidentId, body: command({ kind: z.enum(ADVICE_KINDS), service: Line.nullable(), said: Text }), out: Done,
  refusals: ['incident-closed', 'service-needed'],
});

const Taken = z.strictObject({ by: Line, at: Instant, reference: Line.nullable() });
export const nameLead = route('POST', '/incidents/:incidentId/leads', {
  summary: 'Who leads, on which ground; ours until a named person has taken it', may: CONTROL, params: incidentId,
  body: command({ leader: z.enum(LEADERS), ground: z.enum(GROUNDS), taken: Taken.nullable() }), out: Done, refusals: ['incident-closed', 'police-need-ground', 'taken-when'],
});
export const takeLead = route('POST', '/incidents/:incidentId/leads/:leadId/taken', {
  summary: 'Who took the lead, by name and organisation, and when', may: CONTROL, params: lead, body: command(Taken.shape), out: Done, refusals: ['incident-closed', 'lead-taken', 'taken-when'],
});
export const disputeLead = route('POST', '/incidents/:incidentId/leads/:leadId/dispute', {
  summary: 'Dispute who leads, with a named person; a clock runs until it is answered', may: CONTROL, params: lead, body: command({ with: Line, reason: Text }), out: Done, refusals: ['incident-closed', 'dispute-open'],
});
export const answerDispute = route('POST', '/incidents/:incidentId/leads/:leadId/answer', {
  summary: 'The answer to a dispute, by a named person: they lead, or it stays ours', may: CONTROL, params: lead,
  body: command({ answeredBy: Line, outcome: z.enum(DISPUTE_OUTCOMES), reason: Text }), out: Done, refusals: ['incident-closed', 'dispute-answered'],
});

export const instructCrew = route('POST', '/incidents/:incidentId/instructions', {
  summary: 'Tell everybody who is out on a Grade 1 to hold back, withdraw or stay', may: CONTROL, params: incidentId, body: command({ crewOrder: z.enum(CREW_ORDERS) }), out: Done,
  refusals: ['incident-closed', 'crew-told-at-grade-1', 'nobody-to-tell'],
});
export const readInstruction = route('POST', '/incidents/:incidentId/instructions/:instructionId/read', {
  summary: 'Read and confirmed, by the one who was told', may: ['responder'], params: { incidentId: Id, instructionId: Id }, body: fact({}), out: Done, refusals: ['not-found'],
});

export const decideNews = route('POST', '/incidents/:incidentId/news/:newsId/decide', {
  summary: 'News on a closed incident: noted and nothing more, or it belongs to another; opening it again decides it too', may: CONTROL, params: { incidentId: Id, newsId: Id },
  body: command({ decision: z.enum(['noted', 'linked']), reason: Text, linkedToId: Id.nullable() }), out: Done, refusals: ['already-decided', 'link-to-what', 'duplicate-of-itself'],
});
export const reviewClosed = route('POST', '/incidents/:incidentId/reviews', {
  summary: 'A closed log was looked at: what was found', may: ['supervisor'], params: incidentId, body: command({ finding: z.enum(FINDINGS), note: Text }), out: Done, refusals: ['incident-open'],
});
export const drawSample = route('GET', '/closed-samples', {
  summary: 'A night’s closed logs, drawn by lot: the same for all who draw', may: ['supervisor'], query: { night: z.iso.date() },
  out: z.strictObject({
    closed: z.int(), drawn: z.array(z.strictObject({ incident: IncidentView, reviews: z.array(z.strictObject({ id: z.string(), finding: z.enum(FINDINGS), note: z.string(), at: At, by: PersonView })) })),
  }),
});
