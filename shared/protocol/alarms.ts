// Routes about who has an alarm, and who is on call for a night.
import { z } from 'zod';
import { ON_CALL_POSTS } from '../domain/on-call.ts';
import { Day, Id, Instant, Line, Text } from './fields.ts';
import { command, Done, route } from './route.ts';

const CONTROL = ['coordinator', 'supervisor'] as const;
const params = { incidentId: Id, alarmId: Id };

export const acknowledgeAlarm = route('POST', '/incidents/:incidentId/alarms/:alarmId/acknowledge', {
  summary: 'Say that one has it: the alarm is quiet until its cause is over', may: CONTROL, params, body: command({}), out: Done, refusals: ['not-found', 'not-on-duty', 'alarm-over', 'alarm-acknowledged'],
});
export const putOffAlarm = route('POST', '/incidents/:incidentId/alarms/:alarmId/put-off', {
  summary: 'Put an alarm off until a time, with the reason; the policy limits how long', may: CONTROL, params, body: command({ until: Instant, reason: Text }), out: Done,
  refusals: ['not-found', 'not-on-duty', 'alarm-over', 'alarm-acknowledged', 'alarm-put-off', 'alarm-cannot-wait', 'put-off-too-long'],
});
export const recordSpoken = route('POST', '/incidents/:incidentId/alarms/:alarmId/spoken', {
  summary: 'Record who was spoken to about an alarm, when, and what they said; whoever rang has it', may: CONTROL, params,
  body: command({ post: z.enum(ON_CALL_POSTS).nullable(), name: Line, at: Instant.nullable().meta({ description: 'Null: now' }), said: Text }), out: Done,
  refusals: ['not-found', 'not-on-duty', 'alarm-over', 'reported-in-future'],
});
export const nameOnCall = route('POST', '/on-call', {
  summary: 'Name who is on call for a night in one post, with a telephone number; whoever was named before is replaced', may: CONTROL,
  body: command({ night: Day, post: z.enum(ON_CALL_POSTS), name: Line, phone: Line }), out: Done, refusals: ['night-not-to-come'],
});
