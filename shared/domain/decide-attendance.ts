// What the responder reports: answering, going, there, seen, no access, outcome, left scene; and taking a step back.
// Facts are never refused for the state they meet: what no longer fits is kept as a late report (docs/house.md, Offline).
import { accept, refuse, type Decision } from './decision.ts';
import type { Who } from './decide-grade.ts';
import { finishing } from './decide-task.ts';
import { dueAtFor } from './grading.ts';
import { isLive, type Assignment, type AssignmentState, type Id, type IncidentFile, type StatementId } from './incident-file.ts';
import type { IncidentEvent, LateFact, StepState } from './incident-event.ts';
import type { DeclineReason, FollowUpDecision, Outcome } from './incident-words.ts';
import { heldBetween, plusMinutes, type Instant } from './instant.ts';
import type { Policy } from './policy.ts';

/** `happenedAt` is the device's time, corrected by its measured offset; it is held between the sending and now. */
export interface Reporter extends Who { happenedAt: Instant; /** Pressed on a device, maybe long ago: a fact, never refused for what has changed meanwhile. */ fromDevice?: boolean }

const STEPS: readonly AssignmentState[] = ['dispatched', 'accepted', 'going', 'there', 'left'];
const stepOf = (state: AssignmentState): number => STEPS.indexOf(state);
const find = (file: IncidentFile, id: Id): Assignment | undefined => file.assignments.find((assignment) => assignment.id === id);
const lateReport = (who: Reporter, assignmentId: Id, fact: LateFact, noteId: StatementId | null): IncidentEvent => ({
  name: 'incident.reportedLate', at: heldBetween('', who.happenedAt, who.now), byId: who.staffId, assignmentId, fact, noteId,
});

/** One leg answers by itself, or on one tablet for both in one car. */
export function decideAdvance(file: IncidentFile, command: { assignmentId: Id; to: StepState; alsoFor: readonly Id[] }, clock: (at: Instant) => string, who: Reporter): Decision<IncidentEvent> {
  const own = find(file, command.assignmentId);
  if (own === undefined) return refuse('not-found');
  const partners = command.alsoFor.map((id) => find(file, id));
  if (partners.some((partner) => partner === undefined || partner.taskId !== own.taskId || partner.teamId === null || partner.teamId !== own.teamId)) return refuse('not-your-partner');
  if (command.to === 'accepted' && !isLive(own)) return refuse('assignment-ended', { at: clock(own.endedAt ?? own.dispatchedAt) });
  const events: IncidentEvent[] = [];
  for (const assignment of new Set([own, ...partners.filter((partner) => partner !== undefined)])) {
    const forPartner = assignment !== own;
    if (isLive(assignment) && stepOf(assignment.state) < stepOf(command.to)) {
      events.push({
        name: 'assignment.advanced', at: heldBetween(latestStamp(assignment), who.happenedAt, who.now), byId: who.staffId, assignmentId: assignment.id,
        staffId: assignment.staffId, dutyId: assignment.dutyId, to: command.to, forPartner,
      });
    } else if (!forPartner && assignment.state !== command.to && command.to !== 'accepted') {
      events.push(lateReport(who, assignment.id, command.to, null));
    }
  }
  return accept(...events, ...finishing(file, events, own.taskId, who));
}

const latestStamp = (assignment: Assignment): Instant => assignment.thereAt ?? assignment.goingAt ?? assignment.acceptedAt ?? assignment.dispatchedAt;

export function decideDecline(file: IncidentFile, command: { assignmentId: Id; reason: DeclineReason; noteId: StatementId | null }, clock: (at: Instant) => string, who: Reporter): Decision<IncidentEvent> {
  const assignment = find(file, command.assignmentId);
  if (assignment === undefined) return refuse('not-found');
  if (!isLive(assignment)) return refuse('assignment-ended', { at: clock(assignment.endedAt ?? assignment.dispatchedAt) });
  if (assignment.state !== 'dispatched') return refuse('already-answered');
  const declined: IncidentEvent = { name: 'assignment.declined', at: who.now, byId: who.staffId, staffId: assignment.staffId, dutyId: assignment.dutyId, ...command };
  return accept(declined, ...finishing(file, [declined], assignment.taskId, who));
}

export interface Sighting { seenPersonIds: readonly Id[]; notSeenPersonIds: readonly Id[] }

/** Everybody named in the incident is either seen or not seen. Whoever was added while a device had no signal was not seen; null: it does not say. */
function completed(file: IncidentFile, sighting: Sighting, who: Reporter): Sighting | null {
  const { seenPersonIds, notSeenPersonIds } = sighting;
  const [said, named] = [[...seenPersonIds, ...notSeenPersonIds], file.people.map(({ personId }) => personId)];
  const unsaid = named.filter((id) => !said.includes(id));
  if (new Set(said).size !== said.length || !said.every((id) => named.includes(id)) || (unsaid.length > 0 && who.fromDevice !== true)) return null;
  return { seenPersonIds, notSeenPersonIds: [...notSeenPersonIds, ...unsaid] };
}

const arrival = (assignment: Assignment, at: Instant, who: Reporter): IncidentEvent[] => assignment.thereAt !== null ? [] : [{
  name: 'assignment.advanced', at, byId: who.staffId, assignmentId: assignment.id, staffId: assignment.staffId, dutyId: assignment.dutyId, to: 'there', forPartner: false,
}];

