// Beside a call while it is being taken: what is known already of the number, the door, the people and what is said; and a further call about what is open.
import { z } from 'zod';
import { DOORS, ENDINGS, OUTCOMES, WARNING_KINDS } from '../domain/incident-words.ts';
import { GradeSchema } from '../domain/policy.ts';
import { At, Day, Id, Instant, Lat, Line, Lon, Text } from './fields.ts';
import { command, Done, route } from './route.ts';
import { Told } from './told.ts';
import { OvernightNoteView } from './views.ts';

const CONTROL = ['coordinator', 'supervisor', 'edt'] as const;

/** An incident of any age, as a line beside the form: when, about what, and what became of it. */
export const PastIncident = z.strictObject({
  id: z.string(), ref: z.string(), reportedAt: At, door: z.enum(DOORS), grade: GradeSchema, open: z.boolean(), heading: z.string(), district: z.string().nullable(), people: z.array(z.string()),
  owner: z.string(), ending: z.enum(ENDINGS).nullable(), endedAt: At.nullable(), outcomes: z.array(z.enum(OUTCOMES)),
});
export type PastIncident = z.infer<typeof PastIncident>;

const History = z.strictObject({
  incidents: z.array(PastIncident), more: z.boolean().meta({ description: 'Older ones are not listed' }),
  concern: z.int().meta({ description: 'Which report within seven days this one would be' }),
});
export type History = z.infer<typeof History>;

export const KnownWarning = z.strictObject({
  id: z.string(), kind: z.enum(WARNING_KINDS), source: z.string(), approvedBy: z.string(), at: At, reviewAt: At, reviewDue: z.boolean(), ref: z.string(),
  about: z.enum(['address', 'person']), whom: z.string().nullable(),
});
export type KnownWarning = z.infer<typeof KnownWarning>;

export const KnownPerson = z.strictObject({
  said: z.string().meta({ description: 'As the caller named them' }),
  incidents: z.array(z.strictObject({ incident: PastIncident, as: z.string(), reasons: z.array(z.string()).meta({ description: 'Why it may be them, in words' }) })), more: z.boolean(),
  concern: z.int().meta({ description: 'Which report within seven days this one would be, were it them each time' }),
});
export type KnownPerson = z.infer<typeof KnownPerson>;

export const CallLookups = z.strictObject({
  number: z.strictObject({
    read: z.string().nullable().meta({ description: 'As it was understood; null where it cannot be a number' }),
    earlier: z.array(z.strictObject({ callId: z.string(), at: At, who: z.string().nullable(), incident: PastIncident })), more: z.boolean(),
  }).nullable(),
  address: History.nullable().meta({ description: 'Null where no door is named' }),
  alike: z.array(z.strictObject({ incident: PastIncident, reasons: z.array(z.string()) })).meta({ description: 'Open incidents that may be the same, likeliest first' }),
  people: z.array(KnownPerson).meta({ description: 'Those named who may be known already; never as certain' }),
  warnings: z.array(KnownWarning),
  checks: z.strictObject({
    sources: z.array(z.string()).meta({ description: 'Whom there is to ask, by name: nobody has been, about this call' }),
    found: z.array(z.strictObject({ id: z.string(), source: z.string(), at: At, whom: z.string().nullable(), ref: z.string() })).meta({ description: 'What a source once knew of this address, or of somebody named there' }),
  }),
  notes: z.array(z.strictObject({ note: OvernightNoteView, by: z.array(z.enum(['person', 'place', 'phone'])) })),
});
export type CallLookups = z.infer<typeof CallLookups>;

/** A caller names a few; the others of a whole household are looked up one by one on the incident, and the screen says so. */
export const LOOKED_UP_PEOPLE = 6;

export const lookUpCall = route('POST', '/call-lookups', {
  summary: 'What is known already of a call that is being taken; changes nothing, and is logged as one look-up without its terms', may: CONTROL,
  body: {
    callId: Id.meta({ description: 'Made by the client for one call: its look-ups are one consultation' }),
    number: Line.nullable(), address: z.strictObject({ label: Line, lat: Lat.nullable(), lon: Lon.nullable() }).nullable(),
    people: z.array(z.strictObject({ name: Line, bornOn: Day.nullable(), approximateAge: z.int().min(-1).max(120).nullable() })).max(20), words: Text.nullable(),
  },
  out: CallLookups,
});

export const CallerInput = z.strictObject({ name: Line.nullable(), agency: Line.nullable(), phone: Line.nullable(), reference: Line.nullable() });

export const addCall = route('POST', '/incidents/:incidentId/calls', {
  summary: 'A further call about an open incident; its report time does not move, and a fresh assessment is asked for', may: CONTROL, params: { incidentId: Id },
  body: command({ door: z.enum(DOORS), reportedAt: Instant, caller: CallerInput, said: Text, told: Told.nullable().optional().meta({ description: 'What this caller was told' }), draftId: Id.optional() }), out: Done,
  refusals: ['incident-closed', 'reported-in-future', 'reported-too-long-ago', 'draft-with-another', 'draft-thrown-away', 'promise-needs-time', 'grade-4-no-visit'],
});
