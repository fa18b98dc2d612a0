// Who is told of what, over real sockets of every role at once: after each step of a case exactly these screens heard of it, and no other.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { wallNow } from '../../server/clock/clock.ts';
import { newId } from '../../server/database/transaction.ts';
import { dutyNightOf } from '../../shared/domain/duty-night.ts';
import { ON_CALL_POSTS, type OnCallPost } from '../../shared/domain/on-call.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { nameOnCall } from '../../shared/protocol/alarms.ts';
import * as dispatch from '../../shared/protocol/dispatch.ts';
import * as duties from '../../shared/protocol/duties.ts';
import * as handovers from '../../shared/protocol/handovers.ts';
import * as incidents from '../../shared/protocol/incidents.ts';
import type { Change } from '../../shared/protocol/live.ts';
import { made, startNight, TOLD, type Night, type Sent } from '../support/night.ts';
import { Screen } from '../support/screen.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { waitFor } from '../support/wait-for.ts';

const WHO = ['coordinator', 'supervisor', 'edt', 'constable', 'socialWorker', 'elsewhere', 'northMember', 'southMember', 'administrator', 'auditor', 'analyst'] as const;
type Who = (typeof WHO)[number];
const CONTROL: Who[] = ['coordinator', 'supervisor'];
const DESKS: Who[] = [...CONTROL, 'edt'];
const CREW = ['constable', 'socialWorker'] satisfies Who[];

let server: TestServer;
let night: Night;
let screens: Map<Who, Screen>;
beforeAll(async () => {
  server = await startTestServer();
  night = await startNight(server);
  // Everybody on call is named: a gap told at 16:00 by the wall's clock would be news of its own.
  for (const post of ON_CALL_POSTS) await nameFor(post);
  screens = new Map();
  for (const who of WHO) screens.set(who, await Screen.open(night[who]));
});
afterAll(() => server.stop());
afterEach(() => {
  const faults = [...screens].flatMap(([who, screen]) => screen.faults.map((fault) => `${who}: ${fault}`));
  if (faults.length > 0) throw new Error(`Messages that the protocol does not know:\n${faults.join('\n')}`);
});

const nameFor = (post: OnCallPost) => night.coordinator.call(nameOnCall, { night: dutyNightOf(wallNow()), post, name: 'Hazel Wren', phone: '01632 960 556' });

const screenOf = (who: Who): Screen => {
  const screen = screens.get(who);
  if (screen === undefined) throw new Error(`${who} has no screen`);
  return screen;
};

/** Does it, then a marker behind which nothing more of it can come; answers which screens heard of what meanwhile. */
async function heard(step: () => Promise<unknown>): Promise<Record<string, Who[]>> {
  await step();
  const marker = made(await night.coordinator.call(duties.formTeam, { callSign: `Marker ${newId()}`, vehicle: null, districtCodes: [] }), 'teamId');
  await waitFor('the marker on the coordinator’s screen', () => screenOf('coordinator').view(marker) !== undefined);
  const told: Record<string, Who[]> = {};
  for (const who of WHO) {
    await screenOf(who).flushed();
    for (const thing of new Set(screenOf(who).news().filter(({ id }) => id !== marker).map(named))) told[thing] = [...told[thing] ?? [], who];
  }
  return told;
}

/** What went before is told, and no news any more. */
const settled = (): Promise<unknown> => heard(() => Promise.resolve());

/** "incident", "duty of constable", "handover, gone". */
function named(change: Change): string {
  const owner = WHO.find((who) => Reflect.get(night[who], 'dutyId') === change.id);
  return `${change.entity}${owner === undefined ? '' : ` of ${owner}`}${'gone' in change ? ', gone' : ''}`;
}

const bothDuties = { 'duty of constable': [...CONTROL, ...CREW], 'duty of socialWorker': [...CONTROL, ...CREW] };
const advance = (assignmentId: string, to: 'accepted' | 'going' | 'there' | 'left') => ({ assignmentId, to, alsoFor: [] });

test('who is on call, and their numbers: control, and nobody else', async () => {
  expect(await heard(() => nameFor('amhp'))).toEqual({ night: CONTROL });
});

