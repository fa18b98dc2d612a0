// Routes about an incident: raise, assess, grade, correct, own, pass on, end.
import { z } from 'zod';
import { DOORS, MISSING_RISKS, VULNERABILITY_FLAGS, WARNING_KINDS } from '../domain/incident-words.ts';
import { CREW_ORDERS } from '../domain/instruction.ts';
import { LEADERS } from '../domain/lead.ts';
import { Answers, GradeSchema } from '../domain/policy.ts';
import { UNDERSTOOD_AS } from '../domain/where-text.ts';
import { Day, Id, Instant, Lat, Line, Lon, Text, Version } from './fields.ts';
import { PersonMore } from './person-more.ts';
import { command, Done, route } from './route.ts';
import { Told } from './told.ts';
import { IncidentRecord, IncidentView } from './views.ts';

const CONTROL = ['coordinator', 'supervisor', 'edt'] as const;
const EVERYBODY_WORKING = ['coordinator', 'supervisor', 'edt', 'responder'] as const;

export const LocationInput = z.strictObject({ label: Line, lat: Lat.nullable(), lon: Lon.nullable(), secret: z.boolean(), approximate: z.boolean().default(false), understoodAs: z.enum(UNDERSTOOD_AS).nullable().default(null) })
  .refine(({ lat, lon }) => (lat === null) === (lon === null), 'needs both latitude and longitude, or neither');
export const PersonInput = z.strictObject({
  name: Line.nullable().meta({ description: 'Null: not known' }), isChild: z.boolean(), relation: Line,
  bornOn: Day.nullable(), approximateAge: z.int().min(-1).max(120).nullable().meta({ description: '-1: unborn' }),
  more: PersonMore.optional(),
});
const Flags = z.array(z.enum(VULNERABILITY_FLAGS)).max(VULNERABILITY_FLAGS.length).transform((flags) => [...new Set(flags)]);
const incidentId = { incidentId: Id };
const ENDING_NEEDS = ['caller-not-told', 'promise-standing', 'nobody-took-it', 'taken-when', 'reassess-open'] as const;

const GradingInput = { flags: Flags, missingRisk: z.enum(MISSING_RISKS).nullable(), answers: Answers };

