// What the tablet shows ahead of the server's answer is what the server's own rules will say, and a report laid over its answer changes nothing.
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Report } from '../../client/tablet/report.ts';
import { reportOf } from '../../client/tablet/report.ts';
import { isAbout, withUnsent } from '../../client/tablet/with-unsent.ts';
import { applyAll } from '../../shared/domain/apply-incident.ts';
import { decideLocated, decideSeenMissing } from '../../shared/domain/decide-missing.ts';
import type { Decision } from '../../shared/domain/decision.ts';
import { decideAdvance, decideNoAccess, decideOutcome, decideSaw } from '../../shared/domain/decide-attendance.ts';
import { NOTHING_MORE } from '../../shared/protocol/person-more.ts';
import { FIRST_POLICY } from '../../shared/domain/first-policy.ts';
import type { IncidentEvent } from '../../shared/domain/incident-event.ts';
import type { Assignment, IncidentFile, Task } from '../../shared/domain/incident-file.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { NO_ANSWERS } from '../../shared/domain/policy.ts';
import type { IncidentView } from '../../shared/protocol/views.ts';

const reportedAt = '2026-11-20T22:53:00.000Z';
const [mine, partner, onPhone] = ['sent-okafor', 'sent-amin', 'sent-okafor-phone'];
const everybody = ['jaydon', 'kelly'];

const task = (id: string, kind: Task['kind']): Task => ({
  id, kind, activity: 'welfare-check', state: 'open', detailId: null, dueFrom: null, dueAt: null, addedAt: reportedAt, outcome: null, outcomeId: null, outcomeAt: null, seenPersonIds: [], notSeenPersonIds: [],
});
const sent = (id: string, taskId: string, staffId: string, legId: string): Assignment => ({
  id, taskId, legId, staffId, kind: 'visit', dutyId: `duty-${staffId}`, teamId: 'b2', state: 'dispatched', dispatchedAt: plusMinutes(reportedAt, 5), dispatchedById: 'kaur',
  acceptedAt: null, goingAt: null, thereAt: null, seenAt: null, leftAt: null, endedAt: null, declineReason: null,
});

const night: IncidentFile = {
  incident: {
    id: 'incident', night: '2026-11-20', number: 47, state: 'open', door: 'cmu', reportedAt, raisedAt: reportedAt, raisedById: 'kaur', raisedDutyId: null, policyId: 'policy', gradePolicyId: 'policy', answers: NO_ANSWERS,
    proposedGrade: 2, proposalReasons: [], grade: 2, gradedAt: reportedAt, firstGradedAt: reportedAt, strictest: 2, dueAt: plusMinutes(reportedAt, 60), attendedAt: null, jointAt: null, flags: [], missingRisk: null,
    summaryId: 'words', locationId: null, districtCode: null, ownerId: 'kaur', ownerOrganisationId: 'council', restricted: false, namedStaffIds: [], policeHaveItAt: null, policeTakerId: null,
    policeReferenceId: null, ending: null, endedAt: null, duplicateOfId: null, downgradeRequestId: null, notTaken: null,
  },
  people: everybody.map((personId) => ({ id: `link-${personId}`, personId, isChild: personId === 'jaydon' })),
  tasks: [task('visit', 'visit'), task('call', 'phone')],
  legs: [{ id: 'police', taskId: 'visit', need: 'police', skills: [], position: 0 }, { id: 'social', taskId: 'visit', need: 'social-work', skills: [], position: 1 }, { id: 'phone', taskId: 'call', need: 'police', skills: [], position: 0 }],
  assignments: [sent(mine, 'visit', 'okafor', 'police'), sent(partner, 'visit', 'amin', 'social'), sent(onPhone, 'call', 'okafor', 'phone')],
  followUps: [], requests: [], handovers: [], warnings: [], checks: [], solos: [], meetings: [], reservations: [], warningReads: [], promises: [], advice: [], leads: [], instructions: [], reassessments: [], news: [], reviews: [], visits: [], windows: [], stays: [], partings: [], kin: [], matches: [], riskFacts: [], interviewSteps: [],
  missing: everybody.map((personId) => ({
    id: `missing-${personId}`, personId, reportedAt: plusMinutes(reportedAt, 12), risk: 'low', assessedAt: reportedAt, assessedById: 'kaur', locatedAt: null, locatedNoteId: null, seenAt: null, seenWell: null, seenNoteId: null,
    interviewDueAt: null, interviewWarnAt: null, interview: null, preventionAt: null, preventionById: null, endedAs: personId === 'kelly' ? 'handed-on' : null, endedAt: null, takerId: null,
  })),
};