describe('one case, from the call to the morning', () => {
  let incidentId: string;
  let crew: Sent;
  const onlyTheIncident = { incident: [...DESKS, ...CREW] };

  test('raised: control; graded: the EDT desk too; a task: the same three', async () => {
    expect(await heard(async () => { incidentId = await night.raised(); })).toEqual({ incident: CONTROL });
    expect(await heard(() => night.graded(incidentId))).toEqual({ incident: DESKS });
    expect(await heard(async () => { crew = { ...await night.tasked(incidentId), constable: '', socialWorker: '' }; })).toEqual({ incident: DESKS });
  });

  test('sent: the crew has it on both tablets within a second of the answer', async () => {
    const tablets = CREW.map((who) => new Promise<number>((arrived) => { screenOf(who).socket.once('live', () => arrived(performance.now())); }));
    const sent = { at: 0 };
    const told = await heard(async () => {
      const expectedVersion = (await night.record(incidentId)).version;
      await night.coordinator.call(dispatch.dispatchCrew, { taskId: crew.taskId, expectedVersion, dutyIds: CREW.map((who) => night[who].dutyId), insteadOf: [], reason: null });
      sent.at = performance.now();
    });
    expect(told).toEqual({ ...onlyTheIncident, ...bothDuties });
    for (const arrivedAt of await Promise.all(tablets)) expect(arrivedAt - sent.at).toBeLessThan(1_000);
    for (const who of CREW) expect(screenOf(who).view(incidentId)).toMatchObject({ id: incidentId, summary: TOLD.summary });
    const { assignments } = await night.record(incidentId);
    const of = (who: Who) => assignments.find(({ staffId }) => staffId === night[who].staffId)?.id ?? '';
    crew = { ...crew, constable: of('constable'), socialWorker: of('socialWorker') };
  });

  test('accepted, going, there, left: those who see the incident, and of the duty those who see it', async () => {
    for (const to of ['accepted', 'going', 'there'] as const) {
      expect(await heard(() => night.constable.call(dispatch.advanceAssignment, advance(crew.constable, to)))).toEqual({ ...onlyTheIncident, 'duty of constable': [...CONTROL, ...CREW] });
      expect(await heard(() => night.socialWorker.call(dispatch.advanceAssignment, advance(crew.socialWorker, to)))).toEqual({ ...onlyTheIncident, 'duty of socialWorker': [...CONTROL, ...CREW] });
    }
    const seen = { seenPersonIds: (await night.record(incidentId)).people.map(({ personId }) => personId), notSeenPersonIds: [] };
    expect(await heard(() => night.socialWorker.call(dispatch.recordSeen, { assignmentId: crew.socialWorker, ...seen }))).toEqual({ ...onlyTheIncident, 'duty of socialWorker': [...CONTROL, ...CREW] });
    expect(await heard(() => night.socialWorker.call(dispatch.recordOutcome, { taskId: crew.taskId, outcome: 'advice', note: 'Advice given', ...seen }))).toEqual(onlyTheIncident);
    expect(await heard(() => night.constable.call(dispatch.advanceAssignment, { ...advance(crew.constable, 'left'), alsoFor: [crew.socialWorker] }))).toEqual({ ...onlyTheIncident, ...bothDuties });
  });

  test('an internal note: that something was noted is told, what it says to nobody', async () => {
    expect(await heard(() => night.socialWorker.call(incidents.addNote, { incidentId, body: TOLD.note, internal: true }))).toEqual(onlyTheIncident);
    for (const who of WHO) expect(JSON.stringify(screenOf(who).received)).not.toContain(TOLD.note);
  });

  test('handed over: its receiving team from now on, and never the other; taken over: the same', async () => {
    let handoverId = '';
    const told = { ...onlyTheIncident, handover: [...DESKS, 'northMember'] };
    expect(await heard(async () => { ({ handoverId } = await night.handedOver(night.north, incidentId)); })).toEqual(told);
    expect(await heard(() => night.northMember.call(handovers.takeOverHandover, { handoverId }))).toEqual(told);
    expect(screenOf('constable').view(incidentId)).toMatchObject({ state: 'closed', ending: 'taken-over' });
  });
});

