// Who may do and see what: the table of docs/practice.md, restated here and held against every route, every role and every record.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../server/database/transaction.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { ROLES, type Role } from '../../shared/domain/visibility.ts';
import * as admin from '../../shared/protocol/admin.ts';
import * as dispatch from '../../shared/protocol/dispatch.ts';
import * as duties from '../../shared/protocol/duties.ts';
import * as handovers from '../../shared/protocol/handovers.ts';
import * as incidents from '../../shared/protocol/incidents.ts';
import { Snapshot } from '../../shared/protocol/live.ts';
import { ROUTES } from '../../shared/protocol/routes.ts';
import { wallNow } from '../../server/clock/clock.ts';
import { known, made, onDuty, startNight, TOLD, type Night, type OnDuty } from '../support/night.ts';
import { addressOf } from '../support/address.ts';
import { startTestServer, type Answer, type Person, type TestServer } from '../support/server.ts';
import { waitFor } from '../support/wait-for.ts';

let server: TestServer;
let night: Night;
beforeAll(async () => {
  server = await startTestServer();
  night = await startNight(server);
});
afterAll(() => server.stop());

const LETTER: Record<Role, string> = { coordinator: 'C', supervisor: 'S', responder: 'R', edt: 'E', 'receiving-team': 'T', administrator: 'A', auditor: 'U', analyst: 'N' };

