// One incident of the demo as a story: the call, then what people did, in the field's own words.
import type { CheckResult } from '../../shared/domain/check.ts';
import { ACTIVITIES, type Activity, type TaskKind } from '../../shared/domain/activity.ts';
import { NO_ANSWERS, type Answers } from '../../shared/domain/policy.ts';
import type { Door, MissingRisk, VulnerabilityFlag } from '../../shared/domain/incident-words.ts';
import type { Grade } from '../../shared/domain/grade.ts';
import { plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import { advanceAssignment } from '../dispatch/commands/advance-assignment.ts';
import { addTask } from '../dispatch/commands/add-task.ts';
import { declineAssignment } from '../dispatch/commands/decline-assignment.ts';
import { checkIn } from '../dispatch/commands/check-in.ts';
import { dispatchCrew } from '../dispatch/commands/dispatch-crew.ts';
import { recordNoAccess } from '../dispatch/commands/record-no-access.ts';
import { recordOutcome } from '../dispatch/commands/record-outcome.ts';
import { recordSeen } from '../dispatch/commands/record-seen.ts';
import { typeCheckAnswer } from '../checks/commands/type-check-answer.ts';
import { addNote } from '../incidents/commands/add-note.ts';
import { askSecond } from '../incidents/commands/ask-second.ts';
import { endIncident } from '../incidents/commands/end-incident.ts';
import { gradeIncident } from '../incidents/commands/grade-incident.ts';
import { passToPolice } from '../incidents/commands/pass-to-police.ts';
import { raiseIncident } from '../incidents/commands/raise-incident.ts';
import { recordWarning } from '../incidents/commands/record-warning.ts';
import { restrictIncident } from '../incidents/commands/restrict-incident.ts';
import { sayWindow } from '../planning/commands/say-window.ts';
import { rejectHandover } from '../handovers/commands/reject-handover.ts';
import { sendHandover } from '../handovers/commands/send-handover.ts';
import { takeOverHandover } from '../handovers/commands/take-over-handover.ts';
import { recordInterview } from '../subjects/commands/record-interview.ts';
import { recordSeenMissing } from '../subjects/commands/record-seen-missing.ts';
import type { Hands, Step } from './hands.ts';

export interface Call {
  reported: number; typed?: number; door: Door; summary: string; where: string; at: [lat: number, lon: number]; secret?: boolean;
  people: { name: string | null; child?: boolean; age?: number; relation?: string }[]; flags?: VulnerabilityFlag[]; missing?: MissingRisk; answers?: Partial<Answers>; caller?: string; agency?: string; by?: string;
}

/** Each verb adds a step at so many minutes before the demo begins; a negative result is a bug of the story. */
export function story(start: Instant, receivingTeams: ReadonlyMap<string, string>, call: Call) {
  const steps: Step[] = [];
  const known = { incidentId: '', taskId: '', people: [] as string[] };
  const then = (minutesAgo: number, run: (hands: Hands) => Promise<unknown>) => {
    steps.push({ minutesAgo, run: async (hands) => { await run(hands); } });
    return verbs;
  };
  const assignment = async (hands: Hands, who: string): Promise<string> => {
    const [row] = await hands.query<{ id: string }[]>('SELECT id FROM assignment WHERE incident_id = $1 AND staff_id = $2 ORDER BY dispatched_at DESC LIMIT 1', [known.incidentId, hands.actor(who).staffId]);
    if (row === undefined) throw new Error(`${who} was not sent`);
    return row.id;
  };
  const team = (name: string): string => receivingTeams.get(name) ?? '';
  const handover = async (hands: Hands): Promise<string> => {
    const [row] = await hands.query<{ id: string }[]>("SELECT id FROM handover WHERE incident_id = $1 AND state = 'sent'", [known.incidentId]);
    return row?.id ?? '';
  };
  const sighting = (notSeen: readonly number[]) => ({
    seenPersonIds: known.people.filter((_, index) => !notSeen.includes(index)), notSeenPersonIds: known.people.filter((_, index) => notSeen.includes(index)),
  });
  const verbs = {
    known, steps,
    grade: (minutesAgo: number, to: Grade, rationale: string | null = null, by = 'coordinator') => then(minutesAgo, async (hands) =>
      hands.as(by, gradeIncident, { incidentId: known.incidentId, expectedVersion: await hands.versionOf(known.incidentId), to, rationale })),
    task: (minutesAgo: number, activity: Activity, options: { kind?: TaskKind; dueInMinutes?: number; detail?: string; by?: string } = {}) => then(minutesAgo, async (hands) => {
      const made = await hands.as(options.by ?? 'coordinator', addTask, {
        incidentId: known.incidentId, activity, kind: options.kind ?? 'visit', legs: [...(options.kind === 'phone' ? ['social-work' as const] : ACTIVITIES[activity].legs)], detail: options.detail ?? null,
        dueFrom: null, dueAt: options.dueInMinutes === undefined ? null : plusMinutes(start, options.dueInMinutes),
      });
      known.taskId = made.taskId ?? '';
    }),
    suits: (minutesAgo: number, fromMinutes: number, untilMinutes: number, said: string) => then(minutesAgo, async (hands) =>
      hands.as('coordinator', sayWindow, { taskId: known.taskId, fromAt: plusMinutes(start, fromMinutes), untilAt: plusMinutes(start, untilMinutes), isDaily: false, order: null, said })),
    send: (minutesAgo: number, who: string[], by = 'coordinator') => then(minutesAgo, async (hands) => hands.as(by, dispatchCrew, {
      taskId: known.taskId, expectedVersion: await hands.versionOf(known.incidentId), dutyIds: who.map((key) => hands.actor(key).dutyId ?? ''), insteadOf: [], reason: null, soloBecause: who.length > 1 ? null : 'Whoever is near goes ahead; the other leg follows as soon as somebody is free.',
    })),
    checkIn: (minutesAgo: number, who: string, ...partners: string[]) => then(minutesAgo, async (hands) =>
      hands.as(who, checkIn, { assignmentId: await assignment(hands, who), alsoFor: await Promise.all(partners.map((partner) => assignment(hands, partner))) })),
    step: (minutesAgo: number, who: string, to: 'accepted' | 'going' | 'there' | 'left') => then(minutesAgo, async (hands) =>
      hands.as(who, advanceAssignment, { assignmentId: await assignment(hands, who), to, alsoFor: [], device: undefined })),
    decline: (minutesAgo: number, who: string, note: string) => then(minutesAgo, async (hands) =>
      hands.as(who, declineAssignment, { assignmentId: await assignment(hands, who), reason: 'too-far', note, device: undefined })),
    saw: (minutesAgo: number, who: string, notSeen: number[] = []) => then(minutesAgo, async (hands) =>
      hands.as(who, recordSeen, { assignmentId: await assignment(hands, who), ...sighting(notSeen), device: undefined })),
    noAccess: (minutesAgo: number, who: string, note: string) => then(minutesAgo, async (hands) => hands.as(who, recordNoAccess, { assignmentId: await assignment(hands, who), note, device: undefined })),
    outcome: (minutesAgo: number, who: string, outcome: 'advice' | 'early-help' | 'statutory' | 'nothing-further' | 'allocated-worker', note: string, notSeen: number[] = []) => then(minutesAgo, async (hands) =>
      hands.as(who, recordOutcome, { taskId: known.taskId, outcome, note, ...sighting(notSeen), device: undefined })),
    /** Of the address, where nobody is counted; nothing where the settings name no such source. */
    check: (minutesAgo: number, who: string, about: number | null, source: string, result: CheckResult, answeredBy: string, words: string | null = null) => then(minutesAgo, async (hands) => {
      const [asked] = await hands.query<unknown[]>('SELECT FROM check_source WHERE code = $1 AND in_use', [source]);
      if (asked !== undefined) await hands.as(who, typeCheckAnswer, { incidentId: known.incidentId, personId: about === null ? null : known.people[about] ?? '', source, result, answeredBy, words });
    }),
    note: (minutesAgo: number, who: string, body: string, internal = false) => then(minutesAgo, (hands) => hands.as(who, addNote, { incidentId: known.incidentId, body, internal })),
    warn: (minutesAgo: number, kind: 'dangerous-animal' | 'violence', source: string) => then(minutesAgo, (hands) =>
      hands.as('supervisor', recordWarning, { incidentId: known.incidentId, kind, source, reviewAt: plusMinutes(start, 60 * 24 * 60) })),
    police: (minutesAgo: number, takenBy: string, reference: string) => then(minutesAgo, (hands) => hands.as('coordinator', passToPolice, { incidentId: known.incidentId, takenBy, reference })),
    askDowngrade: (minutesAgo: number, to: Grade, rationale: string) => then(minutesAgo, (hands) => hands.as('coordinator', askSecond, { incidentId: known.incidentId, action: { kind: 'grade', to }, rationale })),
    end: (minutesAgo: number, ending: 'settled' | 'cancelled' | 'passed-on', reason: string, callerTold: string | null, by = 'coordinator') => then(minutesAgo, async (hands) => hands.as(by, endIncident, {
      incidentId: known.incidentId, expectedVersion: await hands.versionOf(known.incidentId), ending, reason, callerTold, duplicateOfId: null })),
    restrict: (minutesAgo: number, named: string[]) => then(minutesAgo, (hands) =>
      hands.as('supervisor', restrictIncident, { incidentId: known.incidentId, staffIds: named.map((key) => hands.actor(key).staffId), reason: 'A member of staff lives at the address' })),
    handOver: (minutesAgo: number, to: string, riskNow: string, options: { by?: string; spokenWith?: string; outstanding?: string } = {}) => then(minutesAgo, async (hands) => hands.as(options.by ?? 'coordinator', sendHandover, {
      incidentId: known.incidentId, expectedVersion: await hands.versionOf(known.incidentId), receivingTeamId: team(to), riskNow, outstanding: options.outstanding ?? null,
      sharingBasis: 'Consent given by the person with parental responsibility', legalPowers: null, spokenWith: options.spokenWith ?? null, dueAt: undefined })),
    back: (minutesAgo: number, note: string) => then(minutesAgo, async (hands) => {
      const missingId = (await hands.query<{ id: string }[]>('SELECT id FROM missing_person WHERE incident_id = $1', [known.incidentId]))[0]?.id ?? '';
      await hands.as('coordinator', recordSeenMissing, { missingId, at: null, well: true, note });
      await hands.as('coordinator', recordInterview, { missingId, step: 'offered', who: 'Sid Curlew, youth worker', independent: true, note: 'She would like to talk after school.', carersView: null });
    }),
    takeOver: (minutesAgo: number, by: string) => then(minutesAgo, async (hands) => hands.as(by, takeOverHandover, { handoverId: await handover(hands) })),
    reject: (minutesAgo: number, by: string, reason: string, rightTeam: string) => then(minutesAgo, async (hands) =>
      hands.as(by, rejectHandover, { handoverId: await handover(hands), reason, rightTeamId: team(rightTeam) })),
  };
  then(call.typed ?? call.reported - 2, async (hands) => {
    const made = await hands.as(call.by ?? 'coordinator', raiseIncident, {
      door: call.door, reportedAt: plusMinutes(start, -call.reported), summary: call.summary, location: { label: call.where, lat: call.at[0], lon: call.at[1], secret: call.secret ?? false, approximate: false, understoodAs: 'place' },
      people: call.people.map((person) => ({ name: person.name, isChild: person.child ?? false, relation: person.relation ?? 'person concerned', bornOn: null, approximateAge: person.age ?? null })),
      flags: call.flags ?? [], missingRisk: call.missing ?? null, answers: { ...NO_ANSWERS, ...call.answers },
      caller: { name: call.caller ?? null, agency: call.agency ?? null, phone: call.caller === undefined ? null : '01632 960 100', reference: null },
    });
    known.incidentId = made.incidentId ?? '';
    const linked = await hands.query<{ id: string; name: string | null }[]>('SELECT s.id, s.name FROM incident_person p JOIN subject s ON s.id = p.person_id WHERE p.incident_id = $1', [known.incidentId]);
    known.people = call.people.map((person) => linked.find(({ name }) => name === person.name)?.id ?? '');
  });
  return verbs;
}
