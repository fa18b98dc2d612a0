// Routes about tasks, sending people, and what they report back.
import { z } from 'zod';
import { ACTIVITY_CODES, NEEDS, TASK_KINDS } from '../domain/activity.ts';
import { DECLINE_REASONS, FOLLOW_UP_DECISIONS, OUTCOMES } from '../domain/incident-words.ts';
import { SKILLS } from '../domain/skill.ts';
import { Id, Instant, Text, Version } from './fields.ts';
import { command, Done, fact, route } from './route.ts';
import { MeetingTerms, SendingTerms } from './sending-views.ts';

const CONTROL = ['coordinator', 'supervisor', 'edt'] as const;
const ON_SCENE = ['responder', 'coordinator', 'supervisor', 'edt'] as const;
const assignmentId = { assignmentId: Id };
const Sighting = { seenPersonIds: z.array(Id).max(20), notSeenPersonIds: z.array(Id).max(20) };

export const addTask = route('POST', '/incidents/:incidentId/tasks', {
  summary: 'Add a task with the legs it needs', may: CONTROL, params: { incidentId: Id },
  body: command({ activity: z.enum(ACTIVITY_CODES), kind: z.enum(TASK_KINDS), legs: z.array(z.enum(NEEDS)).min(1).max(6), legSkills: z.array(z.array(z.enum(SKILLS)).max(6)).max(6).optional().meta({ description: 'What each leg needs beyond a profession, in the order of the legs; the policy adds its own' }), detail: Text.nullable(), dueFrom: Instant.nullable(), dueAt: Instant.nullable() }),
  out: Done, refusals: ['incident-closed', 'legs-needed', 'window-needed', 'window-impossible'],
});
export const setLegSkills = route('POST', '/legs/:legId/skills', {
  summary: 'Say what a leg needs beyond a profession', may: CONTROL, params: { legId: Id }, body: command({ skills: z.array(z.enum(SKILLS)).max(6) }), out: Done, refusals: ['task-ended', 'incident-closed'],
});
export const agreeMeeting = route('POST', '/tasks/:taskId/meeting', {
  summary: 'Say where those who go meet before the door, another place, or that they do not', may: CONTROL, params: { taskId: Id }, body: command(MeetingTerms), out: Done, refusals: ['task-ended', 'incident-closed', 'nobody-to-tell', 'meeting-when'],
});
export const cancelTask = route('POST', '/tasks/:taskId/cancel', {
  summary: 'Cancel a task; whoever is on the way is freed', may: CONTROL, params: { taskId: Id }, body: command({ reason: Text }), out: Done, refusals: ['task-ended', 'crew-still-there'],
});
export const dispatchCrew = route('POST', '/tasks/:taskId/dispatch', {
  summary: 'Send people on duty to a task; with insteadOf, those are stood down in the same breath', may: CONTROL, params: { taskId: Id },
  body: command({ expectedVersion: Version, dutyIds: z.array(Id).min(1).max(6), insteadOf: z.array(Id).max(6), reason: Text.nullable(), aloneBecause: Text.nullable().optional().meta({ description: 'Why a supervisor sends one alone where a warning says double-crewed only' }), despiteBecause: Text.nullable().optional().meta({ description: 'Why a supervisor sends somebody where a visit is for women only or men only' }), ...SendingTerms, takeHeld: z.array(Id).max(6).optional().meta({ description: 'Reservations for other work that these are taken from, as they were shown' }) }), out: Done,
  refusals: ['incident-closed', 'task-ended', 'grade-1-goes-to-police', 'grade-4-no-visit', 'leg-covered', 'nobody-fits', 'responder-off-duty', 'responder-busy', 'rationale-needed', 'double-crewed-only', 'solo-first-why', 'solo-first-not-allowed', 'meeting-when', 'held-for-other', 'gender-other', 'gender-not-recorded', 'nobody-drives', 'stale'],
});
export const standDown = route('POST', '/incidents/:incidentId/stand-down', {
  summary: 'Stand people down', may: ['coordinator', 'supervisor'], params: { incidentId: Id }, body: command({ assignmentIds: z.array(Id).min(1).max(6), reason: Text }), out: Done, refusals: ['assignment-ended'],
});
export const advanceAssignment = route('POST', '/assignments/:assignmentId/advance', {
  summary: 'Accepted, going, there, left scene: for oneself, or for both in one car', may: ON_SCENE, params: assignmentId,
  body: fact({ to: z.enum(['accepted', 'going', 'there', 'left']), alsoFor: z.array(Id).max(5) }), out: Done, refusals: ['assignment-ended', 'not-your-partner'],
});
export const declineAssignment = route('POST', '/assignments/:assignmentId/decline', {
  summary: 'Decline, with the reason', may: ['responder', 'edt'], params: assignmentId, body: fact({ reason: z.enum(DECLINE_REASONS), note: Text.nullable() }), out: Done, refusals: ['assignment-ended', 'already-answered'],
});
export const recordSeen = route('POST', '/assignments/:assignmentId/seen', {
  summary: 'Who was seen, and who was not', may: ON_SCENE, params: assignmentId, body: fact(Sighting), out: Done, refusals: ['say-who-was-seen'],
});
export const recordNoAccess = route('POST', '/assignments/:assignmentId/no-access', {
  summary: 'Nobody let us in: opens a follow-up with an owner and a clock', may: ON_SCENE, params: assignmentId, body: fact({ note: Text.nullable() }), out: Done,
});
export const recordOutcome = route('POST', '/tasks/:taskId/outcome', {
  summary: 'What came of it, who was seen and who was not', may: ON_SCENE, params: { taskId: Id },
  body: fact({ outcome: z.enum(OUTCOMES).exclude(['no-access']), note: Text, ...Sighting }), out: Done, refusals: ['say-who-was-seen'],
});
export const stepBack = route('POST', '/assignments/:assignmentId/step-back', {
  summary: 'Take back a step pressed by mistake', may: ON_SCENE, params: assignmentId, body: command({ to: z.enum(['dispatched', 'accepted', 'going', 'there']), reason: Text }), out: Done,
  refusals: ['not-a-step-back', 'task-finished', 'incident-closed', 'responder-busy'],
});
export const decideFollowUp = route('POST', '/follow-ups/:followUpId/decide', {
  summary: 'Decide what follows no access, or a child not seen', may: CONTROL, params: { followUpId: Id }, body: command({ decision: z.enum(FOLLOW_UP_DECISIONS), note: Text }), out: Done, refusals: ['already-decided', 'manager-decides'],
});