/** The letters of the roles that may; `*` is anybody signed in, `-` needs no session, `k` is another system’s key: to a session it is shut. */
const MAY: Record<string, string> = {
  signIn: '-', readLink: '-', useLink: '-', signOut: '*', signOutEverywhere: '*', readMe: '*', changePassword: '*', readLive: 'CSRETAUN', listAreas: '*',
  // Everybody at work raises, reads and adds; anyone may upgrade.
  proposeGradeRoute: 'CSRE', raiseIncident: 'CSRE', assessIncident: 'CSRE', gradeIncident: 'CSRE', addNote: 'CSRE', linkPerson: 'CSRE', findPlaces: 'CSRE', bookOn: 'CSRE', bookOff: 'CSRE', readHolding: 'CSRE', listOnDuty: 'CSRE',
  readIncident: 'CSREU', askChecks: 'CSE', typeCheckAnswer: 'CSE', strikeOutCheck: 'CSE', notTakeIncident: 'CSE',
  // Who takes calls: control and the EDT desk. A tablet keeps its own.
  listCallDrafts: 'CSE', readCallDraft: 'CSE', beginCallDraft: 'CSE', keepCallDraft: 'CSE', takeOverCallDraft: 'CSE', throwAwayCallDraft: 'CSE', bringBackCallDraft: 'CSE',
  findAlike: 'CSRE', readPersonHistory: 'CSRE', describePerson: 'CSRE', relatePeople: 'CSRE', unrelatePeople: 'CSRE', matchPerson: 'CSE', unmatchPerson: 'CSE',
  reportMissing: 'CSRE', addRiskFact: 'CSRE', assessMissing: 'CSE', recordLocated: 'CSRE', recordSeenMissing: 'CSRE', takeBackFound: 'CSE', recordInterview: 'CSRE', recordPrevention: 'CSRE', endMissing: 'CSE',
  // Control and the EDT desk work incidents; a second person and a restriction are a supervisor's.
  listClosed: 'CSE', lookUpCall: 'CSE', addCall: 'CSE', askSecond: 'CSE', refuseSecond: 'CSE', endIncident: 'CSE', reopenIncident: 'CSE', correctIncident: 'CSE', ownIncident: 'CSE', passToPolice: 'CSE', handOn: 'CSE',
  tellCaller: 'CSE', keepPromise: 'CSE', giveAdvice: 'CSE', nameLead: 'CSE', takeLead: 'CSE', disputeLead: 'CSE', answerDispute: 'CSE', instructCrew: 'CSE', decideNews: 'CSE',
  reviewClosed: 'S', drawSample: 'S', readInstruction: 'R',
  agreeSecond: 'S', restrictIncident: 'S', recordWarning: 'S', reviewWarning: 'S',
  // Alarms, and whom to ring about them, are control’s.
  checkIn: 'CSRE', sayLeaving: 'CSRE', readWarnings: 'R', sendSos: 'R', haveSos: 'CSE', endSos: 'CSE',
  acknowledgeAlarm: 'CS', putOffAlarm: 'CS', recordSpoken: 'CS', nameOnCall: 'CS',
  addTask: 'CSE', cancelTask: 'CSE', setLegSkills: 'CSE', agreeMeeting: 'CSE', dispatchCrew: 'CSE', decideFollowUp: 'CSE', standDown: 'CS', holdCrew: 'CS', releaseHeld: 'CS', formTeam: 'CS', changeTeam: 'CS', disbandTeam: 'CS', endForgotten: 'CS', joinTeam: 'CSR',
  // Visits are booked by control; when it suits a family, whoever speaks to them writes down.
  bookVisit: 'CS', moveVisit: 'CS', cancelVisit: 'CS', listBookable: 'CS', sayWindow: 'CSE', readPlanning: 'CS', proposePlan: 'CS', agreePlan: 'CS',
  // From the scene: the responder, or control and the desk for a voice on the radio.
  advanceAssignment: 'CSRE', recordSeen: 'CSRE', recordNoAccess: 'CSRE', recordOutcome: 'CSRE', stepBack: 'CSRE', declineAssignment: 'RE',
  // What somebody may do, and until when: an administrator's to enter, control's to see.
  // The roster is control’s to see, a supervisor’s to make; everybody sees their own shifts.
  readRoster: 'CS', listRosterStaff: 'CS', addShifts: 'S', reportSick: 'CS', takeBackSick: 'CS', giveShift: 'S', removeShift: 'S', judgeRosterFile: 'S', importRoster: 'S', listOwnShifts: 'CSRE', readCalendarLink: 'CSRE', makeCalendarLink: 'CSRE', revokeCalendarLink: 'CSRE',
  listCertificates: 'CSA', addCertificate: 'A', endCertificate: 'A',
  beginBreak: 'CSRE', endBreak: 'CSRE', allowWork: 'S',
  setSharing: 'R', reportPositions: 'R', positionLookups: 'R',
  // A handover is read by those who send and those who take; taken over by those it may be sent to.
  listReceivingTeams: 'CSETA', readHandover: 'CSET', sendHandover: 'CSE', withdrawHandover: 'CSE', takeOverByPhone: 'CSE', takeOverHandover: 'ET', rejectHandover: 'ET', lodgeOvernightNote: 'ET', endOvernightNote: 'ET',
  // Whom to send is control's: it sees everybody at work.
  suggestForTask: 'CS', divertCrew: 'CS',
  // Everybody who grades proposes by the policy in force.
  readPolicyNow: 'CSRE',
  // Those in control and at the desk read every policy; a supervisor writes, tries and publishes one.
  listPolicies: 'CSE', readPolicy: 'CSE', tryPolicy: 'S', listPolicyDrafts: 'S', readPolicyDraft: 'S', startPolicyDraft: 'S', savePolicyDraft: 'S', discardPolicyDraft: 'S', publishPolicy: 'S',
  sendCall: 'k', readCallState: 'k',
  // A rehearsal: its clock is control’s; whose seats are taken, everybody’s.
  setSpeed: 'CS', readRehearsal: '*', markSimulated: '*', readSeats: '*',
  // Accounts and settings; both logs; aggregates.
  listAccounts: 'A', listOrganisations: 'A', addOrganisation: 'A', addReceivingTeam: 'A', addAccount: 'A', resetPassword: 'A', disableAccount: 'A', listSystems: 'A', addSystem: 'A', makeSystemKey: 'A', revokeSystemKey: 'A', enableAccount: 'A', recordGender: 'A', grantRole: 'A', endGrant: 'A',
  readLog: 'U', readAccessLog: 'U', readFigures: 'SN', readDebrief: 'CSN', exportDebrief: 'CS',
};