/** As the server would show it, as far as the tablet lays anything over it. */
const viewOf = ({ incident, tasks, assignments, followUps, legs, missing }: IncidentFile): IncidentView => ({
  id: incident.id, ref: 'EAR-1120-0047', night: incident.night, version: 1, state: incident.state, ending: null, endedAt: null, duplicateOfId: null, door: incident.door, reportedAt, raisedAt: reportedAt,
  raisedBy: { staffId: 'kaur', name: 'J. Kaur' }, cameBy: null, summary: 'Concern for child', location: null, grade: incident.grade, proposedGrade: 2, proposalReasons: [],
  concern: 1, policyId: 'policy', policyVersion: 1, gradePolicyId: 'policy', gradePolicyVersion: 1, strictest: 2, gradedAt: reportedAt, dueAt: incident.dueAt,
  attendedAt: incident.attendedAt, jointAt: null, flags: [], missingRisk: null, answers: NO_ANSWERS, owner: { staffId: 'kaur', name: 'J. Kaur', organisation: 'Council', onDuty: true }, restricted: false,
  policeHaveItAt: null, policeReference: null, people: everybody.map((personId) => ({ personId, name: personId, isChild: personId === 'jaydon', relation: 'family', age: 'about 9', factsId: null, said: { name: personId, bornOn: null, approximateAge: 9 }, more: NOTHING_MORE })), kin: [],
  missing: missing.map(({ assessedById, locatedNoteId: _l, seenNoteId: _s, interviewWarnAt: _w, preventionById: _p, takerId: _t, ...rest }) =>
    ({ ...rest, assessedBy: { staffId: assessedById, name: assessedById }, facts: [], locatedNote: null, seenNote: null, interviewSteps: [], preventionBy: null, taker: null })),
  tasks: tasks.map(({ detailId: _d, addedAt: _a, outcomeId, seenPersonIds, notSeenPersonIds, ...rest }) =>
    ({ ...rest, detail: null, outcomeNote: outcomeId, seenPersonIds: [...seenPersonIds], notSeenPersonIds: [...notSeenPersonIds] })),
  legs: legs.map((leg) => ({ ...leg, skills: [...leg.skills] })),
  assignments: assignments.map(({ kind: _k, dispatchedById: _b, ...rest }) => ({ ...rest, name: rest.staffId, profession: 'constable', callSign: 'B2' })),
  followUps: followUps.map(({ ownerId, decidedById: _d, ...rest }) => ({ ...rest, owner: { staffId: ownerId, name: ownerId }, decidedBy: null })),
  requests: [], handovers: [], warnings: [], alarms: [], checks: { sources: [], locationId: null, unnamedIds: [], items: [] }, notTaken: null, promises: [], advice: [], leads: [], instructions: [], reassessments: [], news: [], visits: [], windows: [], solos: [], meetings: [], reservations: [], warningReads: [], stays: [],
});

/** What the server decides on a report that has just reached it. */
function decided(file: IncidentFile, report: Report): Decision<IncidentEvent> {
  const who = { staffId: 'okafor', now: report.at, happenedAt: report.at };
  switch (report.kind) {
    case 'advance': return decideAdvance(file, report, (at) => at, who);
    case 'seen': return decideSaw(file, report, who);
    case 'noAccess': return decideNoAccess(file, { assignmentId: report.assignmentId, followUpId: `no-access-${report.commandId}` }, FIRST_POLICY, who);
    case 'outcome': return report.outcome === 'no-access' ? { accepted: true, events: [] }
      : decideOutcome(file, { ...report, outcome: report.outcome, noteId: report.note, followUpId: `not-seen-${report.commandId}` }, FIRST_POLICY, who);
    case 'found': return decideLocated(file, { missingId: report.missingId, noteId: null }, FIRST_POLICY, { ...who, fromDevice: true });
    case 'seenMissing': return decideSeenMissing(file, { missingId: report.missingId, well: report.well, noteId: null }, FIRST_POLICY, { ...who, fromDevice: true });
    case 'note': case 'riskFact': case 'checkIn': case 'leaving': return { accepted: true, events: [] };
  }
}

const afterAnswer = (file: IncidentFile, report: Report): IncidentFile => {
  const answer = decided(file, report);
  return answer.accepted && answer.events.length > 0 ? applyAll(file, answer.events) : file;
};

/** Who does what, and who is found, is shown; follow-ups and joint arrival are the server's to say. */
const shown = ({ attendedAt, tasks, assignments, missing }: IncidentView) =>
  ({ attendedAt, tasks, assignments, missing: missing.map(({ id, locatedAt, seenAt, seenWell }) => ({ id, locatedAt, seenAt, seenWell })) });

