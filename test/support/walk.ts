// A night to act in: people on duty, and a verb for each thing they do, through the API as they do it.
import type { Clock } from '../../server/clock/clock.ts';
import { loggedEvent, type EventRow, type LoggedEvent } from '../../server/events/logged-event.ts';
import { loadFiles, type StoredFile } from '../../server/incidents/incident.store.ts';
import { ACTIVITIES, type Activity, type Profession } from '../../shared/domain/activity.ts';
import type { Grade } from '../../shared/domain/grade.ts';
import { plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import { NO_ANSWERS, type Answers } from '../../shared/domain/policy.ts';
import type { Role } from '../../shared/domain/visibility.ts';
import * as dispatch from '../../shared/protocol/dispatch.ts';
import * as duties from '../../shared/protocol/duties.ts';
import { sendHandover } from '../../shared/protocol/handovers.ts';
import * as incidents from '../../shared/protocol/incidents.ts';
import type { CallOf, Route } from '../../shared/protocol/route.ts';
import { startTestServer, type Person, type TestServer } from './server.ts';

export type Input<R extends Route> = Omit<CallOf<R>, 'commandId'>;
export interface Worker extends Person { dutyId: string }
export interface Crew { teamId: string; constable: Worker; socialWorker: Worker; both: Worker[] }
export type Night = Awaited<ReturnType<typeof startNight>>;

/** Stands still until it is moved. */
export const movableClock = (start: Instant) => {
  let at = start;
  return {
    kind: 'live' as const, speed: 1, now: () => at,
    move(minutes: number): Instant { at = plusMinutes(at, minutes); return at; },
    set(to: Instant): void { at = to; },
  };
};

export const SAID: Answers = { ...NO_ANSWERS, hurt: true };
const MAYA = { name: 'Maya Amin', isChild: true, relation: 'child', bornOn: null, approximateAge: 9 };
const ROSA = { name: 'Rosa Amin', isChild: false, relation: 'mother', bornOn: '1988-02-29', approximateAge: null };
export const CALLER = { name: 'PC Imran Shah', agency: 'Police', phone: '01632 960 101', reference: 'LC-1204' };
const seatOf = (role: Role) => (role === 'responder' || role === 'edt' ? role : 'control');

/** Without an alarm of its own where `settings` make it a `web` server: for what takes longer than a warning point on the wall's clock. */
export async function startNight(options: { clock?: Clock; settings?: { NIGHTJAR_ROLE?: 'web'; ROUTER_URL?: string } } = {}) {
  const server: TestServer = await startTestServer(options);
  const now = (): Instant => (options.clock ?? { now: () => new Date().toISOString() }).now();
  let [teams, people] = [0, 0];

  const onDuty = async (role: Role, profession?: Profession, teamId: string | null = null): Promise<Worker> => {
    people += 1;
    const name = `${(profession ?? role).replace(/^./, (letter) => letter.toUpperCase())} ${people}`;
    const person = await server.person(role, { name, ...(profession === undefined ? {} : { profession }) });
    const { ids } = await person.call(duties.bookOn, { seat: seatOf(role), teamId });
    return { ...person, dutyId: ids.dutyId ?? '' };
  };
  const stored = async (incidentId: string): Promise<StoredFile> => {
    const [found] = await loadFiles(server.db, [incidentId]);
    if (found === undefined) throw new Error(`there is no incident ${incidentId}`);
    return found;
  };
  const incidentOf = async (taskId: string): Promise<string> =>
    (await server.db.query<{ incident_id: string }[]>('SELECT incident_id FROM task WHERE id = $1', [taskId]))[0]?.incident_id ?? '';
  const version = async (incidentId: string): Promise<number> => (await stored(incidentId)).version;

  const coordinator = await onDuty('coordinator');
  const [supervisor, edt, dayTeamId, deskId] = [await onDuty('supervisor'), await onDuty('edt', 'social-worker'), await server.receivingTeam('Burnley day team'), await server.receivingTeam('EDT desk', 'edt-desk')];
  const dayWorker = await server.person('receiving-team', { receivingTeamId: dayTeamId });

  const night = {
    server, now, coordinator, supervisor, edt, dayTeamId, deskId, dayWorker, onDuty, version,
    file: async (incidentId: string) => (await stored(incidentId)).file,

    async crew(): Promise<Crew> {
      teams += 1;
      const { ids } = await coordinator.call(duties.formTeam, { callSign: `Burnley ${teams}`, vehicle: null, districtCodes: [] });
      const teamId = ids.teamId ?? '';
      const [constable, socialWorker] = [await onDuty('responder', 'constable', teamId), await onDuty('responder', 'social-worker', teamId)];
      return { teamId, constable, socialWorker, both: [constable, socialWorker] };
    },
    /** Somebody was hurt, so Grade 2 is proposed; a child and her mother. */
    async raise(by: Person = coordinator, change: Partial<Input<typeof incidents.raiseIncident>> = {}): Promise<string> {
      const { ids } = await by.call(incidents.raiseIncident, {
        door: 'cmu', reportedAt: plusMinutes(now(), -5), summary: 'Shouting, and a child crying', location: null, people: [MAYA, ROSA], caller: CALLER,
        flags: ['vulnerable-child'], missingRisk: null, answers: SAID, ...change,
      });
      return ids.incidentId ?? '';
    },
    /** Nothing said is urgent: Grade 3 is proposed. */
    raiseMild: (by: Person = coordinator): Promise<string> => night.raise(by, { answers: NO_ANSWERS }),

    async grade(incidentId: string, to: Grade, by: Person = coordinator, rationale: string | null = 'As the caller describes it'): Promise<void> {
      await by.call(incidents.gradeIncident, { incidentId, expectedVersion: await version(incidentId), to, rationale });
    },
    async task(incidentId: string, change: Partial<Input<typeof dispatch.addTask>> & { activity?: Activity } = {}, by: Person = coordinator): Promise<string> {
      const activity = change.activity ?? 'welfare-check';
      const { ids } = await by.call(dispatch.addTask, { incidentId, activity, kind: 'visit', legs: [...ACTIVITIES[activity].legs], detail: null, dueFrom: null, dueAt: null, ...change });
      return ids.taskId ?? '';
    },
    /** Answers the assignments, in the order of those sent. */
    async send(taskId: string, sent: readonly Worker[], change: { insteadOf?: string[]; reason?: string } = {}, by: Person = coordinator): Promise<string[]> {
      const incidentId = await incidentOf(taskId);
      await by.call(dispatch.dispatchCrew, { taskId, expectedVersion: await version(incidentId), dutyIds: sent.map(({ dutyId }) => dutyId), insteadOf: change.insteadOf ?? [], reason: change.reason ?? null, soloBecause: 'Whoever is near goes ahead' });
      const { assignments } = await night.file(incidentId);
      return sent.map(({ dutyId }) => assignments.filter((one) => one.taskId === taskId && one.dutyId === dutyId).at(-1)?.id ?? '');
    },
    async step(by: Person, assignmentId: string | undefined, to: Input<typeof dispatch.advanceAssignment>['to'], more: { alsoFor?: string[]; at?: Instant; offsetMs?: number } = {}): Promise<void> {
      const device = more.at === undefined ? {} : { device: { at: more.at, offsetMs: more.offsetMs ?? 0 } };
      await by.call(dispatch.advanceAssignment, { assignmentId: assignmentId ?? '', to, alsoFor: more.alsoFor ?? [], ...device });
    },
    /** Everybody named in the incident, either seen or not; `notSeen` by what they are in it. */
    async sighting(incidentId: string, notSeen: readonly string[] = []) {
      const { people } = await night.file(incidentId);
      const ids = (seen: boolean) => people.filter(({ isChild }) => notSeen.includes(isChild ? 'child' : 'mother') !== seen).map(({ personId }) => personId);
      return { seenPersonIds: ids(true), notSeenPersonIds: ids(false) };
    },
    async outcome(by: Person, taskId: string, notSeen: readonly string[] = []): Promise<void> {
      await by.call(dispatch.recordOutcome, { taskId, outcome: 'advice', note: 'Advice given to the mother', ...await night.sighting(await incidentOf(taskId), notSeen) });
    },
    async end(incidentId: string, ending: 'settled' | 'cancelled' | 'passed-on' = 'settled', by: Person = coordinator): Promise<void> {
      await by.call(incidents.endIncident, { incidentId, expectedVersion: await version(incidentId), ending, reason: 'Nothing further is needed', callerTold: null, duplicateOfId: null });
    },
    handing: async (incidentId: string, receivingTeamId: string): Promise<Input<typeof sendHandover>> => ({
      incidentId, expectedVersion: await version(incidentId), receivingTeamId, riskNow: 'Lower while the aunt is there', outstanding: null, sharingBasis: 'Consent given by the mother', legalPowers: null, spokenWith: null,
    }),
    async handOver(incidentId: string, receivingTeamId: string = dayTeamId, by: Person = coordinator): Promise<string> {
      return (await by.call(sendHandover, await night.handing(incidentId, receivingTeamId))).ids.handoverId ?? '';
    },
    /** What people did to it: an alarm fires when its time comes, whatever they do. */
    async log(incidentId: string): Promise<LoggedEvent[]> {
      return (await server.db.query<EventRow[]>("SELECT * FROM event WHERE incident_id = $1 AND name <> 'alarm.fired' ORDER BY seq", [incidentId])).map(loggedEvent);
    },
    /** What happened to it, by name, the people named in the call apart. */
    happened: async (incidentId: string): Promise<string[]> => (await night.log(incidentId)).map(({ name }) => name).filter((name) => name !== 'person.linked'),

    /** One visit from the sending to the last leaving, with its outcome. */
    async visited(incidentId: string, crew: Crew): Promise<{ taskId: string; assignmentIds: string[] }> {
      const taskId = await night.task(incidentId);
      const assignmentIds = await night.send(taskId, crew.both);
      const [own, partner = ''] = assignmentIds;
      for (const to of ['accepted', 'going', 'there'] as const) await night.step(crew.constable, own, to, { alsoFor: [partner] });
      await night.outcome(crew.constable, taskId);
      await night.step(crew.constable, own, 'left', { alsoFor: [partner] });
      return { taskId, assignmentIds };
    },
  };
  return night;
}
