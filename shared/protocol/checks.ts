// Routes about checks: ask the sources, type what was heard on the phone, strike out a mistake.
import { z } from 'zod';
import { CHECK_RESULTS } from '../domain/check.ts';
import { Id, Line, Text } from './fields.ts';
import { command, Done, route } from './route.ts';

const CONTROL = ['coordinator', 'supervisor', 'edt'] as const;
export const SourceCode = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/).meta({ description: 'A source, as the settings name it' });
const About = { personId: Id.nullable().meta({ description: 'Null: the address' }), source: SourceCode };

export const askChecks = route('POST', '/incidents/:incidentId/checks', {
  summary: 'Ask sources about people and the address: everything that can be asked over the wire, or what is listed', may: CONTROL, params: { incidentId: Id },
  body: command({ asks: z.array(z.strictObject(About)).min(1).max(100).nullable().meta({ description: 'Null: all that a system can be asked and nobody has' }) }), out: Done,
  refusals: ['incident-closed', 'check-nothing-there', 'check-nothing-to-ask', 'check-by-voice'],
});
export const typeCheckAnswer = route('POST', '/incidents/:incidentId/check-answers', {
  summary: 'Type what a source answered on the phone', may: CONTROL, params: { incidentId: Id },
  body: command({ ...About, result: z.enum(CHECK_RESULTS), answeredBy: Line, words: Text.nullable() }), out: Done, refusals: ['check-nothing-there', 'check-say-what'],
});
export const strikeOutCheck = route('POST', '/incidents/:incidentId/checks/:checkId/strike-out', {
  summary: 'Strike out a check that was recorded by mistake; it stays on the log', may: CONTROL, params: { incidentId: Id, checkId: Id }, body: command({ reason: Text }), out: Done,
  refusals: ['check-nothing-there'],
});
