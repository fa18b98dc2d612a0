// Sending people to a task, standing them down, sending others instead.
import { NEED_NAMES, type Activity, type Profession } from './activity.ts';
import { coverLeg } from './cover.ts';
import { ONLY_WORDS, onlyFor, suitsOnly, type Gender, type Only } from './crew-gender.ts';
import { undrivenVehicle } from './crew-vehicle.ts';
import { goesAlone } from './crew-safety.ts';
import { accept, refuse, type Decision, type Refusal } from './decision.ts';
import type { Who } from './decide-grade.ts';
import { finishing } from './decide-task.ts';
import { isLive, legsOf, type Id, type IncidentFile, type Leg, type StatementId, type Task } from './incident-file.ts';
import type { IncidentEvent } from './incident-event.ts';
import type { Instant } from './instant.ts';
import { canStand, skillLacking } from './leg-needs.ts';
import { isTimeToMeet } from './meeting-point.ts';
import { SKILL_NAMES, type Skill } from './skill.ts';
import { leftOwed } from './solo-first.ts';

/** Somebody the coordinator wants to send, as the store knows them under lock. */
export interface Candidate {
  assignmentId: Id; dutyId: Id; staffId: Id; name: string; profession: Profession | null; /** By certificates in date today. */ skills: readonly Skill[]; teamId: Id | null; /** Their crew's. */ vehicle: string | null; /** As they agreed that it is recorded. */ gender: Gender | null; onDuty: boolean;
  /** On a break until then; nobody is sent before, and nobody by surprise: it is interrupted first, by name. */
  breakUntil: Instant | null;
  /** The visit that holds them, were there one; `ref` reads "other work" where the sender may not see it. */
  busyOn: { ref: string; by: string; at: Instant } | null;
  /** The task that they are held for, not told of it yet. */
  heldFor: { taskId: Id; ref: string; by: string; until: Instant } | null;
}

/** What whoever sends has said besides whom. */
export interface SendingTerms {
  /** Why a supervisor sends one where visits are double-crewed only. */
  aloneReasonId: StatementId | null;
  /** Why a supervisor sends somebody where a visit is for women only or men only, and they are not recorded so. */
  despiteReasonId: StatementId | null;
  /** By the policy a crew's vehicle has somebody among those who go who may drive it. */
  needsDriver: boolean;
  /** Why one leg goes ahead while another is owed, and the activities for which the policy lets it. */
  solo: { soloId: Id; reasonId: StatementId | null; allowed: readonly Activity[] };
  /** Where they meet before the door. */
  meeting: { meetingId: Id; whereId: StatementId; meetAt: Instant | null } | null;
  /** As it stood before those were stood down whom these replace; null where nobody is replaced. */
  before: IncidentFile | null;
}
export const PLAINLY: SendingTerms = { aloneReasonId: null, despiteReasonId: null, needsDriver: false, solo: { soloId: '', reasonId: null, allowed: [] }, meeting: null, before: null };