const sightings = fc.subarray(everybody).map((seenPersonIds) => ({ seenPersonIds, notSeenPersonIds: everybody.filter((one) => !seenPersonIds.includes(one)) }));
const assignmentId = fc.constantFrom(mine, partner, onPhone);
const whatIsSaid = fc.oneof(
  fc.record({ kind: fc.constant('advance' as const), assignmentId: fc.constant(mine), to: fc.constantFrom('accepted', 'going', 'there', 'left'), alsoFor: fc.subarray([partner]) }),
  fc.record({ kind: fc.constant('advance' as const), assignmentId: fc.constant(onPhone), to: fc.constantFrom('accepted', 'going', 'there', 'left'), alsoFor: fc.constant<string[]>([]) }),
  fc.tuple(assignmentId, sightings).map(([id, who]) => ({ kind: 'seen' as const, assignmentId: id, ...who })),
  assignmentId.map((id) => ({ kind: 'noAccess' as const, assignmentId: id, note: null })),
  fc.tuple(fc.constantFrom('visit', 'call'), fc.constantFrom('advice', 'nothing-further'), sightings).map(([taskId, outcome, who]) => ({ kind: 'outcome' as const, taskId, outcome, note: 'words', ...who })),
  fc.constantFrom('missing-jaydon', 'missing-kelly').map((missingId) => ({ kind: 'found' as const, missingId })),
  fc.tuple(fc.constantFrom('missing-jaydon', 'missing-kelly'), fc.boolean()).map(([missingId, well]) => ({ kind: 'seenMissing' as const, missingId, well })),
  fc.constant({ kind: 'note' as const, incidentId: 'incident', body: 'words', internal: false }),
);
const evening = fc.array(whatIsSaid, { maxLength: 14 }).map((said) =>
  said.map((one, place): Report => ({ ...one, commandId: String(place), at: plusMinutes(reportedAt, 10 + place), isSent: false })));

/** A second no-access in the same evening meets the first one's follow-up, which only the server opens: it is pressed once. */
const pressedOnce = (reports: readonly Report[]): Report[] =>
  reports.filter((report, place) => report.kind !== 'noAccess' || reports.findIndex(({ kind }) => kind === 'noAccess') === place);

test('whatever was said without signal is shown as the server’s rules will have it', () =>
  fc.assert(fc.property(evening.map(pressedOnce), (reports) => {
    const server = reports.reduce(afterAnswer, night);
    expect(shown(withUnsent(viewOf(night), reports))).toEqual(shown(viewOf(server)));
  })));

test('wherever the connection broke off, laying all of it over what had arrived gives the same', () =>
  fc.assert(fc.property(evening.map(pressedOnce), fc.nat(14), (reports, taken) => {
    const half = reports.slice(0, taken).reduce(afterAnswer, night);
    const server = reports.slice(taken).reduce(afterAnswer, half);
    expect(shown(withUnsent(viewOf(half), reports.slice(taken)))).toEqual(shown(viewOf(server)));
  })));

test('a step that the live board shows already is not taken twice', () => {
  const going: Report = { kind: 'advance', commandId: 'a', at: plusMinutes(reportedAt, 10), isSent: true, assignmentId: mine, to: 'going', alsoFor: [partner] };
  const answered = viewOf(afterAnswer(night, going));
  expect(withUnsent(answered, [{ ...going, at: plusMinutes(reportedAt, 30) }]).assignments).toEqual(answered.assignments);
});

test('an assignment that was stood down meanwhile stays so', () => {
  const view = viewOf({ ...night, assignments: night.assignments.map((one) => ({ ...one, state: 'stood-down', endedAt: plusMinutes(reportedAt, 8) })) });
  const there: Report = { kind: 'advance', commandId: 'a', at: plusMinutes(reportedAt, 10), isSent: false, assignmentId: mine, to: 'there', alsoFor: [partner] };
  expect(shown(withUnsent(view, [there]))).toEqual(shown(view));
});

test('a report about another incident changes nothing here', () => {
  const elsewhere: Report = { kind: 'advance', commandId: 'a', at: reportedAt, isSent: false, assignmentId: 'somewhere-else', to: 'there', alsoFor: [] };
  expect(isAbout(viewOf(night), elsewhere)).toBe(false);
  expect(withUnsent(viewOf(night), [elsewhere])).toEqual(viewOf(night));
});

test('what the outbox holds is read back; what cannot be read is not shown ahead', () => {
  const kept = { commandId: 'a', path: '/assignments/:assignmentId/advance', at: reportedAt, body: { assignmentId: mine, to: 'going', alsoFor: [] } };
  expect(reportOf(kept, false)).toEqual({ kind: 'advance', commandId: 'a', at: reportedAt, isSent: false, assignmentId: mine, to: 'going', alsoFor: [] });
  expect(reportOf({ ...kept, path: '/missing/:missingId/seen', body: { missingId: 'missing-jaydon', at: null, well: true, note: null } }, false)).toMatchObject({ kind: 'seenMissing', missingId: 'missing-jaydon', well: true });
  expect(reportOf({ ...kept, body: { to: 'flying' } }, false)).toBeNull();
  expect(reportOf({ ...kept, path: '/somewhere' }, false)).toBeNull();
});