describe('every route and every role', () => {
  test('the table names every route there is, and no other', () => {
    expect(Object.keys(MAY).toSorted()).toEqual([...ROUTES.keys()].toSorted());
  });

  test.each(Object.entries(MAY))('%s: %s', async (name, letters) => {
    const route = known(ROUTES.get(name));
    // Ids of nothing and an empty body: who may not is refused before anybody looks at what was sent.
    const [path, body] = addressOf(route, Object.fromEntries(Object.keys(route.params.shape).map((key) => [key, newId()])));
    const empty = body === undefined ? undefined : {};

    const nobody = await fetch(`${server.url}${path}`, { method: route.method, ...(empty === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: '{}' }) });
    const toNobody: Answer = { status: nobody.status, body: await nobody.json() };
    if (letters === '-') expect(toNobody.status).not.toBe(401);
    else expect(toNobody).toMatchObject({ status: 401, body: { code: letters === 'k' ? 'wrong-key' : 'not-signed-in' } });

    for (const role of [...ROLES, null]) {
      const person = await server.person(role ?? [], role === 'receiving-team' ? { receivingTeamId: night.north } : {});
      const answer = await person.raw(route.method, path, empty);
      if (letters === 'k') expect({ role, ...answer }).toMatchObject({ role, status: 401, body: { code: 'wrong-key' } });
      else if (letters === '-' || letters === '*' || (role !== null && letters.includes(LETTER[role]))) {
        expect({ role, ...answer }).not.toMatchObject({ status: 401 });
        expect({ role, ...answer }).not.toMatchObject({ body: { code: 'not-your-role' } });
      } else expect({ role, ...answer }).toMatchObject({ role, status: 403, body: { code: 'not-your-role' } });
    }
  });
});

/** Whether an incident is on somebody's board, and what its record answers them. */
async function shown(person: Person, incidentId: string): Promise<{ board: boolean; record: number }> {
  const live = Snapshot.parse(await person.call(duties.readLive, {}));
  return { board: live.incident.some(({ id }) => id === incidentId), record: (await person.raw('GET', `/api/incidents/${incidentId}`)).status };
}
const SEEN = { board: true, record: 200 };
const UNSEEN = { board: false, record: 404 };
const NOT_THEIRS = { board: false, record: 403 };

describe('which incidents', () => {
  test('control sees an incident from its first moment, the EDT desk once it is graded, and nobody else by role', async () => {
    const incidentId = await night.raised();
    for (const person of [night.coordinator, night.supervisor]) expect(await shown(person, incidentId)).toEqual(SEEN);
    expect(await shown(night.edt, incidentId)).toEqual(UNSEEN);

    await night.graded(incidentId);

    expect(await shown(night.edt, incidentId)).toEqual(SEEN);
    for (const person of [night.constable, night.socialWorker, night.elsewhere]) expect(await shown(person, incidentId)).toEqual(UNSEEN);
    for (const person of [night.northMember, night.administrator, night.analyst]) expect(await shown(person, incidentId)).toEqual(NOT_THEIRS);
  });

  test('the EDT desk sees what it raised itself, before anybody graded it', async () => {
    expect(await shown(night.edt, await night.raised(night.edt))).toEqual(SEEN);
  });

  test('a responder: not before being sent, while it lasts, after it in the same duty, and no more after book-off', async () => {
    const [pcso, youthWorker] = [await crewOfOne('pcso'), await crewOfOne('youth-worker')];
    const task = await night.tasked();
    expect(await shown(pcso, task.incidentId)).toEqual(UNSEEN);

    await night.coordinator.call(dispatch.dispatchCrew, { taskId: task.taskId, expectedVersion: (await night.record(task.incidentId)).version, dutyIds: [pcso.dutyId], insteadOf: [], soloBecause: 'Near', reason: null });
    expect(await shown(pcso, task.incidentId)).toEqual(SEEN);
    expect(await shown(youthWorker, task.incidentId)).toEqual(UNSEEN);

    const assignmentId = known((await night.record(task.incidentId)).assignments[0]).id;
    await pcso.call(dispatch.declineAssignment, { assignmentId, reason: 'too-far', note: null });
    expect(await shown(pcso, task.incidentId)).toEqual(SEEN);

    await pcso.call(duties.bookOff, { dutyId: pcso.dutyId });
    expect(await shown(pcso, task.incidentId)).toEqual(UNSEEN);

    await onDuty(pcso, 'responder');
    expect(await shown(pcso, task.incidentId)).toEqual(UNSEEN);
  });

  test('a responder sees what they raised themselves until book-off', async () => {
    const pcso = await crewOfOne('pcso');
    const incidentId = await night.raised(pcso);
    expect(await shown(pcso, incidentId)).toEqual(SEEN);

    await pcso.call(duties.bookOff, { dutyId: pcso.dutyId });
    expect(await shown(pcso, incidentId)).toEqual(UNSEEN);
  });

  test('the closed ones of a night: those that one could see open', async () => {
    const incidentId = await night.raised();
    await night.coordinator.call(incidents.endIncident, { incidentId, expectedVersion: 1, ending: 'settled', reason: 'Home and well', callerTold: null, duplicateOfId: null });
    const listed = async (person: Person) => (await person.call(incidents.listClosed, { night: (await night.record(incidentId)).night })).some(({ id }) => id === incidentId);

    expect(await listed(night.coordinator)).toBe(true);
    expect(await listed(night.edt)).toBe(false);
  });

  test('an internal note is read in the organisation that wrote it, and nowhere else', async () => {
    const crew = await night.sent();
    const { incidentId } = crew;
    await night.socialWorker.call(incidents.addNote, { incidentId, body: TOLD.note, internal: true });
    const read = async (person: Person) => JSON.stringify((await person.call(incidents.readIncident, { incidentId })).timeline).includes(TOLD.note);

    expect(await read(night.coordinator)).toBe(true);
    expect(await read(night.constable)).toBe(false);
    await night.attended(crew);
  });
});

