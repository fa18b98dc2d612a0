// Correcting, owning, passing to the police, restricting, ending and reopening an incident.
import { liveAssignmentsOf } from './apply-incident.ts';
import { accept, refuse, type Decision } from './decision.ts';
import type { Who } from './decide-grade.ts';
import { endingIsDowngrade } from './grade.ts';
import { openFollowUps, openHandover, type Id, type IncidentFile, type PassedOn, type StatementId } from './incident-file.ts';
import type { IncidentEvent, IncidentEventOf } from './incident-event.ts';
import { owedInterviews, unconfirmedOf } from './missing.ts';
import type { Ending } from './incident-words.ts';
import type { Instant } from './instant.ts';
import { crewToTell, decideInstruct, type CrewOrder } from './instruction.ts';
import { passedOnTo, someoneTookIt } from './lead.ts';
import { callerWasTold, owedToCaller, PROMISE_NAMES } from './promise.ts';
import { openReassessments } from './reassess.ts';

export function decideOwn(file: IncidentFile, owner: { staffId: Id; organisationId: Id; onDuty: boolean; name: string }, who: Who): Decision<IncidentEvent> {
  if (file.incident.state === 'closed') return refuse('incident-closed');
  if (!owner.onDuty) return refuse('owner-off-duty', { who: owner.name });
  if (owner.staffId === file.incident.ownerId) return refuse('owner-unchanged', { who: owner.name });
  return accept({ name: 'incident.ownerChanged', at: who.now, byId: who.staffId, fromId: file.incident.ownerId, ownerId: owner.staffId, ownerOrganisationId: owner.organisationId });
}

export interface PassToPolice {
  takerId: StatementId; referenceId: StatementId; takenAt: Instant;
  /** What a crew that is out is told in the same step; null where nobody is, or they have been told. */
  crewOrder: CrewOrder | null; newId: () => Id;
}

/** Grade 1 leaves for the police at once, with what the crew is told; the social work need stays open here (docs/practice.md, Grades). */
export function decidePassToPolice(file: IncidentFile, command: PassToPolice, names: (staffId: Id) => string, who: Who): Decision<IncidentEvent> {
  if (file.incident.state === 'closed') return refuse('incident-closed');
  if (file.incident.grade !== 1) return refuse('not-grade-1');
  if (file.incident.policeHaveItAt !== null) return refuse('police-have-it');
  if (command.takenAt > who.now || command.takenAt < file.incident.reportedAt) return refuse('taken-when');
  const untold = crewToTell(file)[0];
  if (untold !== undefined && command.crewOrder === null) return refuse('tell-the-crew', { who: names(untold.staffId) });
  const told = untold === undefined || command.crewOrder === null ? accept<IncidentEvent>() : decideInstruct(file, command.crewOrder, command.newId, who);
  if (!told.accepted) return told;
  const { takerId, referenceId, takenAt } = command;
  return accept<IncidentEvent>(...told.events, { name: 'incident.passedToPolice', at: who.now, byId: who.staffId, takerId, referenceId, takenAt });
}

export interface EndCommand {
  ending: Exclude<Ending, 'taken-over' | 'elsewhere'>;
  reasonId: StatementId;
  callerToldId: StatementId | null;
  duplicateOfId: Id | null;
  /** Who took what is passed on: not ours only once it is somebody's (docs/practice.md, Who leads). */
  passedOn?: (PassedOn & { leadId: Id }) | null;
  /** Set when a second person has just agreed to this very ending. */
  agreedRequestId: Id | null;
}

