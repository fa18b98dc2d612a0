// The route by which something is not taken.
import { z } from 'zod';
import { Id, Instant, Line, Text, Version } from './fields.ts';
import { command, Done, route } from './route.ts';

export const notTakeIncident = route('POST', '/incidents/:incidentId/not-taken', {
  summary: 'Not take it: a named person at the door keeps it; an unattended Grade 1 or 2 waits for a second person', may: ['coordinator', 'supervisor', 'edt'],
  params: { incidentId: Id },
  body: command({
    expectedVersion: Version, keptBy: Line, organisation: Line, toldAt: Instant, callerTold: Text, reason: Text,
    reasons: z.array(z.string().regex(/^[\w-]{1,60}$/)).max(50).meta({ description: 'Codes of the policy’s reasons, as they were shown' }),
  }), out: Done,
  refusals: ['incident-closed', 'kept-when', 'stale', 'request-waiting', 'follow-up-open', 'crew-still-there', 'handover-waiting', 'missing-not-confirmed', 'return-interview-owed', 'reassess-open'],
});
