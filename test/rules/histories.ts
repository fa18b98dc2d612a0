// Random nights of one incident: what people might do, in any order, decided by the real rules and folded by the real apply.
import fc from 'fast-check';
import { ACTIVITIES, ACTIVITY_CODES, canFill, PROFESSIONS, type Profession } from '../../shared/domain/activity.ts';
import { applyAll } from '../../shared/domain/apply-incident.ts';
import { SKILLS } from '../../shared/domain/skill.ts';
import type { Decision } from '../../shared/domain/decision.ts';
import * as attendance from '../../shared/domain/decide-attendance.ts';
import * as grading from '../../shared/domain/decide-grade.ts';
import * as handing from '../../shared/domain/decide-handover.ts';
import * as incidents from '../../shared/domain/decide-incident.ts';
import { decideDispatch, decideStandDown, PLAINLY } from '../../shared/domain/decide-dispatch.ts';
import { decideAddTask, decideCancelTask } from '../../shared/domain/decide-task.ts';
import { decideCheckAct, decideMissingAct } from './missing-acts.ts';
import { decideOwed, OWED_ACTS } from './owed-acts.ts';
import { decideVisitAct } from './visit-acts.ts';
import { FIRST_POLICY } from '../../shared/domain/first-policy.ts';
import type { Grade } from '../../shared/domain/grade.ts';
import { isLive, type IncidentFile } from '../../shared/domain/incident-file.ts';
import type { IncidentEvent } from '../../shared/domain/incident-event.ts';
import { plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import { NO_ANSWERS, type Answers } from '../../shared/domain/policy.ts';

export const START: Instant = '2026-10-24T21:00:00.000Z';
export const POLICY = { id: 'policy', body: FIRST_POLICY };
export const STAFF = ['ann', 'bea', 'col', 'dev', 'eve'] as const;
/** A new one each time it is asked. */
export function ids(n: string): () => string {
  let made = 0;
  return () => `id${n}.${made += 1}`;
}
const clock = (at: Instant): string => at.slice(11, 16);
const names = (id: string): string => id;

export interface Act { kind: string; who: (typeof STAFF)[number]; pick: number; minutes: number; grade: Grade; flag: boolean; lateMinutes: number; profession: Profession }
export interface Taken { act: Act; now: Instant; before: IncidentFile; after: IncidentFile; events: readonly IncidentEvent[] }
export interface History { file: IncidentFile; events: IncidentEvent[]; taken: Taken[] }

const SELDOM = ['assess', 'ask', 'agree', 'refuse', 'end', 'own', 'police', 'cancel', 'standDown', 'decline', 'noAccess', 'followUp', 'handOver', 'takeOver', 'reject', 'withdraw', 'restrict', ...OWED_ACTS, 'missing', 'missing', 'check', 'visit'] as const;
/** Weighted towards what carries a night forward: otherwise few would ever arrive anywhere. */
const OFTEN = ['grade', 'task', 'send', 'send', 'accept', 'going', 'there', 'there', 'left', 'saw', 'outcome', 'stepBack', 'reopen'] as const;

export const acts: fc.Arbitrary<Act[]> = fc.array(fc.record({
  kind: fc.oneof({ weight: 3, arbitrary: fc.constantFrom<string>(...OFTEN) }, { weight: 2, arbitrary: fc.constantFrom<string>(...SELDOM) }), who: fc.constantFrom(...STAFF), pick: fc.nat(9), minutes: fc.integer({ min: 0, max: 300 }), grade: fc.constantFrom<Grade>(1, 2, 3, 4), flag: fc.boolean(),
  lateMinutes: fc.integer({ min: -600, max: 600 }), profession: fc.constantFrom(...PROFESSIONS),
}), { minLength: 1, maxLength: 60 });

const said = fc.option(fc.boolean());
export const answers: fc.Arbitrary<Answers> = fc.record({
  dangerNow: said, hurt: said, hurtBadly: said, worseTonight: said, happenedBefore: said, crime: said, cannotProtect: said, safeUntilSeen: said, willEngage: said, adviceEnough: said,
});

export function raise(given: Answers = NO_ANSWERS): IncidentEvent[] {
  const decision = grading.decideRaise({
    incidentId: 'incident', callId: 'call', night: '2026-10-24', number: 1, door: 'cmu', reportedAt: plusMinutes(START, -7), raisedDutyId: 'duty', summaryId: 'summary', locationId: null, districtCode: null,
    flags: ['vulnerable-child'], missingRisk: null, answers: given, ownerId: 'ann', ownerOrganisationId: 'council',
  }, POLICY, { staffId: 'ann', now: START });
  if (!decision.accepted) throw new Error(decision.refusal.code);
  return [...decision.events, ...['child', 'mother'].map((personId): IncidentEvent => ({ name: 'person.linked', at: START, byId: 'ann', linkId: `link-${personId}`, personId, isChild: personId === 'child' }))];
}

/** Plays the acts; refused ones change nothing. `busy` are those held by other incidents. */
export function live(given: readonly Act[], first: readonly IncidentEvent[] = raise()): History {
  const history: History = { file: applyAll(null, first), events: [...first], taken: [] };
  let now = START;
  given.forEach((act, index) => {
    now = plusMinutes(now, act.minutes);
    const decision = decide(history.file, act, now, `${index}`);
    if (!decision.accepted || decision.events.length === 0) return;
    const after = applyAll(history.file, decision.events);
    history.taken.push({ act, now, before: history.file, after, events: decision.events });
    history.file = after;
    history.events.push(...decision.events);
  });
  return history;
}

export const nth = <T>(items: readonly T[], pick: number): T | undefined => items[pick % Math.max(items.length, 1)];

function decide(file: IncidentFile, act: Act, now: Instant, n: string): Decision<IncidentEvent> {
  const who = { staffId: act.who, now };
  const reporter = { ...who, happenedAt: plusMinutes(now, act.lateMinutes) };
  const [task, assignment, request, followUp, handover] = [nth(file.tasks, act.pick), nth(file.assignments, act.pick), nth(file.requests, act.pick), nth(file.followUps, act.pick), file.handovers.at(-1)];
  const sighting = act.flag ? { seenPersonIds: ['child', 'mother'], notSeenPersonIds: [] } : { seenPersonIds: ['mother'], notSeenPersonIds: ['child'] };
  const team = { id: act.flag ? 'east' : 'edt', kind: act.flag ? 'day-team' as const : 'edt-desk' as const, name: 'team' };
  switch (act.kind) {
    case 'assess': return grading.decideAssess(file, { answers: { ...NO_ANSWERS, dangerNow: act.grade === 1, hurt: act.grade === 2, adviceEnough: act.grade === 4 }, flags: act.flag ? ['mental-health'] : [], missingRisk: null }, POLICY, who);
    case 'grade': return grading.decideGrade(file, { to: act.grade, rationaleId: `r${n}`, mayOnlyUpgrade: act.flag }, POLICY, who);
    case 'ask': return grading.decideAskSecond(file, { requestId: `q${n}`, action: act.flag ? { kind: 'grade', to: act.grade } : { kind: 'end', ending: 'settled', duplicateOfId: null, callerToldId: `c${n}` }, rationaleId: `r${n}` }, who);
    case 'agree': {
      if (request === undefined) return { accepted: false, refusal: { code: 'not-found' } };
      const agreed = grading.decideAgree(file, request.id, who);
      if (!agreed.accepted) return agreed;
      const done = request.action.kind === 'grade' ? grading.gradeAsAgreed(file, request.id, request.action.to, request.rationaleId, POLICY, { staffId: request.byId, now })
        : incidents.decideEnd(file, { ending: 'settled', reasonId: request.rationaleId, callerToldId: `c${n}`, duplicateOfId: null, agreedRequestId: request.id }, names, { staffId: request.byId, now });
      return done.accepted ? { accepted: true, events: [...agreed.events, ...done.events] } : done;
    }
    case 'refuse': return grading.decideRefuseSecond(file, { requestId: request?.id ?? '', reasonId: `r${n}` }, who);
    case 'end': return incidents.decideEnd(file, { ending: act.flag ? 'settled' : 'cancelled', reasonId: `r${n}`, callerToldId: act.pick > 4 ? `c${n}` : null, duplicateOfId: null, agreedRequestId: null }, names, who);
    case 'reopen': return incidents.decideReopen(file, `r${n}`, who);
    case 'own': return incidents.decideOwn(file, { staffId: act.who, organisationId: 'council', onDuty: act.flag, name: act.who }, who);
    case 'police': return incidents.decidePassToPolice(file, { takerId: `t${n}`, referenceId: `f${n}`, takenAt: plusMinutes(now, Math.min(act.lateMinutes, 0)), crewOrder: act.flag ? 'hold-back' : null, newId: ids(n) }, names, who);
    case 'restrict': return incidents.decideRestrict(file, act.flag ? ['eve'] : [], `r${n}`, who);
    case 'task': {
      const activity = nth(ACTIVITY_CODES, act.pick) ?? 'welfare-check';
      return decideAddTask(file, { taskId: `task${n}`, activity, kind: act.flag ? 'visit' : 'phone', legs: ACTIVITIES[activity].legs.map((need, i) => ({ id: `leg${n}.${i}`, need })), detailId: null, dueFrom: null, dueAt: plusMinutes(now, 500) }, who);
    }
    case 'cancel': return decideCancelTask(file, { taskId: task?.id ?? '', reasonId: `r${n}` }, names, who);
    case 'send': {
      const busy = file.assignments.find((one) => one.staffId === act.who && one.kind === 'visit' && isLive(one));
      const fitting = file.legs.filter((leg) => leg.taskId === task?.id).flatMap((leg) => PROFESSIONS.filter((profession) => canFill(profession, leg.need, SKILLS)))[act.pick % 2];
      return decideDispatch(file, task?.id ?? '', [{
        assignmentId: `a${n}`, dutyId: `duty-${act.who}`, staffId: act.who, name: act.who, profession: act.pick > 1 ? fitting ?? act.profession : act.profession, skills: SKILLS, teamId: 'team', onDuty: true, breakUntil: null,
        busyOn: busy === undefined ? null : { ref: 'ref', by: 'by', at: busy.dispatchedAt }, heldFor: null, vehicle: null, gender: null,
      }], clock, who, { ...PLAINLY, solo: { soloId: `solo${n}`, reasonId: act.flag ? `ahead${n}` : null, allowed: ACTIVITY_CODES } });
    }
    case 'standDown': return decideStandDown(file, { assignmentIds: [assignment?.id ?? ''], reasonId: `r${n}` }, clock, who);
    case 'accept': case 'going': case 'there': case 'left': {
      const partner = file.assignments.find((one) => one.taskId === assignment?.taskId && one.id !== assignment.id);
      return attendance.decideAdvance(file, { assignmentId: assignment?.id ?? '', to: act.kind === 'accept' ? 'accepted' : act.kind, alsoFor: act.flag && partner !== undefined ? [partner.id] : [] }, clock, reporter);
    }
    case 'decline': return attendance.decideDecline(file, { assignmentId: assignment?.id ?? '', reason: 'unsafe', noteId: null }, clock, reporter);
    case 'saw': return attendance.decideSaw(file, { assignmentId: assignment?.id ?? '', ...sighting }, reporter);
    case 'noAccess': return attendance.decideNoAccess(file, { assignmentId: assignment?.id ?? '', followUpId: `f${n}` }, FIRST_POLICY, reporter);
    case 'outcome': return attendance.decideOutcome(file, { taskId: task?.id ?? '', outcome: 'advice', noteId: `o${n}`, followUpId: `f${n}`, ...sighting }, FIRST_POLICY, reporter);
    case 'stepBack': return attendance.decideStepBack(file, { assignmentId: assignment?.id ?? '', to: nth(['dispatched', 'accepted', 'going', 'there'] as const, act.pick) ?? 'accepted', reasonId: `r${n}` }, FIRST_POLICY, who);
    case 'followUp': return attendance.decideFollowUp(file, { followUpId: followUp?.id ?? '', decision: 'retry', noteId: `n${n}` }, act.flag, who);
    case 'handOver': return handing.decideSendHandover(file, { handoverId: `h${n}`, receivingTeam: team, dueAt: plusMinutes(now, 600), packId: `p${n}`, packDigest: '', spokenWithId: null, agreedRequestId: null }, names, who);
    case 'takeOver': return handing.decideTakeOver(file, { handoverId: handover?.id ?? '', taker: { staffId: act.who, organisationId: 'council' }, kind: handover?.receivingTeamId === 'east' ? 'day-team' : 'edt-desk', by: 'account', readBackId: null }, names, who);
    case 'reject': return handing.decideReject(file, { handoverId: handover?.id ?? '', reasonId: `r${n}`, rightTeamId: act.flag ? 'north' : null, next: act.flag ? { handoverId: `h${n}`, packId: `p${n}`, packDigest: '' } : null }, who);
    case 'withdraw': return handing.decideWithdraw(file, { handoverId: handover?.id ?? '', reasonId: `r${n}` }, who);
    case 'promise': case 'keep': case 'advice': case 'lead': case 'takeLead': case 'dispute': case 'answer': case 'instruct': case 'read': case 'reassess': case 'news': case 'decideNews': case 'review':
      return decideOwed(file, act, now, n);
    case 'missing': return decideMissingAct(file, act, now, n);
    case 'check': return decideCheckAct(file, act, now, n);
    case 'visit': return decideVisitAct(file, act, now, n);
    default: throw new Error(`no such act: ${act.kind}`);
  }
}