export function decideSaw(file: IncidentFile, command: { assignmentId: Id } & Sighting, who: Reporter): Decision<IncidentEvent> {
  const assignment = find(file, command.assignmentId);
  if (assignment === undefined) return refuse('not-found');
  const sighting = completed(file, command, who);
  if (sighting === null) return refuse('say-who-was-seen');
  if (!isLive(assignment)) return accept(lateReport(who, assignment.id, 'seen', null));
  const at = heldBetween(latestStamp(assignment), who.happenedAt, who.now);
  return accept<IncidentEvent>(...arrival(assignment, at, who), {
    name: 'assignment.sawPeople', at, byId: who.staffId, staffId: assignment.staffId, dutyId: assignment.dutyId, taskId: assignment.taskId, assignmentId: assignment.id, ...sighting,
  });
}

/** Knocking is not seeing: no access opens a follow-up with an owner and a clock; the incident cannot close on it. */
export function decideNoAccess(file: IncidentFile, command: { assignmentId: Id; followUpId: Id }, policy: Pick<Policy, 'followUpMinutes'>, who: Reporter): Decision<IncidentEvent> {
  const assignment = find(file, command.assignmentId);
  if (assignment === undefined) return refuse('not-found');
  const open = file.followUps.some((followUp) => followUp.taskId === assignment.taskId && followUp.cause === 'no-access' && followUp.decision === null);
  if (!isLive(assignment) || open) return accept(lateReport(who, assignment.id, 'no-access', null));
  const at = heldBetween(latestStamp(assignment), who.happenedAt, who.now);
  return accept<IncidentEvent>(...arrival(assignment, at, who), {
    name: 'followUp.opened', at, byId: who.staffId, followUpId: command.followUpId, taskId: assignment.taskId, cause: 'no-access',
    dueAt: plusMinutes(at, policy.followUpMinutes), ownerId: file.incident.ownerId,
  });
}

export interface OutcomeCommand extends Sighting { taskId: Id; outcome: Exclude<Outcome, 'no-access'>; noteId: StatementId; followUpId: Id }

/** Sent, and then not: whoever declined or was stood down on the way has no outcome to give. Control, which was never sent, may have. */
const neverThere = (file: IncidentFile, taskId: Id, staffId: Id): boolean => {
  const own = file.assignments.filter((assignment) => assignment.taskId === taskId && assignment.staffId === staffId);
  return own.length > 0 && own.every(({ state, thereAt }) => (state === 'declined' || state === 'stood-down') && thereAt === null);
};

/** Says who was seen and who was not; a child not seen goes to a manager. */
export function decideOutcome(file: IncidentFile, command: OutcomeCommand, policy: Pick<Policy, 'followUpMinutes'>, who: Reporter): Decision<IncidentEvent> {
  const task = file.tasks.find(({ id }) => id === command.taskId);
  if (task === undefined) return refuse('not-found');
  const sighting = completed(file, command, who);
  if (sighting === null) return refuse('say-who-was-seen');
  if (task.state !== 'open' || neverThere(file, task.id, who.staffId)) return accept<IncidentEvent>({ name: 'incident.reportedLate', at: heldBetween('', who.happenedAt, who.now), byId: who.staffId, assignmentId: null, fact: 'outcome', noteId: command.noteId });
  const at = heldBetween(task.addedAt, who.happenedAt, who.now);
  const recorded: IncidentEvent = {
    name: 'task.outcomeRecorded', at, byId: who.staffId, taskId: task.id, outcome: command.outcome, noteId: command.noteId, ...sighting,
  };
  const childNotSeen = file.people.some(({ personId, isChild }) => isChild && sighting.notSeenPersonIds.includes(personId));
  const followUp: IncidentEvent[] = childNotSeen ? [{
    name: 'followUp.opened', at, byId: who.staffId, followUpId: command.followUpId, taskId: task.id, cause: 'child-not-seen', dueAt: plusMinutes(at, policy.followUpMinutes), ownerId: file.incident.ownerId,
  }] : [];
  return accept(recorded, ...followUp, ...finishing(file, [recorded], task.id, who));
}

export function decideFollowUp(file: IncidentFile, command: { followUpId: Id; decision: FollowUpDecision; noteId: StatementId }, isSupervisor: boolean, who: Who): Decision<IncidentEvent> {
  const followUp = file.followUps.find(({ id }) => id === command.followUpId);
  if (followUp === undefined) return refuse('not-found');
  if (followUp.decision !== null) return refuse('already-decided');
  if ((followUp.cause === 'child-not-seen' || command.decision === 'manager-satisfied') && !isSupervisor) return refuse('manager-decides');
  return accept({ name: 'followUp.decided', at: who.now, byId: who.staffId, ...command });
}

/** A wrong button, taken back: the later times go, and a deadline that it had stopped runs again from the report. */
export function decideStepBack(file: IncidentFile, command: { assignmentId: Id; to: AssignmentState; reasonId: StatementId }, policy: Pick<Policy, 'targetMinutes'>, who: Who): Decision<IncidentEvent> {
  const assignment = find(file, command.assignmentId);
  if (assignment === undefined) return refuse('not-found');
  if (file.incident.state === 'closed') return refuse('incident-closed');
  if (file.tasks.find(({ id }) => id === assignment.taskId)?.state !== 'open') return refuse('task-finished');
  if (stepOf(assignment.state) < 1 || stepOf(command.to) < 0 || stepOf(command.to) >= stepOf(assignment.state)) return refuse('not-a-step-back');
  // Somebody who had left may have been sent elsewhere since; another incident's visit is found by the database.
  const elsewhere = assignment.kind === 'visit' && file.assignments.some((other) => other.id !== assignment.id && other.staffId === assignment.staffId && other.kind === 'visit' && isLive(other));
  if (elsewhere) return refuse('responder-busy');
  return accept({
    name: 'assignment.corrected', at: who.now, byId: who.staffId, staffId: assignment.staffId, dutyId: assignment.dutyId, ...command,
    dueAtIfUnattended: dueAtFor(policy, file.incident.strictest, file.incident.reportedAt),
  });
}
