// What people might do next, at random by a seed, each on what stands at that moment: much of it must be refused, none of it may break anything.
import type { Queryable } from '../../server/database/connect.ts';
import { loadFiles } from '../../server/incidents/incident.store.ts';
import { ACTIVITIES, ACTIVITY_CODES } from '../../shared/domain/activity.ts';
import type { IncidentFile } from '../../shared/domain/incident-file.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { NO_ANSWERS } from '../../shared/domain/policy.ts';
import * as dispatch from '../../shared/protocol/dispatch.ts';
import * as duties from '../../shared/protocol/duties.ts';
import * as handovers from '../../shared/protocol/handovers.ts';
import * as incidents from '../../shared/protocol/incidents.ts';
import type { Route } from '../../shared/protocol/route.ts';
import type { Input } from './walk.ts';

export interface Doer { staffId: string }
export interface Cast<P extends Doer> { control: readonly P[]; edt: readonly P[]; responders: readonly P[]; receivers: readonly P[]; receivingTeamIds: readonly string[]; teamIds: readonly string[] }
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

const OFTEN = ['grade', 'task', 'send', 'send', 'send', 'step', 'step', 'step', 'step', 'step', 'outcome', 'outcome', 'seen', 'handOver', 'takeOver'] as const;
const SELDOM = [
  'raise', 'assess', 'ask', 'agree', 'refuse', 'end', 'reopen', 'note', 'correct', 'link', 'own', 'police', 'restrict', 'warn', 'cancel', 'standDown', 'decline', 'noAccess', 'stepBack', 'decide', 'byPhone',
  'reject', 'withdraw', 'lodge', 'on', 'off', 'handOn', 'join', 'share', 'form',
] as const;

