// Routes about people: what is known of them, who they are to each other, and who may be somebody known already. Names are searched by POST: no name in an address.
import { z } from 'zod';
import { ENDINGS, OUTCOMES } from '../domain/incident-words.ts';
import { KIN_KINDS } from '../domain/kin.ts';
import { GradeSchema } from '../domain/policy.ts';
import { At, Day, Id, Line, Text } from './fields.ts';
import { PersonInput } from './incidents.ts';
import { PERSON_LINES } from './person-words.ts';
import { command, Done, route } from './route.ts';

const CONTROL = ['coordinator', 'supervisor', 'edt'] as const;
const EVERYBODY_WORKING = ['coordinator', 'supervisor', 'edt', 'responder'] as const;
const person = { incidentId: Id, personId: Id };

export const describePerson = route('POST', '/incidents/:incidentId/people/:personId', {
  summary: 'Say more of a person, or correct it; what was said before is kept', may: EVERYBODY_WORKING, params: person,
  body: command({ expectedFactsId: Id.nullable(), person: PersonInput, reason: Text.nullable() }), out: Done, refusals: ['stale', 'not-found'],
});
export const relatePeople = route('POST', '/incidents/:incidentId/kin', {
  summary: 'Who one person is to another', may: EVERYBODY_WORKING, params: { incidentId: Id }, body: command({ personId: Id, toId: Id, kind: z.enum(KIN_KINDS) }), out: Done,
  refusals: ['incident-closed', 'person-is-itself', 'said-already', 'not-found'],
});
export const unrelatePeople = route('POST', '/incidents/:incidentId/kin/:kinId/end', { summary: 'Take that back', may: EVERYBODY_WORKING, params: { incidentId: Id, kinId: Id }, body: command({}), out: Done, refusals: ['said-already'] });
export const matchPerson = route('POST', '/incidents/:incidentId/people/:personId/matches', {
  summary: 'Say that this is the same person as in another record; neither is changed', may: CONTROL, params: person, body: command({ otherId: Id, reason: Text }), out: Done,
  refusals: ['person-is-itself', 'said-already', 'not-found'],
});
export const unmatchPerson = route('POST', '/incidents/:incidentId/matches/:matchId/end', {
  summary: 'Not the same person after all', may: CONTROL, params: { incidentId: Id, matchId: Id }, body: command({ reason: Text }), out: Done, refusals: ['said-already'],
});

export const AlikePerson = z.strictObject({
  personId: z.string(), name: z.string(), age: z.string(), relation: z.string(), incidentId: z.string(), ref: z.string(), at: At, place: z.string().nullable(),
  /** In words: same name, same date of birth, at this address twice. */
  reasons: z.array(z.string()),
  /** 0 to 1: only for the order. */
  likeness: z.number(),
});
export type AlikePerson = z.infer<typeof AlikePerson>;
export const findAlike = route('POST', '/people/alike', {
  summary: 'People known already who may be this one, with the reasons; changes nothing', may: EVERYBODY_WORKING,
  body: { name: Line.nullable(), aliases: z.array(Line).max(10), bornOn: Day.nullable(), approximateAge: z.int().min(-1).max(120).nullable(), address: Line.nullable(), notOf: Id.nullable(),
    besides: Id.optional().meta({ description: 'A person whose own record, and those linked with it already, are left out' }) },
  out: z.array(AlikePerson),
});

export const SAID_ABOUT = ['name', 'age', 'relation', ...PERSON_LINES] as const;
export type SaidAbout = (typeof SAID_ABOUT)[number];

const Mark = z.strictObject({ matchId: z.string(), incidentId: z.string(), personId: z.string(), by: z.string(), at: At, reason: z.string() });
export const PersonHistory = z.strictObject({
  /** What was said of this record, the latest first. */
  versions: z.array(z.strictObject({ at: At, by: z.string(), organisation: z.string(), says: z.array(z.strictObject({ about: z.enum(SAID_ABOUT), text: z.string() })) })),
  /** Where this person, and whoever is said to be the same, was named. */
  incidents: z.array(z.strictObject({
    incidentId: z.string(), personId: z.string(), ref: z.string(), reportedAt: At, grade: GradeSchema, state: z.enum(['open', 'closed']), name: z.string(), relation: z.string(), place: z.string().nullable(), summary: z.string(),
    owner: z.string(), ending: z.enum(ENDINGS).nullable(), outcomes: z.array(z.enum(OUTCOMES)).meta({ description: 'Of its tasks, the last one last' }), match: Mark.nullable(),
  })),
});
export type PersonHistory = z.infer<typeof PersonHistory>;
export const readPersonHistory = route('GET', '/people/:personId/history', {
  summary: 'What was said of a person and when, and where else they were named; the reading is logged', may: EVERYBODY_WORKING, params: { personId: Id }, out: PersonHistory, refusals: ['not-found'],
});
