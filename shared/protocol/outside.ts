// The door for other systems: a call sent with their own key, and what became of it in a word.
import { z } from 'zod';
import { At } from './fields.ts';
import { CallReference, OUTSIDE_CALL } from './outside-call.ts';
import { route } from './route.ts';

/** Being worked: somebody here has graded it. A restricted one says no more than received. */
export const CALL_STATES = ['received', 'being-worked', 'ended'] as const;
export type CallState = (typeof CALL_STATES)[number];

export const sendCall = route('POST', '/calls', {
  summary: 'A call from another system, with its own key. The same reference and contents again give the first answer',
  may: 'system', body: OUTSIDE_CALL,
  out: z.strictObject({ reference: z.string(), ourReference: z.string().meta({ description: 'To name on the phone' }), receivedAt: At }),
  refusals: ['reference-reused', 'reported-in-future', 'reported-too-long-ago', 'too-large', 'too-many-calls', 'busy'],
});
export const readCallState = route('GET', '/calls/:reference', {
  summary: 'What became of a call that this system sent, in a word', may: 'system', params: { reference: CallReference },
  out: z.strictObject({ reference: z.string(), state: z.enum(CALL_STATES) }), refusals: ['not-found', 'too-many-calls'],
});