describe('people at work', () => {
  test('control sees every duty, team and position; a crew its own; the desk its own seat; the others nothing', async () => {
    const fix = { at: wallNow(), offsetMs: 0, lat: 53.76, lon: -2.7, accuracyM: 8 };
    for (const person of [night.constable, night.elsewhere]) await person.call(duties.reportPositions, { fixes: [fix] });
    await waitFor('both positions on the board', async () => (await night.coordinator.call(duties.readLive, {})).positions.length >= 2);
    const crew = [night.constable.dutyId, night.socialWorker.dutyId];

    const seen = async (person: Person) => {
      const live = Snapshot.parse(await person.call(duties.readLive, {}));
      return { duties: live.duty.map(({ id }) => id), teams: live.team.length > 0, positions: live.positions.map(({ dutyId }) => dutyId) };
    };
    for (const person of [night.coordinator, night.supervisor]) {
      const { duties: all, teams, positions } = await seen(person);
      expect(all).toEqual(expect.arrayContaining([...crew, night.elsewhere.dutyId, night.edt.dutyId, night.coordinator.dutyId]));
      expect(positions).toEqual(expect.arrayContaining([night.constable.dutyId, night.elsewhere.dutyId]));
      expect(teams).toBe(true);
    }
    expect(await seen(night.socialWorker)).toEqual({ duties: crew, teams: true, positions: [night.constable.dutyId] });
    expect(await seen(night.elsewhere)).toEqual({ duties: [night.elsewhere.dutyId], teams: true, positions: [night.elsewhere.dutyId] });
    expect(await seen(night.edt)).toEqual({ duties: [night.edt.dutyId], teams: false, positions: [] });
    for (const person of [night.northMember, night.administrator, night.auditor, night.analyst]) expect(await seen(person)).toEqual({ duties: [], teams: false, positions: [] });
  });

  test('somebody else’s duty is no more there for a responder than one that never was', async () => {
    const to = (dutyId: string) => night.elsewhere.raw('POST', `/api/duties/${dutyId}/team`, { commandId: newId(), teamId: null });
    expect(await to(night.constable.dutyId)).toEqual(await to(newId()));
  });

  test('the EDT desk sends nobody but itself, and stands nobody down', async () => {
    const crew = await night.sent();
    const done = await night.edt.call(dispatch.addTask, { incidentId: crew.incidentId, activity: 'bridging', kind: 'phone', legs: ['social-work'], detail: null, dueFrom: null, dueAt: null });
    const asked = async (dutyId: string, insteadOf: string[]) => ({ taskId: made(done, 'taskId'), expectedVersion: (await night.record(crew.incidentId)).version, dutyIds: [dutyId], insteadOf, reason: 'Busy' });

    expect(await night.edt.refused(dispatch.dispatchCrew, await asked(night.socialWorker.dutyId, []))).toBe('not-your-role');
    expect(await night.edt.refused(dispatch.dispatchCrew, await asked(night.edt.dutyId, [crew.constable]))).toBe('not-your-role');
    await night.edt.call(dispatch.dispatchCrew, await asked(night.edt.dutyId, []));
    await night.attended(crew);
  });
});

