// What people might do next, at random by a seed, each on what stands at that moment: much of it must be refused, none of it may break anything.
import type { Queryable } from '../../server/database/connect.ts';
import { loadFiles, type StoredFile } from '../../server/incidents/incident.store.ts';
import { ACTIVITIES, ACTIVITY_CODES } from '../../shared/domain/activity.ts';
import { isLive, openFollowUps, openHandover, waitingRequest } from '../../shared/domain/incident-file.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { NO_ANSWERS } from '../../shared/domain/policy.ts';
import * as dispatch from '../../shared/protocol/dispatch.ts';
import * as holds from '../../shared/protocol/holds.ts';
import * as duties from '../../shared/protocol/duties.ts';
import * as handovers from '../../shared/protocol/handovers.ts';
import * as incidents from '../../shared/protocol/incidents.ts';
import type { Route } from '../../shared/protocol/route.ts';
import type { Input } from './walk.ts';

export interface Doer { staffId: string }
export interface Cast<P extends Doer> { coordinators: readonly P[]; supervisors: readonly P[]; edt: readonly P[]; responders: readonly P[]; receivers: readonly P[]; receivingTeamIds: readonly string[]; teamIds: readonly string[] }
export interface Deed<P extends Doer> { by: P; route: Route; input: Record<string, unknown> }
interface Duty { id: string; staffId: string }

/** Mulberry32: the same seed gives the same choices. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const FEWEST_INCIDENTS = 5;
const OFTEN = ['grade', 'task', 'send', 'send', 'step', 'step', 'step', 'outcome', 'outcome', 'seen', 'handOver', 'takeOver', 'end'] as const;
const SELDOM = [
  'raise', 'assess', 'ask', 'agree', 'agree', 'refuse', 'reopen', 'note', 'correct', 'link', 'own', 'police', 'restrict', 'lift', 'lift', 'warn', 'cancel', 'hold', 'hold', 'letGo', 'besides', 'meet', 'standDown', 'decline', 'noAccess', 'stepBack', 'decide', 'decide', 'byPhone',
  'reject', 'withdraw', 'lodge', 'on', 'on', 'on', 'off', 'handOn', 'join', 'share', 'form',
] as const;
type Kind = (typeof OFTEN)[number] | (typeof SELDOM)[number];

/** What leads to what: without somebody sent there is nothing to report. */
function possible(kind: Kind, { file }: Pick<StoredFile, 'file'>): Kind {
  const [task, live] = [file.tasks.some(({ state }) => state === 'open'), file.assignments.some(isLive)];
  switch (kind) {
    case 'grade': case 'task': case 'end': case 'handOver': return file.incident.state === 'closed' ? 'reopen' : kind;
    case 'step': case 'seen': case 'noAccess': case 'decline': case 'standDown': case 'stepBack': case 'meet': return live ? kind : possible('send', { file });
    case 'send': case 'outcome': case 'cancel': return task ? kind : possible('task', { file });
    case 'agree': case 'refuse': return waitingRequest(file) === undefined ? 'ask' : kind;
    case 'decide': return openFollowUps(file).length === 0 ? possible('noAccess', { file }) : kind;
    case 'takeOver': case 'byPhone': case 'reject': case 'withdraw': return openHandover(file) === undefined ? possible('handOver', { file }) : kind;
    default: return kind;
  }
}