export async function nextDeed<P extends Doer>(db: Queryable, cast: Cast<P>, random: () => number): Promise<Deed<P>> {
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const ids = (items: readonly { id: string }[]): string => pick(items)?.id ?? crypto.randomUUID();
  const some = <T>(items: readonly [T, ...T[]]): T => pick(items) ?? items[0];
  const chance = (of: number): boolean => random() < of;
  const anyone = (people: readonly P[]): P => { const one = pick(people); if (one === undefined) throw new Error('nobody is there'); return one; };
  const deed = <R extends Route>(by: P, route: R, input: Input<R>): Deed<P> => ({ by, route, input: { ...input } });

  const now = new Date().toISOString();
  const rows = await db.query<{ id: string }[]>("SELECT id FROM incident ORDER BY state DESC, raised_at DESC LIMIT 12");
  const [stored] = await loadFiles(db, rows.length === 0 ? [] : [ids(rows)]);
  const on = await db.query<Duty[]>('SELECT id, staff_id AS "staffId" FROM duty WHERE ended_at IS NULL ORDER BY started_at');
  const [control, edt, responder, worker] = [anyone(cast.control), anyone(cast.edt), anyone(cast.responders), anyone([...cast.control, ...cast.edt, ...cast.responders])];
  const raise = (): Deed<P> => deed(worker, incidents.raiseIncident, {
    door: some(['cmu', 'edt', 'school', 'self']), reportedAt: plusMinutes(now, -Math.ceil(random() * 90)), summary: 'A storm of calls', location: chance(0.5) ? null : { label: 'Colne Road', lat: 53.79, lon: -2.24, secret: chance(0.2) },
    people: Array.from({ length: Math.floor(random() * 3) }, (_, index) => ({ name: index === 0 ? null : 'Sam', isChild: chance(0.5), relation: 'person', bornOn: null, approximateAge: null })),
    caller: { name: null, agency: null, phone: null, reference: null }, ...grading(),
  });
  const grading = () => ({
    flags: chance(0.5) ? ['vulnerable-child' as const] : [], missingRisk: pick([null, null, null, 'low', 'medium'] as const) ?? null,
    answers: { ...NO_ANSWERS, dangerNow: chance(0.03), hurt: chance(0.3), adviceEnough: chance(0.2) },
  });
  if (stored === undefined || rows.length < 4) return raise();

  const { file, version } = stored;
  const incidentId = file.incident.id;
  const expectedVersion = chance(0.95) ? version : Math.max(0, version - 1);
  const assigned = pick(file.assignments);
  const own = [...cast.responders, ...cast.edt].find(({ staffId }) => staffId === assigned?.staffId);
  const reporter = own === undefined || chance(0.2) ? control : own;
  const device = chance(0.5) ? {} : { device: { at: plusMinutes(now, Math.round((random() - 0.8) * 60)), offsetMs: Math.round((random() - 0.5) * 10_000) } };
  const task = ids(file.tasks.filter(({ state }) => state === 'open' || chance(0.2)));
  const dutyOf = (person: P): string => on.find(({ staffId }) => staffId === person.staffId)?.id ?? crypto.randomUUID();
  const kind = chance(0.6) ? some(OFTEN) : some(SELDOM);
  switch (kind) {
    case 'raise': return raise();
    case 'assess': return deed(control, incidents.assessIncident, { incidentId, ...grading() });
    case 'grade': return deed(worker, incidents.gradeIncident, { incidentId, expectedVersion, to: chance(0.05) ? 1 : some([2, 2, 2, 3, 4]), rationale: chance(0.8) ? 'As described' : null });
    case 'ask': return deed(control, incidents.askSecond, { incidentId, action: some([{ kind: 'grade', to: 4 }, { kind: 'end', ending: 'settled', duplicateOfId: null }, { kind: 'end', ending: 'duplicate', duplicateOfId: ids(rows) }, { kind: 'hand-over', receivingTeamId: some(cast.receivingTeamIds as [string]) }]), rationale: 'Calmer' });
    case 'agree': return deed(control, incidents.agreeSecond, { incidentId, requestId: ids(file.requests) });
    case 'refuse': return deed(control, incidents.refuseSecond, { incidentId, requestId: ids(file.requests), reason: 'Not calmer' });
    case 'end': return deed(control, incidents.endIncident, { incidentId, expectedVersion, ...(chance(0.5) ? { ending: 'settled', duplicateOfId: null } : { ending: 'duplicate', duplicateOfId: ids(rows) }), reason: 'Done', callerTold: null });
    case 'reopen': return deed(control, incidents.reopenIncident, { incidentId, reason: 'They rang again' });
    case 'note': return deed(worker, incidents.addNote, { incidentId, body: 'A note 👮🏽 مرحبا', internal: chance(0.3) });
    case 'correct': return deed(control, incidents.correctIncident, { incidentId, expectedVersion, reason: 'Misheard', ...(chance(0.5) ? { summary: 'Heard again' } : { flags: ['mental-health'], missingRisk: null }) });
    case 'link': return deed(worker, incidents.linkPerson, { incidentId, person: { name: 'Ada', isChild: chance(0.3), relation: 'aunt', bornOn: '1990-02-28', approximateAge: null } });
    case 'own': return deed(control, incidents.ownIncident, { incidentId, ...(chance(0.5) ? {} : { ownerId: anyone([...cast.control, ...cast.edt]).staffId }) });
    case 'police': return deed(control, incidents.passToPolice, { incidentId, takenBy: 'Insp. Ward', reference: 'LC-1' });
    case 'restrict': return deed(control, incidents.restrictIncident, { incidentId, staffIds: chance(0.3) ? [anyone(cast.control).staffId] : [], reason: 'A colleague lives there' });
    case 'warn': return deed(control, incidents.recordWarning, { incidentId, kind: 'violence', source: 'LC-0999', reviewAt: plusMinutes(now, 90_000) });
    case 'task': {
      const activity = some(ACTIVITY_CODES as unknown as ['welfare-check']);
      return deed(control, dispatch.addTask, { incidentId, activity, kind: chance(0.8) ? 'visit' : 'phone', legs: [...ACTIVITIES[activity].legs], detail: null, dueFrom: null, dueAt: chance(0.5) ? plusMinutes(now, 600) : null });
    }
    case 'cancel': return deed(control, dispatch.cancelTask, { taskId: task, reason: 'Not needed' });
    case 'send': return deed(chance(0.9) ? control : edt, dispatch.dispatchCrew, {
      taskId: task, expectedVersion, dutyIds: [...new Set([dutyOf(responder), dutyOf(anyone(cast.responders))])].slice(0, chance(0.5) ? 1 : 2), insteadOf: chance(0.1) ? [ids(file.assignments)] : [], reason: 'Nearest',
    });
    case 'standDown': return deed(control, dispatch.standDown, { incidentId, assignmentIds: [ids(file.assignments)], reason: 'Elsewhere' });
    case 'step': return deed(reporter, dispatch.advanceAssignment, { assignmentId: assigned?.id ?? crypto.randomUUID(), to: some(['accepted', 'going', 'there', 'left']), alsoFor: chance(0.3) ? [ids(file.assignments)] : [], ...device });
    case 'decline': return deed(reporter, dispatch.declineAssignment, { assignmentId: assigned?.id ?? crypto.randomUUID(), reason: 'too-far', note: null, ...device });
    case 'seen': return deed(reporter, dispatch.recordSeen, { assignmentId: assigned?.id ?? crypto.randomUUID(), ...sighting(file, chance), ...device });
    case 'noAccess': return deed(reporter, dispatch.recordNoAccess, { assignmentId: assigned?.id ?? crypto.randomUUID(), note: 'No answer', ...device });
    case 'outcome': return deed(reporter, dispatch.recordOutcome, { taskId: task, outcome: 'advice', note: 'Advice given', ...sighting(file, chance), ...device });
    case 'stepBack': return deed(reporter, dispatch.stepBack, { assignmentId: assigned?.id ?? crypto.randomUUID(), to: some(['dispatched', 'accepted', 'going', 'there']), reason: 'By mistake' });
    case 'decide': return deed(control, dispatch.decideFollowUp, { followUpId: ids(file.followUps), decision: 'retry', note: 'Go back' });
    case 'handOver': return deed(control, handovers.sendHandover, { incidentId, expectedVersion, receivingTeamId: some(cast.receivingTeamIds as [string]), riskNow: 'Lower', outstanding: null, sharingBasis: 'Consent', legalPowers: null, spokenWith: null });
    case 'takeOver': return deed(chance(0.5) ? edt : anyone(cast.receivers), handovers.takeOverHandover, { handoverId: ids(file.handovers) });
    case 'byPhone': return deed(control, handovers.takeOverByPhone, { handoverId: ids(file.handovers), name: 'Joan Pickup', role: 'Manager', readBack: 'All of it' });
    case 'reject': return deed(chance(0.5) ? edt : anyone(cast.receivers), handovers.rejectHandover, { handoverId: ids(file.handovers), reason: 'Not ours', rightTeamId: chance(0.5) ? null : some(cast.receivingTeamIds as [string]) });
    case 'withdraw': return deed(control, handovers.withdrawHandover, { handoverId: ids(file.handovers), reason: 'We keep it' });
    case 'lodge': return deed(edt, handovers.lodgeOvernightNote, { receivingTeamId: some(cast.receivingTeamIds as [string]), about: 'Sam', place: null, phone: null, body: 'May ring', plan: 'Ring back', expiresAt: plusMinutes(now, 600) });
    case 'on': return deed(responder, duties.bookOn, { seat: 'responder', teamId: pick(cast.teamIds) ?? null });
    case 'off': return deed(worker, duties.bookOff, { dutyId: dutyOf(worker) });
    case 'handOn': return deed(control, duties.handOn, { dutyId: dutyOf(control), toStaffId: anyone(cast.control).staffId });
    case 'join': return deed(control, duties.joinTeam, { dutyId: dutyOf(responder), teamId: pick(cast.teamIds) ?? null });
    case 'share': return deed(responder, duties.setSharing, { dutyId: dutyOf(responder), sharing: chance(0.5) });
    case 'form': return deed(control, duties.formTeam, { callSign: `Pendle ${Math.floor(random() * 4)}`, vehicle: null, districtCodes: ['E07000122'] });
  }
}

function sighting({ people }: IncidentFile, chance: (of: number) => boolean) {
  const seen = people.map(({ personId }) => ({ personId, seen: chance(0.7) }));
  return { seenPersonIds: seen.filter((one) => one.seen).map(({ personId }) => personId), notSeenPersonIds: seen.filter((one) => !one.seen).map(({ personId }) => personId) };
}
