// Routes about somebody missing: reported, what is known of the risk, found, seen, and what is owed after the return.
import { z } from 'zod';
import { MISSING_RISKS } from '../domain/incident-words.ts';
import { INTERVIEW_STEPS } from '../domain/missing.ts';
import { Id, Instant, Line, Text } from './fields.ts';
import { command, Done, fact, route } from './route.ts';

const CONTROL = ['coordinator', 'supervisor', 'edt'] as const;
const ON_SCENE = ['responder', 'coordinator', 'supervisor', 'edt'] as const;
const missingId = { missingId: Id };
/** When it happened, where that is not the moment of sending. */
const at = Instant.nullable();

export const reportMissing = route('POST', '/incidents/:incidentId/missing', {
  summary: 'Somebody named on the incident is missing', may: ON_SCENE, params: { incidentId: Id }, body: command({ personId: Id, risk: z.enum(MISSING_RISKS), reason: Text }), out: Done,
  refusals: ['incident-closed', 'missing-already', 'not-found'],
});
export const addRiskFact = route('POST', '/missing/:missingId/facts', {
  summary: 'A fact about the risk, with who gave it and when', may: ON_SCENE, params: missingId, body: fact({ fact: Text, source: Line, givenAt: at }), out: Done, refusals: ['reported-in-future'],
});
export const assessMissing = route('POST', '/missing/:missingId/assess', {
  summary: 'The level of risk, assessed afresh; it may raise the grade, never lower it', may: CONTROL, params: missingId, body: command({ risk: z.enum(MISSING_RISKS), reason: Text }), out: Done,
  refusals: ['incident-closed', 'missing-ended'],
});
export const recordLocated = route('POST', '/missing/:missingId/located', {
  summary: 'Found: the return interview’s clock runs from here', may: ON_SCENE, params: missingId, body: fact({ at, note: Text.nullable() }), out: Done,
  refusals: ['incident-closed', 'located-already', 'missing-ended', 'reported-in-future'],
});
export const recordSeenMissing = route('POST', '/missing/:missingId/seen', {
  summary: 'Seen, and well or not well', may: ON_SCENE, params: missingId, body: fact({ at, well: z.boolean(), note: Text.nullable() }), out: Done, refusals: ['incident-closed', 'missing-ended', 'reported-in-future'],
});
export const takeBackFound = route('POST', '/missing/:missingId/not-found', {
  summary: 'Not found after all: still missing', may: CONTROL, params: missingId, body: command({ reason: Text }), out: Done, refusals: ['incident-closed', 'missing-ended', 'not-located-yet'],
});
export const recordInterview = route('POST', '/missing/:missingId/interview', {
  summary: 'The return interview: offered, tried, held, refused, or taken by another authority by name', may: ON_SCENE, params: missingId,
  body: command({ step: z.enum(INTERVIEW_STEPS), who: Line, independent: z.boolean(), note: Text.nullable(), carersView: Text.nullable() }), out: Done,
  refusals: ['incident-closed', 'not-located-yet', 'missing-ended', 'already-decided', 'interviewer-not-independent', 'carers-view-needed'],
});
export const recordPrevention = route('POST', '/missing/:missingId/prevention', {
  summary: 'The police prevention interview, with who held it', may: ON_SCENE, params: missingId, body: command({ who: Line, note: Text.nullable() }), out: Done, refusals: ['incident-closed', 'not-located-yet', 'already-decided'],
});
export const endMissing = route('POST', '/missing/:missingId/end', {
  summary: 'A named person elsewhere has the search, or it was recorded by mistake', may: CONTROL, params: missingId,
  body: command({ endedAs: z.enum(['handed-on', 'not-missing']), takenBy: Line.nullable(), reason: Text }), out: Done, refusals: ['incident-closed', 'missing-ended', 'taker-needed'],
});