/** Ends an incident; whoever was sent and is not there yet is freed with it. */
export function decideEnd(file: IncidentFile, command: EndCommand, names: (staffId: Id) => string, who: Who): Decision<IncidentEvent> {
  const { incident } = file;
  if (incident.state === 'closed') return refuse('incident-closed');
  if (command.duplicateOfId === incident.id) return refuse('duplicate-of-itself');
  const followUp = openFollowUps(file)[0];
  if (followUp !== undefined) return refuse('follow-up-open', { cause: followUp.cause === 'no-access' ? 'no access' : 'a child not seen' });
  if (unconfirmedOf(file).length > 0) return refuse('missing-not-confirmed');
  if (owedInterviews(file).length > 0) return refuse('return-interview-owed');
  if (openHandover(file) !== undefined) return refuse('handover-waiting', { team: 'a receiving team' });
  const live = liveAssignmentsOf(file);
  const there = live.find((assignment) => assignment.state === 'there');
  if (there !== undefined) return refuse('crew-still-there', { who: names(there.staffId) });
  if (endingIsDowngrade(incident) && command.agreedRequestId === null) return refuse('downgrade-needs-second-person', { grade: String(incident.grade) });
  const held = heldByCaller(file, command);
  if (held !== null) return held;
  const passed = passedOn(file, command, who);
  if (!passed.accepted) return passed;
  const freed = live.map((assignment): IncidentEvent => ({
    name: 'assignment.stoodDown', at: who.now, byId: who.staffId, assignmentId: assignment.id, staffId: assignment.staffId, dutyId: assignment.dutyId, reasonId: command.reasonId,
  }));
  return accept<IncidentEvent>(...freed, ...passed.events, {
    name: 'incident.ended', at: who.now, byId: who.staffId, ending: command.ending, reasonId: command.reasonId, callerToldId: command.callerToldId,
    duplicateOfId: command.duplicateOfId, requestId: command.agreedRequestId,
  });
}

/** Nobody is left waiting by the telephone, and nothing new is left unread. */
export function heldByCaller(file: IncidentFile, { ending, callerToldId }: Pick<EndCommand, 'ending' | 'callerToldId'>): ReturnType<typeof refuse> | null {
  if (openReassessments(file).length > 0 && ending !== 'duplicate') return refuse('reassess-open');
  if (callerToldId !== null) return null;
  const owed = owedToCaller(file);
  if (owed !== undefined) return refuse('promise-standing', { what: PROMISE_NAMES[owed.kind] });
  return file.incident.grade === 4 && ending !== 'duplicate' && !callerWasTold(file) ? refuse('caller-not-told') : null;
}

export function passedOn(file: IncidentFile, command: Pick<EndCommand, 'ending' | 'passedOn'>, who: Who): Decision<IncidentEvent> {
  if (command.ending !== 'passed-on') return accept();
  if (command.passedOn == null) return someoneTookIt(file) ? accept() : refuse('nobody-took-it');
  return passedOnTo(file, command.passedOn, who);
}

export const decideReopen = (file: IncidentFile, reasonId: StatementId, who: Who): Decision<IncidentEvent> =>
  file.incident.state === 'open' ? refuse('incident-open') : accept({ name: 'incident.reopened', at: who.now, byId: who.staffId, reasonId });

/** Corrections stay possible on a closed incident: what was written down must become true. */
export function decideCorrect(change: Omit<IncidentEventOf<'incident.corrected'>, 'name' | 'at' | 'byId'>, who: Who): Decision<IncidentEvent> {
  return accept({ name: 'incident.corrected', at: who.now, byId: who.staffId, ...change });
}

export function decideRestrict(file: IncidentFile, namedStaffIds: readonly Id[], reasonId: StatementId, who: Who): Decision<IncidentEvent> {
  const before = { restricted: file.incident.restricted, namedStaffIds: file.incident.namedStaffIds };
  return accept(namedStaffIds.length === 0
    ? { name: 'incident.unrestricted', at: who.now, byId: who.staffId, reasonId, before }
    : { name: 'incident.restricted', at: who.now, byId: who.staffId, reasonId, namedStaffIds: [...new Set([file.incident.ownerId, who.staffId, ...namedStaffIds])], before });
}
