// Routes about an SOS: sent from a tablet, had by somebody, ended by a named person's word.
import { z } from 'zod';
import { SOS_ENDINGS } from '../domain/sos.ts';
import { Id, Lat, Line, Lon, Text } from './fields.ts';
import { command, Device, Done, fact, route } from './route.ts';

const WHO_HEARS = ['coordinator', 'supervisor', 'edt'] as const;

export const sendSos = route('POST', '/sos', {
  summary: 'An SOS, from any state of the tablet; while one stands, pressed again it is the same', may: ['responder'],
  body: fact({ dutyId: Id, fix: Device.extend({ lat: Lat, lon: Lon, accuracyM: z.number().min(0).max(100_000).nullable() }).nullable() }), out: Done, refusals: ['not-found'],
});
export const haveSos = route('POST', '/sos/:sosId/have', {
  summary: 'Say that one has it: it goes no further, and stands', may: WHO_HEARS, params: { sosId: Id }, body: command({}), out: Done, refusals: ['not-found', 'not-on-duty', 'sos-over', 'sos-with-another'],
});
export const endSos = route('POST', '/sos/:sosId/end', {
  summary: 'It is over: who was spoken to, and what they said', may: WHO_HEARS, params: { sosId: Id },
  body: command({ ending: z.enum(SOS_ENDINGS), spokenWith: Line, said: Text }), out: Done, refusals: ['not-found', 'not-on-duty', 'sos-over', 'sos-is-own'],
});