export const proposeGradeRoute = route('POST', '/grade-proposals', {
  summary: 'What grade the policy would propose, and why; changes nothing', may: EVERYBODY_WORKING, body: GradingInput,
  out: z.strictObject({ grade: GradeSchema, reasons: z.array(z.strictObject({ code: z.string(), grade: GradeSchema, because: z.string() })) }),
});
export const raiseIncident = route('POST', '/incidents', {
  summary: 'Raise an incident from a call; the clock runs from the report', may: EVERYBODY_WORKING,
  body: command({
    door: z.enum(DOORS), reportedAt: Instant, summary: Text, location: LocationInput.nullable(), people: z.array(PersonInput).max(20), ...GradingInput,
    caller: z.strictObject({ name: Line.nullable(), agency: Line.nullable(), phone: Line.nullable(), reference: Line.nullable() }),
    told: Told.nullable().optional().meta({ description: 'What the caller was told' }),
    lateBecause: Text.nullable().optional().meta({ description: 'Why it is entered only now, where that is more than 15 minutes after the report' }),
    draftId: Id.optional().meta({ description: 'The kept draft that this call was: saved twice, it is one incident' }),
    /** What was decided of the open incidents that looked alike: the same as one of them, or another than those. */
    alike: z.strictObject({ sameAsId: Id.nullable(), otherThanIds: z.array(Id).max(20) }).optional(),
  }),
  out: Done, refusals: ['reported-in-future', 'reported-too-long-ago', 'not-on-duty', 'draft-with-another', 'draft-thrown-away', 'not-found', 'not-your-role', 'promise-needs-time', 'grade-4-no-visit'],
});
export const readIncident = route('GET', '/incidents/:incidentId', {
  summary: 'The whole record of an incident, with its timeline; the reading is logged', may: [...EVERYBODY_WORKING, 'auditor'], params: incidentId,
  query: { purpose: Line.optional() }, out: IncidentRecord, refusals: ['not-found', 'rationale-needed'],
});
export const listClosed = route('GET', '/incidents', {
  summary: 'Closed incidents of one night, newest first', may: CONTROL, query: { night: z.iso.date() }, out: z.array(IncidentView),
});
export const assessIncident = route('POST', '/incidents/:incidentId/assess', {
  summary: 'New information: a fresh assessment. It may raise the grade, never lower it', may: EVERYBODY_WORKING, params: incidentId,
  body: command(GradingInput), out: Done, refusals: ['incident-closed'],
});
export const gradeIncident = route('POST', '/incidents/:incidentId/grade', {
  summary: 'Confirm or change the grade', may: EVERYBODY_WORKING, params: incidentId,
  body: command({ expectedVersion: Version, to: GradeSchema, rationale: Text.nullable(), told: Told.nullable().optional() }), out: Done,
  refusals: ['incident-closed', 'grade-unchanged', 'rationale-needed', 'only-upgrade', 'downgrade-needs-second-person', 'promise-needs-time', 'grade-4-no-visit', 'stale'],
});
const Ending = z.enum(['settled', 'cancelled', 'duplicate', 'passed-on']);
/** Not ours: who took it, by name and organisation, and when. Needed to pass on, where nobody has taken the lead yet. */
const PassedOn = z.strictObject({ leader: z.enum(LEADERS), takenBy: Line, at: Instant, reference: Line.nullable() }).nullable().optional();
const Pack = z.strictObject({ riskNow: Text, outstanding: Text.nullable(), sharingBasis: Text, legalPowers: Text.nullable(), spokenWith: Line.nullable() });
export const askSecond = route('POST', '/incidents/:incidentId/downgrade-requests', {
  summary: 'Ask a supervisor to agree to a later target or an ending; until then the stricter grade stands', may: CONTROL, params: incidentId,
  body: command({
    action: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('grade'), to: GradeSchema }),
      z.strictObject({ kind: z.literal('end'), ending: Ending, duplicateOfId: Id.nullable(), callerTold: Text.nullable().optional(), passedOn: PassedOn }),
      z.strictObject({ kind: z.literal('hand-over'), receivingTeamId: Id, pack: Pack.optional() }),
    ]), rationale: Text,
  }), out: Done, refusals: ['incident-closed', 'request-waiting', 'no-downgrade', 'duplicate-of-itself', 'not-found', ...ENDING_NEEDS],
});
const requestParams = { incidentId: Id, requestId: Id };
export const agreeSecond = route('POST', '/incidents/:incidentId/downgrade-requests/:requestId/agree', {
  summary: 'Agree, as the second person; what was asked for is carried out', may: ['supervisor'], params: requestParams, body: command({}), out: Done,
  refusals: ['request-not-waiting', 'second-person-is-first', 'incident-closed', 'follow-up-open', 'crew-still-there', 'crew-still-out', 'handover-waiting', 'duplicate-of-itself', ...ENDING_NEEDS],
});
export const refuseSecond = route('POST', '/incidents/:incidentId/downgrade-requests/:requestId/refuse', {
  summary: 'Refuse, or withdraw what one asked for oneself', may: CONTROL, params: requestParams, body: command({ reason: Text }), out: Done, refusals: ['request-not-waiting', 'not-your-role'],
});
export const endIncident = route('POST', '/incidents/:incidentId/end', {
  summary: 'Settle, cancel, link as a duplicate, or pass on', may: CONTROL, params: incidentId,
  body: command({ expectedVersion: Version, ending: Ending, reason: Text, callerTold: Text.nullable(), duplicateOfId: Id.nullable(), passedOn: PassedOn }), out: Done,
  refusals: ['incident-closed', 'follow-up-open', 'crew-still-there', 'handover-waiting', 'downgrade-needs-second-person', 'duplicate-of-itself', 'stale', ...ENDING_NEEDS],
});
export const reopenIncident = route('POST', '/incidents/:incidentId/reopen', {
  summary: 'Open it again; its clock still runs from the report', may: CONTROL, params: incidentId, body: command({ reason: Text }), out: Done, refusals: ['incident-open', 'not-on-duty'],
});
export const addNote = route('POST', '/incidents/:incidentId/notes', {
  summary: 'Add to the log; an internal note stays in its organisation', may: EVERYBODY_WORKING, params: incidentId, body: command({ body: Text, internal: z.boolean(), changesThings: z.boolean().optional().meta({ description: 'Asks for a fresh assessment' }) }), out: Done,
});
export const correctIncident = route('POST', '/incidents/:incidentId/correct', {
  summary: 'Correct what was written down; what it said before stays on the log', may: CONTROL, params: incidentId,
  body: command({ expectedVersion: Version, summary: Text.optional(), location: LocationInput.optional(), flags: Flags.optional(), missingRisk: z.enum(MISSING_RISKS).nullable().optional(), reason: Text }),
  out: Done, refusals: ['stale'],
});
export const linkPerson = route('POST', '/incidents/:incidentId/people', {
  summary: 'Add a person', may: EVERYBODY_WORKING, params: incidentId, body: command({ person: PersonInput }), out: Done, refusals: ['incident-closed', 'too-many-people'],
});
export const ownIncident = route('POST', '/incidents/:incidentId/own', {
  summary: 'Take the incident oneself, or give it to somebody on duty', may: CONTROL, params: incidentId, body: command({ ownerId: Id.optional() }), out: Done,
  refusals: ['incident-closed', 'owner-off-duty', 'owner-unchanged'],
});
export const passToPolice = route('POST', '/incidents/:incidentId/pass-to-police', {
  summary: 'Record who in the police control room took a Grade 1, and their reference', may: CONTROL, params: incidentId,
  body: command({
    takenBy: Line, reference: Line, takenAt: Instant.optional().meta({ description: 'When they took it; now, if it is not said' }),
    crewOrder: z.enum(CREW_ORDERS).nullable().optional().meta({ description: 'What a crew that is out is told; needed where one is, and has not been told' }),
  }), out: Done, refusals: ['incident-closed', 'not-grade-1', 'police-have-it', 'taken-when', 'tell-the-crew'],
});
export const restrictIncident = route('POST', '/incidents/:incidentId/restrict', {
  summary: 'Restrict to named people, or lift it with an empty list', may: ['supervisor'], params: incidentId, body: command({ staffIds: z.array(Id).max(50), reason: Text }), out: Done,
});
export const recordWarning = route('POST', '/incidents/:incidentId/warnings', {
  summary: 'Record a staff-safety warning, approved by whoever records it, with its source and review date', may: ['supervisor'], params: incidentId,
  body: command({ kind: z.enum(WARNING_KINDS), source: Text, reviewAt: Instant }), out: Done, refusals: ['window-impossible'],
});
export const reviewWarning = route('POST', '/incidents/:incidentId/warnings/:warningId/review', {
  summary: 'Say that a staff-safety warning still holds, why, and when it is looked at again', may: ['supervisor'], params: { incidentId: Id, warningId: Id },
  body: command({ reason: Text, reviewAt: Instant }), out: Done, refusals: ['window-impossible', 'not-found'],
});
