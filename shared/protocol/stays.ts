// Routes about a crew at a door: checking in, and when they expect to leave.
import { z } from 'zod';
import { READ_BEFORE } from '../domain/crew-safety.ts';
import { Id, Instant } from './fields.ts';
import { Done, fact, route } from './route.ts';

const ON_SCENE = ['responder', 'coordinator', 'supervisor', 'edt'] as const;
const assignmentId = { assignmentId: Id };

export const checkIn = route('POST', '/assignments/:assignmentId/check-in', {
  summary: 'All well: for oneself, or for both who are together; control enters what it hears by radio', may: ON_SCENE, params: assignmentId, body: fact({ alsoFor: z.array(Id).max(5) }), out: Done, refusals: ['not-your-partner'],
});
export const sayLeaving = route('POST', '/assignments/:assignmentId/leaving', {
  summary: 'When they expect to leave: oneself, or both who are together', may: ON_SCENE, params: assignmentId, body: fact({ leaveBy: Instant, alsoFor: z.array(Id).max(5) }), out: Done, refusals: ['not-your-partner'],
});
export const readWarnings = route('POST', '/assignments/:assignmentId/warnings-read', {
  summary: 'The staff-safety warnings were read, before setting out or before the door', may: ['responder'], params: assignmentId,
  body: fact({ warningIds: z.array(Id).max(50), before: z.enum(READ_BEFORE) }), out: Done, refusals: ['not-found'],
});