export async function nextDeed<P extends Doer>(db: Queryable, cast: Cast<P>, random: () => number): Promise<Deed<P>> {
  const chance = (of: number): boolean => random() < of;
  const some = <T>(items: readonly T[]): T => {
    const one = items[Math.floor(random() * items.length)];
    if (one === undefined) throw new Error('there is nothing to choose from');
    return one;
  };
  /** Now and then one that is not there. */
  const idOf = (items: readonly { id: string }[]): string => (items.length === 0 || chance(0.03) ? crypto.randomUUID() : some(items).id);
  const deed = <R extends Route>(by: P, route: R, input: Input<R>): Deed<P> => ({ by, route, input: { ...input } });

  const now = new Date().toISOString();
  const everybody = [...cast.coordinators, ...cast.supervisors, ...cast.edt, ...cast.responders];
  const [control, supervisor, edt, responder, worker] = [some([...cast.coordinators, ...cast.supervisors]), some(cast.supervisors), some(cast.edt), some(cast.responders), some(everybody)];
  const receiver = some([...cast.receivers, ...cast.edt]);
  const receivingTeamId = some(cast.receivingTeamIds);
  const grading = () => ({
    flags: chance(0.5) ? ['vulnerable-child' as const] : [], missingRisk: some([null, null, null, 'low', 'medium'] as const), answers: { ...NO_ANSWERS, dangerNow: chance(0.03), hurt: chance(0.3), adviceEnough: chance(0.2) },
  });
  const raise = () => deed(worker, incidents.raiseIncident, {
    door: some(['cmu', 'edt', 'school', 'self']), reportedAt: plusMinutes(now, -Math.ceil(random() * 90)), summary: 'A storm of calls', location: chance(0.5) ? null : { label: 'Colne Road', lat: 53.79, lon: -2.24, secret: chance(0.2) },
    people: [{ name: null, isChild: chance(0.5), relation: 'person', bornOn: null, approximateAge: null }], caller: { name: null, agency: null, phone: null, reference: null }, ...grading(),
  });

  const rows = await db.query<{ id: string; state: string }[]>('SELECT id, state FROM incident ORDER BY raised_at DESC LIMIT 20');
  const open = rows.filter(({ state }) => state === 'open');
  if (open.length < FEWEST_INCIDENTS) return raise();
  const [stored] = await loadFiles(db, [some(chance(0.85) ? open : rows).id]);
  if (stored === undefined) return raise();
  const { file, version } = stored;
  const held = await db.query<{ id: string }[]>('SELECT id FROM reservation WHERE ended_at IS NULL');
  const on = await db.query<Duty[]>('SELECT id, staff_id AS "staffId" FROM duty WHERE ended_at IS NULL ORDER BY started_at');
  const dutyOf = (person: P): string => on.find(({ staffId }) => staffId === person.staffId)?.id ?? crypto.randomUUID();

  const incidentId = file.incident.id;
  const expectedVersion = chance(0.95) ? version : Math.max(0, version - 1);
  const live = file.assignments.filter(isLive);
  const among = live.length > 0 && chance(0.9) ? live : file.assignments;
  const assigned = among.length === 0 ? undefined : some(among);
  const assignmentId = assigned?.id ?? crypto.randomUUID();
  const own = everybody.find(({ staffId }) => staffId === assigned?.staffId);
  const reporter = own === undefined || chance(0.2) ? control : own;
  const device = chance(0.5) ? {} : { device: { at: plusMinutes(now, Math.round((random() - 0.8) * 60)), offsetMs: Math.round((random() - 0.5) * 10_000) } };
  const taskId = idOf(chance(0.9) ? file.tasks.filter(({ state }) => state === 'open') : file.tasks);
  const handoverId = idOf(chance(0.9) ? file.handovers.filter(({ state }) => state === 'sent') : file.handovers);
  const requestId = idOf(chance(0.9) ? file.requests.filter(({ state }) => state === 'waiting') : file.requests);
  const sighting = () => {
    const seen = file.people.map(({ personId }) => ({ personId, was: chance(0.8) }));
    return { seenPersonIds: seen.filter(({ was }) => was).map(({ personId }) => personId), notSeenPersonIds: seen.filter(({ was }) => !was).map(({ personId }) => personId) };
  };

  const deeds: Record<Kind, () => Deed<P>> = {
    raise,
    assess: () => deed(control, incidents.assessIncident, { incidentId, ...grading() }),
    grade: () => deed(worker, incidents.gradeIncident, { incidentId, expectedVersion, to: chance(0.04) ? 1 : some([2, 2, 2, 3, 4]), rationale: chance(0.9) ? 'As described' : null }),
    ask: () => deed(control, incidents.askSecond, { incidentId, action: some<Input<typeof incidents.askSecond>['action']>([
      { kind: 'grade', to: 4 }, { kind: 'end', ending: 'settled', duplicateOfId: null }, { kind: 'end', ending: 'duplicate', duplicateOfId: idOf(rows) }, { kind: 'hand-over', receivingTeamId },
    ]), rationale: 'Calmer' }),
    agree: () => deed(supervisor, incidents.agreeSecond, { incidentId, requestId }),
    refuse: () => deed(control, incidents.refuseSecond, { incidentId, requestId, reason: 'Not calmer' }),
    end: () => deed(control, incidents.endIncident, { incidentId, expectedVersion, ...(chance(0.7) ? { ending: 'settled', duplicateOfId: null } : { ending: 'duplicate', duplicateOfId: idOf(rows) }), reason: 'Done', callerTold: null }),
    reopen: () => deed(control, incidents.reopenIncident, { incidentId, reason: 'They rang again' }),
    note: () => deed(worker, incidents.addNote, { incidentId, body: 'A note 👮🏽 مرحبا', internal: chance(0.3) }),
    correct: () => deed(control, incidents.correctIncident, { incidentId, expectedVersion, reason: 'Misheard', ...(chance(0.5) ? { summary: 'Heard again' } : { flags: ['mental-health'], missingRisk: null }) }),
    link: () => deed(worker, incidents.linkPerson, { incidentId, person: { name: 'Ada', isChild: chance(0.3), relation: 'aunt', bornOn: '1990-02-28', approximateAge: null } }),
    own: () => deed(control, incidents.ownIncident, { incidentId, ...(chance(0.5) ? {} : { ownerId: some([...cast.coordinators, ...cast.edt]).staffId }) }),
    police: () => deed(control, incidents.passToPolice, { incidentId, takenBy: 'Insp. Ward', reference: 'LC-1', crewOrder: some(['hold-back', 'withdraw', null]) }),
    restrict: () => deed(supervisor, incidents.restrictIncident, { incidentId, staffIds: [control.staffId], reason: 'A colleague lives there' }),
    lift: () => deed(supervisor, incidents.restrictIncident, { incidentId, staffIds: [], reason: 'They have moved' }),
    warn: () => deed(supervisor, incidents.recordWarning, { incidentId, kind: 'violence', source: 'LC-0999', reviewAt: plusMinutes(now, 90_000) }),
    task: () => {
      const activity = some(ACTIVITY_CODES);
      return deed(control, dispatch.addTask, { incidentId, activity, kind: chance(0.8) ? 'visit' : 'phone', legs: [...ACTIVITIES[activity].legs], detail: null, dueFrom: null, dueAt: chance(0.7) ? plusMinutes(now, 600) : null });
    },
    cancel: () => deed(control, dispatch.cancelTask, { taskId, reason: 'Not needed' }),
    send: () => deed(chance(0.9) ? control : edt, dispatch.dispatchCrew, {
      takeHeld: chance(0.3) ? held.slice(0, 6).map(({ id }) => id) : [], soloBecause: chance(0.7) ? 'Near, and it cannot wait' : null, meeting: chance(0.2) ? { where: 'Car park behind the library', meetAt: null } : null,
      taskId, expectedVersion, dutyIds: chance(0.5) ? [dutyOf(responder)] : [...new Set([dutyOf(responder), dutyOf(some(cast.responders))])], insteadOf: chance(0.1) ? [idOf(file.assignments)] : [], reason: 'Nearest',
    }),
    hold: () => deed(control, holds.holdCrew, { taskId, expectedVersion, dutyIds: [on.length === 0 ? crypto.randomUUID() : some(on).id] }),
    letGo: () => deed(control, holds.releaseHeld, { incidentId, reservationIds: [idOf(file.reservations)] }),
    meet: () => deed(control, dispatch.agreeMeeting, { taskId, meeting: chance(0.3) ? null : { where: 'Car park of the library', meetAt: chance(0.5) ? null : plusMinutes(now, 30) } }),
    besides: () => deed(control, dispatch.setLegSkills, { legId: idOf(file.legs), skills: chance(0.5) ? [] : ['driver'] }),
    standDown: () => deed(control, dispatch.standDown, { incidentId, assignmentIds: [assignmentId], reason: 'Elsewhere' }),
    step: () => deed(reporter, dispatch.advanceAssignment, { assignmentId, to: some(['accepted', 'going', 'there', 'left']), alsoFor: chance(0.2) ? [idOf(file.assignments)] : [], ...device }),
    decline: () => deed(own ?? responder, dispatch.declineAssignment, { assignmentId, reason: 'too-far', note: null, ...device }),
    seen: () => deed(reporter, dispatch.recordSeen, { assignmentId, ...sighting(), ...device }),
    noAccess: () => deed(reporter, dispatch.recordNoAccess, { assignmentId, note: 'No answer', ...device }),
    outcome: () => deed(reporter, dispatch.recordOutcome, { taskId, outcome: 'advice', note: 'Advice given', ...sighting(), ...device }),
    stepBack: () => deed(reporter, dispatch.stepBack, { assignmentId, to: some(['dispatched', 'accepted', 'going', 'there']), reason: 'By mistake' }),
    decide: () => deed(chance(0.8) ? supervisor : control, dispatch.decideFollowUp, { followUpId: idOf(file.followUps), decision: 'retry', note: 'Go back' }),
    handOver: () => deed(control, handovers.sendHandover, { incidentId, expectedVersion, receivingTeamId, riskNow: 'Lower', outstanding: null, sharingBasis: 'Consent', legalPowers: null, spokenWith: null }),
    takeOver: () => deed(receiver, handovers.takeOverHandover, { handoverId }),
    byPhone: () => deed(control, handovers.takeOverByPhone, { handoverId, name: 'Joan Pickup', role: 'Manager', readBack: 'All of it' }),
    reject: () => deed(receiver, handovers.rejectHandover, { handoverId, reason: 'Not ours', rightTeamId: chance(0.5) ? null : receivingTeamId }),
    withdraw: () => deed(control, handovers.withdrawHandover, { handoverId, reason: 'We keep it' }),
    lodge: () => deed(edt, handovers.lodgeOvernightNote, { receivingTeamId, about: 'Sam', place: null, phone: null, body: 'May ring', plan: 'Ring back', expiresAt: plusMinutes(now, 600) }),
    on: () => deed(responder, duties.bookOn, { seat: 'responder', teamId: some([...cast.teamIds, null]) }),
    off: () => deed(responder, duties.bookOff, { dutyId: dutyOf(responder) }),
    handOn: () => deed(control, duties.handOn, { dutyId: dutyOf(control), toStaffId: some(cast.coordinators).staffId }),
    join: () => deed(control, duties.joinTeam, { dutyId: dutyOf(responder), teamId: some([...cast.teamIds, null]) }),
    share: () => deed(responder, duties.setSharing, { dutyId: dutyOf(responder), sharing: chance(0.5) }),
    form: () => deed(control, duties.formTeam, { callSign: `Pendle ${Math.floor(random() * 9)}`, vehicle: null, districtCodes: ['E07000122'] }),
  };
  return deeds[possible(chance(0.6) ? some(OFTEN) : some(SELDOM), stored)]();
}
