// A believable small night on a test server: eleven people at their work, and the verbs of that work, all through the API.
import type { Profession } from '../../shared/domain/activity.ts';
import type { Grade } from '../../shared/domain/grade.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { NO_ANSWERS } from '../../shared/domain/policy.ts';
import { addTask, advanceAssignment, dispatchCrew, recordOutcome, recordSeen } from '../../shared/protocol/dispatch.ts';
import { bookOn, formTeam } from '../../shared/protocol/duties.ts';
import { sendHandover } from '../../shared/protocol/handovers.ts';
import { gradeIncident, raiseIncident, readIncident, restrictIncident } from '../../shared/protocol/incidents.ts';
import type { CallOf } from '../../shared/protocol/route.ts';
import type { IncidentView } from '../../shared/protocol/views.ts';
import { wallNow } from '../../server/clock/clock.ts';
import type { Person, TestServer } from './server.ts';

export type OnDuty = Person & { dutyId: string };
export type RaiseInput = Omit<CallOf<typeof raiseIncident>, 'commandId'>;
export interface Tasked { incidentId: string; taskId: string }
export interface Sent extends Tasked { constable: string; socialWorker: string }
export interface HandedOver { incidentId: string; handoverId: string }

/** What a careless screen or log would give away: no other text of the night contains these. */
export const TOLD = {
  summary: 'Quillfeather child asleep in a parked van outside the Wharfside depot', child: 'Juniper Quillfeather', mother: 'Rowan Quillfeather', phone: '01632 960 417', caller: 'Desk officer Ambrose',
  place: 'Wharfside depot, gate three', note: 'Mother asked us to ring before nine', risk: 'Child seen and warm; nobody home until morning',
} as const;

/** A child of nine and her mother, vulnerable, Grade 3 by the policy, reported two minutes ago to the police's desk. */
export const aCall = (change: Partial<RaiseInput> = {}): RaiseInput => ({
  door: 'cmu', reportedAt: plusMinutes(wallNow(), -2), summary: TOLD.summary, location: { label: TOLD.place, lat: 53.759, lon: -2.699, secret: false },
  people: [
    { name: TOLD.child, isChild: true, relation: 'child concerned', bornOn: null, approximateAge: 9 },
    { name: TOLD.mother, isChild: false, relation: 'mother', bornOn: '1991-03-12', approximateAge: null },
  ],
  flags: ['vulnerable-child'], missingRisk: null, answers: NO_ANSWERS, caller: { name: TOLD.caller, agency: 'Police', phone: TOLD.phone, reference: null }, ...change,
});

export type Night = Awaited<ReturnType<typeof startNight>>;