describe('what else happens in a night', () => {
  test('what a responder raises: control, and themselves', async () => {
    expect(await heard(() => night.raised(night.elsewhere))).toEqual({ incident: [...CONTROL, 'elsewhere'] });
  });

  test('declined and stood down: the crew goes on seeing it', async () => {
    const crew = await night.sent();
    await settled();
    const told = { incident: [...DESKS, ...CREW] };
    expect(await heard(() => night.constable.call(dispatch.declineAssignment, { assignmentId: crew.constable, reason: 'unsafe', note: null }))).toEqual({ ...told, 'duty of constable': [...CONTROL, ...CREW] });
    expect(await heard(() => night.coordinator.call(dispatch.standDown, { incidentId: crew.incidentId, assignmentIds: [crew.socialWorker], reason: 'Not needed' }))).toEqual({ ...told, 'duty of socialWorker': [...CONTROL, ...CREW] });
  });

  test('rejected to the right team: both teams of their own, and neither of the other’s', async () => {
    const { handoverId, incidentId } = await night.handedOver(night.north);
    await settled();
    expect(await heard(() => night.northMember.call(handovers.rejectHandover, { handoverId, reason: 'Lives in the south', rightTeamId: night.south }))).toEqual({ incident: DESKS, handover: [...DESKS, 'northMember', 'southMember'] });
    expect(screenOf('southMember').view(handoverId)).toBeUndefined();
    expect(await heard(() => night.coordinator.call(incidents.gradeIncident, { incidentId, expectedVersion: 4, to: 2, rationale: 'Worse than it was' }))).toEqual({ incident: DESKS, handover: [...DESKS, 'northMember', 'southMember'] });
  });

  test('held ungraded at the EDT desk and taken over by a team: gone from the desk with the holding, the handover stays', async () => {
    const incidentId = await night.raised();
    await night.supervisor.call(incidents.ownIncident, { incidentId, ownerId: night.edt.staffId });
    const { handoverId } = await night.handedOver(night.south, incidentId);
    await settled();
    expect(screenOf('edt').view(incidentId)).toBeDefined();
    expect(await heard(() => night.southMember.call(handovers.takeOverHandover, { handoverId }))).toEqual({ incident: CONTROL, 'incident, gone': ['edt'], handover: [...DESKS, 'southMember'] });
    expect(screenOf('edt').view(incidentId)).toBeNull();
  });

  test('restricted: gone for those alone who saw it, with its handover; nobody else learns that it was', async () => {
    const incidentId = await night.raised(night.edt);
    await night.graded(incidentId, 3, night.edt);
    await night.handedOver(night.south, incidentId);
    await settled();

    expect(await heard(() => night.restricted(incidentId))).toEqual({
      incident: ['supervisor', 'edt'], 'incident, gone': ['coordinator'], handover: ['supervisor', 'edt', 'southMember'], 'handover, gone': ['coordinator'],
    });
    expect(await heard(() => night.edt.call(incidents.addNote, { incidentId, body: 'Kept quiet', internal: false }))).toEqual({ incident: ['supervisor', 'edt'] });
    expect(await heard(() => night.supervisor.call(incidents.restrictIncident, { incidentId, staffIds: [], reason: 'No longer needed' }))).toEqual({ incident: DESKS, handover: [...DESKS, 'southMember'] });
  });

  test('restricted before the EDT desk could see it: the desk never hears of it', async () => {
    const incidentId = await night.raised();
    await settled();
    expect(await heard(() => night.restricted(incidentId))).toEqual({ incident: CONTROL });
    expect(await heard(() => night.graded(incidentId))).toEqual({ incident: CONTROL });
  });

  test('named while it was restricted: with the restriction goes what one saw by it alone', async () => {
    const incidentId = await night.raised();
    await settled();
    expect(await heard(() => night.restricted(incidentId, night.edt))).toEqual({ incident: DESKS });
    expect(await heard(() => night.supervisor.call(incidents.restrictIncident, { incidentId, staffIds: [], reason: 'No longer needed' }))).toEqual({ incident: CONTROL, 'incident, gone': ['edt'] });
  });

  test('restricted with its crew out: the crew keeps it, and no other screen’s duty points to it any more', async () => {
    const { incidentId, ...crew } = await night.sent(await night.tasked(await night.graded(await night.raised(night.edt))));
    await settled();
    const told = { incident: ['supervisor', 'edt', ...CREW], ...bothDuties };
    expect(screenOf('coordinator').view(night.constable.dutyId)).toMatchObject({ incidentId });

    expect(await heard(() => night.restricted(incidentId))).toEqual({ ...told, 'incident, gone': ['coordinator'] });
    expect(screenOf('coordinator').view(night.constable.dutyId)).toMatchObject({ availability: 'sent', incidentId: null });
    expect(screenOf('supervisor').view(night.constable.dutyId)).toMatchObject({ availability: 'sent', incidentId });
    expect(await heard(() => night.supervisor.call(dispatch.standDown, { incidentId, assignmentIds: [crew.constable, crew.socialWorker], reason: 'Not needed' }))).toEqual(told);
  });

  test('an overnight note: the EDT desk and the team that lodged it, and that it ended', async () => {
    const note = { receivingTeamId: night.north, about: TOLD.child, place: null, phone: TOLD.phone, body: 'May run again', plan: 'Ring her aunt first', expiresAt: plusMinutes(wallNow(), 600) };
    let noteId = '';
    expect(await heard(async () => { noteId = made(await night.northMember.call(handovers.lodgeOvernightNote, note), 'noteId'); })).toEqual({ overnightNote: ['edt', 'northMember'] });
    expect(await heard(() => night.edt.call(handovers.endOvernightNote, { noteId }))).toEqual({ 'overnightNote, gone': ['edt', 'northMember'] });
  });

  test('a position: control and the crew; when sharing stops it is nobody’s', async () => {
    const has = (who: Who): boolean => JSON.stringify(screenOf(who).received).includes('53.7611');
    await night.constable.call(duties.reportPositions, { fixes: [{ at: wallNow(), offsetMs: 0, lat: 53.7611, lon: -2.701, accuracyM: 6 }] });
    await waitFor('the position on the coordinator’s map', () => has('coordinator'));
    for (const who of WHO) await screenOf(who).flushed();
    expect(WHO.filter(has)).toEqual([...CONTROL, ...CREW]);
    for (const who of WHO) expect({ who, differences: await screenOf(who).differences() }).toEqual({ who, differences: [] });

    expect(await heard(() => night.constable.call(duties.setSharing, { dutyId: night.constable.dutyId, sharing: false }))).toEqual({ 'duty of constable': [...CONTROL, ...CREW] });
    expect((await night.coordinator.call(duties.readLive, {})).positions).toEqual([]);
  });
});