/** Each candidate takes the first leg still missing that they can fill. All are placed, or nobody is. */
export function placed(file: IncidentFile, taskId: Id, candidates: readonly Candidate[], clock: (at: Instant) => string, who: Who): Decision<{ candidate: Candidate; leg: Leg }> {
  const task = file.tasks.find(({ id }) => id === taskId);
  if (task === undefined) return refuse('not-found');
  if (file.incident.state === 'closed') return refuse('incident-closed');
  if (task.state !== 'open') return refuse('task-ended');
  if (file.incident.grade === 1) return refuse('grade-1-goes-to-police');
  if (file.incident.grade === 4 && task.kind === 'visit' && task.dueAt === null) return refuse('grade-4-no-visit');
  const free = legsOf(file, taskId).filter((leg) => {
    const { state } = coverLeg(leg, file.assignments);
    return state === 'nobody' || state === 'left';
  });
  if (free.length === 0) return refuse('leg-covered');
  const pairs: { candidate: Candidate; leg: Leg }[] = [];
  for (const candidate of candidates) {
    if (!candidate.onDuty) return refuse('responder-off-duty', { who: candidate.name });
    if (candidate.breakUntil !== null && candidate.breakUntil > who.now) return refuse('on-break', { who: candidate.name, until: clock(candidate.breakUntil) });
    if (candidate.busyOn !== null && task.kind === 'visit') {
      return refuse('responder-busy', { who: candidate.name, ref: candidate.busyOn.ref, by: candidate.busyOn.by, at: clock(candidate.busyOn.at) });
    }
    if (candidate.heldFor !== null && candidate.heldFor.taskId !== taskId && task.kind === 'visit') {
      return refuse('held-for-other', { who: candidate.name, ref: candidate.heldFor.ref, by: candidate.heldFor.by, until: clock(candidate.heldFor.until) });
    }
    const { profession, skills } = candidate;
    const index = profession === null ? -1 : free.findIndex((leg) => canStand(profession, leg, skills));
    const leg = free[index];
    if (leg === undefined) return whyNobodyFits(candidate, free);
    free.splice(index, 1);
    pairs.push({ candidate, leg });
  }
  return accept(...pairs);
}

/** All go, or nobody does. */
export function decideDispatch(
  file: IncidentFile, taskId: Id, candidates: readonly Candidate[], clock: (at: Instant) => string, who: Who, terms: SendingTerms = PLAINLY,
): Decision<IncidentEvent> {
  const legs = placed(file, taskId, candidates, clock, who);
  const task = file.tasks.find(({ id }) => id === taskId);
  if (!legs.accepted) return legs;
  if (task === undefined) return refuse('not-found');
  const filled = legs.events.map(({ leg }) => leg.id);
  const events = legs.events.map(({ candidate, leg }): IncidentEvent => ({
    name: 'assignment.dispatched', at: who.now, byId: who.staffId, assignmentId: candidate.assignmentId, taskId, legId: leg.id, kind: task.kind,
    staffId: candidate.staffId, dutyId: candidate.dutyId, teamId: candidate.teamId,
  }));
  const alone = task.kind === 'visit' && goesAlone(file, taskId, candidates.length) ? candidates[0] : undefined;
  if (alone !== undefined && terms.aloneReasonId === null) return refuse('double-crewed-only', { who: alone.name });
  const despite = notSuited(file, task, candidates, terms);
  if (!despite.accepted) return despite;
  const undriven = terms.needsDriver && task.kind === 'visit' ? undrivenVehicle(candidates, file.assignments.filter((one) => one.taskId === taskId && isLive(one)).map(({ teamId }) => teamId)) : null;
  if (undriven !== null) return refuse('nobody-drives', { what: undriven });
  const ahead = goingAhead(file, task, filled, terms, who);
  if (!ahead.accepted) return ahead;
  if (terms.meeting !== null && !isTimeToMeet(terms.meeting.meetAt, who.now)) return refuse('meeting-when');
  return accept<IncidentEvent>(
    ...events, ...ahead.events,
    ...(alone === undefined || terms.aloneReasonId === null ? [] : [{ name: 'crew.sentAlone' as const, at: who.now, byId: who.staffId, assignmentId: alone.assignmentId, staffId: alone.staffId, reasonId: terms.aloneReasonId }]),
    ...despite.events.map((candidate) => ({ name: 'crew.sentDespite' as const, at: who.now, byId: who.staffId, assignmentId: candidate.assignmentId, staffId: candidate.staffId, only: candidate.only, reasonId: candidate.reasonId })),
    ...(terms.meeting === null ? [] : [{ name: 'meeting.agreed' as const, at: who.now, byId: who.staffId, taskId, ...terms.meeting }]),
  );
}

