// Who could be sent to a task: the ranked list, each with when the later leg is there and why; and everybody who is not in it, with the reason.
import { z } from 'zod';
import { NEEDS, PROFESSIONS } from '../domain/activity.ts';
import { SKILLS } from '../domain/skill.ts';
import { At, Id, Text, Version } from './fields.ts';
import { command, Done, route } from './route.ts';
import { SendingTerms } from './sending-views.ts';

const SuggestedLeg = z.strictObject({
  legId: z.string(), need: z.enum(NEEDS), skills: z.array(z.enum(SKILLS)), dutyId: z.string(), name: z.string(), profession: z.enum(PROFESSIONS).nullable(), callSign: z.string().nullable(),
  minutes: z.number().nullable().meta({ description: 'The drive from their position; null where it is not known' }),
  basis: z.enum(['straight-line', 'router']).nullable().meta({ description: 'Where that number comes from' }),
  positionAt: At.nullable(),
});
export const Suggestion = z.strictObject({
  id: z.string(), legs: z.array(SuggestedLeg).meta({ description: 'In the order of the legs: send their duties in this order' }),
  arrivesAt: At.nullable().meta({ description: 'The later of them; null where it is not known of one' }), minutes: z.number().nullable(), sameTeam: z.boolean(),
  why: z.array(z.string()), forecast: z.string().nullable().meta({ description: 'What sending them costs the next Grade 2' }),
});
export type Suggestion = z.infer<typeof Suggestion>;

/** A crew on the way to work that can wait longer; `says` names what that work then lacks, and by when it is due. */
export const Diversion = z.strictObject({
  fromIncidentId: z.string(), fromVersion: z.int(), fromRef: z.string(), assignmentIds: z.array(z.string()).meta({ description: 'In the order of the legs that they fill here' }), names: z.string(), says: z.string(), stillMissing: z.array(z.enum(NEEDS)),
});
export type Diversion = z.infer<typeof Diversion>;

export const Suggestions = z.strictObject({
  taskId: z.string(), version: z.int().meta({ description: 'Of the incident as it was ranked: send as expectedVersion' }), at: At,
  missing: z.array(z.strictObject({ legId: z.string(), need: z.enum(NEEDS) })),
  ranked: z.array(Suggestion),
  /** One leg goes ahead, and the others are owed: only where nobody fills them all, and the policy lets it. */
  alone: z.array(Suggestion),
  mayGoAhead: z.boolean().meta({ description: 'Whether the policy lets one leg go ahead alone on this' }),
  /** Where nobody fills every missing leg: what exactly is missing, and who would be soonest. */
  short: z.strictObject({ says: z.string(), ways: z.array(z.string()) }).nullable(),
  /** Who may be nearer by a position too old to believe: to be rung. */
  nearer: z.array(z.string()),
  diversions: z.array(Diversion),
  leftOut: z.array(z.strictObject({ dutyId: z.string(), name: z.string(), callSign: z.string().nullable(), why: z.string() })),
});
export type Suggestions = z.infer<typeof Suggestions>;

export const divertCrew = route('POST', '/tasks/:taskId/divert', {
  summary: 'Take people who are on the way elsewhere, and send them here, in one step: both incidents as they were shown', may: ['coordinator', 'supervisor'], params: { taskId: Id },
  body: command({ expectedVersion: Version, fromIncidentId: Id, fromVersion: Version, assignmentIds: z.array(Id).min(1).max(6), reason: Text, ...SendingTerms }), out: Done,
  refusals: ['stale', 'crew-still-there', 'assignment-ended', 'incident-closed', 'task-ended', 'grade-1-goes-to-police', 'grade-4-no-visit', 'leg-covered', 'nobody-fits', 'certificate-needed', 'on-break', 'responder-off-duty', 'responder-busy', 'double-crewed-only', 'solo-first-why', 'solo-first-not-allowed', 'meeting-when', 'held-for-other', 'gender-other', 'gender-not-recorded', 'nobody-drives'],
});

export const suggestForTask = route('POST', '/tasks/:taskId/suggestions', {
  summary: 'Who could be sent to a task, ranked, with everybody left out and why; with insteadOf, as if those were stood down', may: ['coordinator', 'supervisor'], params: { taskId: Id },
  body: { insteadOf: z.array(Id).max(6) }, out: Suggestions, refusals: ['task-ended', 'incident-closed'],
});