/** Control, the EDT desk, a crew of two, a responder elsewhere, two receiving teams with a member each, and three who see no cases. */
export async function startNight(server: TestServer) {
  const north = await server.receivingTeam('Children’s Services North');
  const south = await server.receivingTeam('Adult Social Care South');
  const coordinator = await onDuty(await server.person('coordinator', { name: 'Asha Whitethorn' }), 'control');
  const supervisor = await onDuty(await server.person('supervisor', { name: 'Bryn Calloway' }), 'control');
  const edt = await onDuty(await server.person('edt', { name: 'Cerys Underhill', profession: 'social-worker' }), 'edt');
  const kestrel = await team('Kestrel');
  const merlin = await team('Merlin');
  const responder = async (name: string, profession: Profession, organisation: string, teamId: string): Promise<OnDuty> =>
    onDuty(await server.person('responder', { name, profession, organisation }), 'responder', teamId);
  const constable = await responder('Dilwyn Marchbanks', 'constable', 'County Police', kestrel);
  const socialWorker = await responder('Eirlys Thornbury', 'social-worker', 'County Council', kestrel);
  const elsewhere = await responder('Farrah Oldcastle', 'pcso', 'County Police', merlin);
  const northMember = await server.person('receiving-team', { name: 'Gethin Ashdown', receivingTeamId: north });
  const southMember = await server.person('receiving-team', { name: 'Hester Bellweather', receivingTeamId: south });
  const administrator = await server.person('administrator', { name: 'Idris Featherstone' });
  const auditor = await server.person('auditor', { name: 'Joss Greenhalgh' });
  const analyst = await server.person('analyst', { name: 'Kezia Lockwood' });

  async function team(callSign: string): Promise<string> {
    return made(await coordinator.call(formTeam, { callSign, vehicle: null, districtCodes: [] }), 'teamId');
  }

  /** As the coordinator sees it now, or whoever is asked. */
  const record = async (incidentId: string, by: Person = coordinator): Promise<IncidentView> => (await by.call(readIncident, { incidentId })).incident;

  async function raised(by: Person = coordinator, change: Partial<RaiseInput> = {}): Promise<string> {
    return made(await by.call(raiseIncident, aCall(change)), 'incidentId');
  }

  async function graded(incidentId?: string, to: Grade = 3, by: Person = coordinator): Promise<string> {
    const id = incidentId ?? await raised();
    await by.call(gradeIncident, { incidentId: id, expectedVersion: (await record(id, by)).version, to, rationale: 'As assessed' });
    return id;
  }

  /** A welfare check: a police leg and a social work leg. */
  async function tasked(incidentId?: string): Promise<Tasked> {
    const id = incidentId ?? await graded();
    const done = await coordinator.call(addTask, { incidentId: id, activity: 'welfare-check', kind: 'visit', legs: ['police', 'social-work'], detail: null, dueFrom: null, dueAt: null });
    return { incidentId: id, taskId: made(done, 'taskId') };
  }

  /** The constable and the social worker, to a task that waits for them. */
  async function sent(task?: Tasked): Promise<Sent> {
    const { incidentId, taskId } = task ?? await tasked();
    await coordinator.call(dispatchCrew, { taskId, expectedVersion: (await record(incidentId)).version, dutyIds: [constable.dutyId, socialWorker.dutyId], insteadOf: [], reason: null });
    const { assignments } = await record(incidentId);
    const of = ({ dutyId }: OnDuty): string => known(assignments.find((assignment) => assignment.taskId === taskId && assignment.dutyId === dutyId && assignment.endedAt === null)).id;
    return { incidentId, taskId, constable: of(constable), socialWorker: of(socialWorker) };
  }

  /** Both were there, everybody was seen, and both have left: the crew is free again. */
  async function attended(crew?: Sent): Promise<Sent> {
    const gone = crew ?? await sent();
    const seen = { seenPersonIds: (await record(gone.incidentId)).people.map(({ personId }) => personId), notSeenPersonIds: [] };
    await constable.call(advanceAssignment, { assignmentId: gone.constable, to: 'there', alsoFor: [gone.socialWorker] });
    await socialWorker.call(recordSeen, { assignmentId: gone.socialWorker, ...seen });
    await socialWorker.call(recordOutcome, { taskId: gone.taskId, outcome: 'advice', note: 'Advice given', ...seen });
    await constable.call(advanceAssignment, { assignmentId: gone.constable, to: 'left', alsoFor: [gone.socialWorker] });
    return gone;
  }

  async function handedOver(receivingTeamId: string = north, incidentId?: string): Promise<HandedOver> {
    const id = incidentId ?? await graded();
    const done = await coordinator.call(sendHandover, {
      incidentId: id, expectedVersion: (await record(id)).version, receivingTeamId, riskNow: TOLD.risk, outstanding: null, sharingBasis: 'Consent given by the mother', legalPowers: null, spokenWith: null,
    });
    return { incidentId: id, handoverId: made(done, 'handoverId') };
  }

  /** Named are the supervisor, who does it, the incident's owner, and whoever is given. */
  async function restricted(incidentId: string, ...named: Person[]): Promise<string> {
    await supervisor.call(restrictIncident, { incidentId, staffIds: [supervisor, ...named].map(({ staffId }) => staffId), reason: 'A colleague lives at the address' });
    return incidentId;
  }

  return {
    coordinator, supervisor, edt, constable, socialWorker, elsewhere, northMember, southMember, administrator, auditor, analyst, north, south, kestrel, merlin,
    record, raised, graded, tasked, sent, attended, handedOver, restricted,
  };
}

export async function onDuty(person: Person, seat: 'responder' | 'control' | 'edt', teamId: string | null = null): Promise<OnDuty> {
  return { ...person, dutyId: made(await person.call(bookOn, { seat, teamId }), 'dutyId') };
}

/** An id that a command answered; a command that made none is a fault of the test. */
export const made = (done: { ids: Record<string, string> }, name: string): string => known(done.ids[name]);

export function known<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('what the test looks for is not there');
  return thing;
}