describe('handovers and overnight notes', () => {
  test('a receiving team sees what was sent to it, from when it was sent; the other team never; control and the desk always', async () => {
    const incidentId = await night.graded();
    expect((await night.northMember.call(duties.readLive, {})).handover).toEqual([]);
    const { handoverId } = await night.handedOver(night.north, incidentId);

    const read = async (person: Person) => ({
      listed: (await person.call(duties.readLive, {})).handover.some(({ id }) => id === handoverId), pack: (await person.raw('GET', `/api/handovers/${handoverId}`)).status,
    });
    for (const person of [night.northMember, night.coordinator, night.supervisor, night.edt]) expect(await read(person)).toEqual({ listed: true, pack: 200 });
    expect(await read(night.southMember)).toEqual({ listed: false, pack: 404 });
    for (const person of [night.constable, night.administrator, night.auditor, night.analyst]) expect(await read(person)).toEqual({ listed: false, pack: 403 });
    expect(await shown(night.northMember, incidentId)).toEqual(NOT_THEIRS);
    expect(await night.southMember.raw('POST', `/api/handovers/${handoverId}/take-over`, { commandId: newId() })).toEqual(await night.southMember.raw('POST', `/api/handovers/${newId()}/take-over`, { commandId: newId() }));
  });

  test('the pack holds no internal note, and its history nothing but the handover’s own lines', async () => {
    const incidentId = await night.graded();
    await night.coordinator.call(incidents.addNote, { incidentId, body: TOLD.note, internal: true });
    const { handoverId } = await night.handedOver(night.north, incidentId);

    const { pack, history } = await night.northMember.call(handovers.readHandover, { handoverId });
    expect(JSON.stringify(pack)).not.toContain(TOLD.note);
    expect(history.map(({ name }) => name)).toEqual(['handover.sent']);
  });

  test('an overnight note is its team’s and the desk’s; to another team it is not there', async () => {
    const note = { about: TOLD.child, place: null, phone: TOLD.phone, body: 'May run again', plan: 'Ring her aunt first', expiresAt: plusMinutes(wallNow(), 600) };
    const noteId = made(await night.northMember.call(handovers.lodgeOvernightNote, { receivingTeamId: night.north, ...note }), 'noteId');
    const holds = async (person: Person) => (await person.call(duties.readLive, {})).overnightNote.some(({ id }) => id === noteId);

    for (const person of [night.northMember, night.edt]) expect(await holds(person)).toBe(true);
    for (const person of [night.southMember, night.coordinator, night.supervisor, night.constable, night.administrator, night.auditor, night.analyst]) expect(await holds(person)).toBe(false);
    const end = (id: string) => night.southMember.raw('POST', `/api/overnight-notes/${id}/end`, { commandId: newId() });
    expect(await end(noteId)).toEqual(await end(newId()));
    expect(await night.southMember.refused(handovers.lodgeOvernightNote, { receivingTeamId: night.north, ...note })).toBe('not-your-team');
  });
});

describe('those who see no cases', () => {
  test('administrator, auditor and analyst have an empty board on a busy night', async () => {
    await night.handedOver();
    for (const person of [night.administrator, night.auditor, night.analyst]) {
      const { incident, duty, team, handover, overnightNote, night: nights, sos, positions } = Snapshot.parse(await person.call(duties.readLive, {}));
      expect([...incident, ...duty, ...team, ...handover, ...overnightNote, ...nights, ...sos, ...positions]).toEqual([]);
    }
  });

  test('an auditor reads a record against a stated reason, which is logged, and none without', async () => {
    const incidentId = await night.graded();
    const purpose = `Complaint ${newId()}`;
    expect(await night.auditor.refused(incidents.readIncident, { incidentId })).toBe('rationale-needed');
    expect(await accesses(purpose)).toEqual([]);

    expect((await night.auditor.call(incidents.readIncident, { incidentId, purpose })).incident.summary).toBe(TOLD.summary);
    expect(await accesses(purpose)).toMatchObject([{ by: night.auditor.name, action: 'read', entity: 'incident', entityId: incidentId, purpose }]);
  });

  test('neither log holds a word of what was said', async () => {
    await night.handedOver();
    const read = JSON.stringify([await night.auditor.call(admin.readLog, {}), await night.auditor.call(admin.readAccessLog, {})]);
    for (const said of Object.values(TOLD)) expect(read).not.toContain(said);
  });
});

const accesses = async (purpose: string) => (await night.auditor.call(admin.readAccessLog, {})).filter((access) => access.purpose === purpose);

async function crewOfOne(profession: 'pcso' | 'youth-worker'): Promise<OnDuty> {
  return onDuty(await server.person('responder', { profession }), 'responder');
}