/** Whoever goes though the visit is not for them: only by a supervisor's reason. */
function notSuited(file: IncidentFile, task: Task, candidates: readonly Candidate[], { despiteReasonId }: SendingTerms): Decision<Candidate & { only: Only; reasonId: StatementId }> {
  const only = task.kind === 'visit' ? onlyFor(file.warnings.map(({ kind }) => kind)) : null;
  const unsuited = candidates.filter(({ gender }) => !suitsOnly(only, gender));
  const [first] = unsuited;
  if (only === null || first === undefined) return accept();
  if (despiteReasonId === null) return refuse(first.gender === null ? 'gender-not-recorded' : 'gender-other', { who: first.name, what: ONLY_WORDS[only] });
  return accept(...unsuited.map((candidate) => ({ ...candidate, only, reasonId: despiteReasonId })));
}

/** Never without saying so: a leg that stays with nobody is owed by name, for a reason, and only where the policy lets the other go ahead. */
function goingAhead(file: IncidentFile, task: Task, filled: readonly Id[], { solo, aloneReasonId, before }: SendingTerms, who: Who): Decision<IncidentEvent> {
  const owed = task.kind === 'visit' ? leftOwed(before ?? file, file, task.id, filled).map(({ need }) => need) : [];
  if (owed.length === 0) return accept();
  const what = owed.map((need) => NEED_NAMES[need]).join(' and the ');
  if (!solo.allowed.includes(task.activity)) return refuse('solo-first-not-allowed', { what });
  const reasonId = solo.reasonId ?? aloneReasonId;
  return reasonId === null ? refuse('solo-first-why', { what }) : accept({ name: 'solo.begun', at: who.now, byId: who.staffId, soloId: solo.soloId, taskId: task.id, owed, reasonId });
}

/** A certificate that has run out is named: it can be renewed, and until then somebody else goes. */
function whyNobodyFits({ name, profession, skills }: Candidate, free: readonly Pick<Leg, 'need' | 'skills'>[]): { accepted: false; refusal: Refusal } {
  const missing = profession === null ? null : free.map((leg) => skillLacking(profession, leg, skills)).find((skill) => skill !== null);
  return missing === null || missing === undefined ? refuse('nobody-fits', { who: name }) : refuse('certificate-needed', { who: name, what: SKILL_NAMES[missing] });
}

/** To send them elsewhere at once: nobody is taken from a door. */
export function decideTakeAway(file: IncidentFile, command: { assignmentIds: readonly Id[]; reasonId: StatementId }, clock: (at: Instant) => string, nameOf: (staffId: Id) => string, who: Who): Decision<IncidentEvent> {
  const there = file.assignments.find(({ id, state }) => command.assignmentIds.includes(id) && state === 'there');
  return there === undefined ? decideStandDown(file, command, clock, who) : refuse('crew-still-there', { who: nameOf(there.staffId) });
}

/** Stands people down, wherever they are on the way; the task asks for somebody again, or is finished if it has its outcome. */
export function decideStandDown(file: IncidentFile, command: { assignmentIds: readonly Id[]; reasonId: StatementId }, clock: (at: Instant) => string, who: Who): Decision<IncidentEvent> {
  const events: IncidentEvent[] = [];
  const taskIds = new Set<Id>();
  for (const assignmentId of command.assignmentIds) {
    const assignment = file.assignments.find(({ id }) => id === assignmentId);
    if (assignment === undefined) return refuse('not-found');
    if (!isLive(assignment)) return refuse('assignment-ended', { at: clock(assignment.endedAt ?? assignment.dispatchedAt) });
    events.push({ name: 'assignment.stoodDown', at: who.now, byId: who.staffId, assignmentId, staffId: assignment.staffId, dutyId: assignment.dutyId, reasonId: command.reasonId });
    taskIds.add(assignment.taskId);
  }
  return accept(...events, ...[...taskIds].flatMap((taskId) => finishing(file, events, taskId, who)));
}