describe('at the end of the night', () => {
  test('no screen was told anything with a gap, and each holds what a snapshot shows it', async () => {
    for (const who of WHO) {
      expect({ who, holes: screenOf(who).holes }).toEqual({ who, holes: 0 });
      expect({ who, differences: await screenOf(who).differences() }).toEqual({ who, differences: [] });
    }
  });

  test('whoever sees no cases has heard nothing but the heartbeat', () => {
    for (const who of ['administrator', 'auditor', 'analyst'] as const) {
      expect(screenOf(who).received.length).toBeGreaterThan(0);
      for (const message of screenOf(who).received) expect(Object.keys(Object(message)).toSorted()).toEqual(['n', 'seq', 'serverNow', 'speed']);
    }
  });

  test('changing crew: the new crew is told, the old one that they are gone, and their own screen starts afresh', async () => {
    const join = (teamId: string | null) => () => night.elsewhere.call(duties.joinTeam, { dutyId: night.elsewhere.dutyId, teamId });
    expect(await heard(join(night.kestrel))).toEqual({ 'duty of elsewhere': [...CONTROL, ...CREW, 'elsewhere'] });
    const crew = await night.attended(await night.sent());
    await settled();
    expect(JSON.stringify(screenOf('elsewhere').received)).toContain(night.constable.dutyId);
    expect(JSON.stringify(screenOf('elsewhere').received)).not.toContain(crew.incidentId);
    expect(await heard(join(night.merlin))).toEqual({ 'duty of elsewhere': [...CONTROL, 'elsewhere'], 'duty of elsewhere, gone': CREW });
    expect(screenOf('elsewhere').holes).toBe(2);
    for (const who of WHO) expect({ who, differences: await screenOf(who).differences() }).toEqual({ who, differences: [] });
  });

  test('book-off ends a responder’s sight at once: of what follows they hear nothing', async () => {
    const crew = await night.sent();
    await night.attended(crew);
    await night.constable.call(duties.bookOff, { dutyId: night.constable.dutyId });
    await settled();
    expect(await heard(() => night.coordinator.call(incidents.addNote, { incidentId: crew.incidentId, body: 'Later on', internal: false }))).toEqual({ incident: [...DESKS, 'socialWorker'] });
    expect(await screenOf('constable').differences()).toEqual([]);
  });
});
