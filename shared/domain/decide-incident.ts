// Correcting, owning, passing to the police, restricting, ending and reopening an incident.
import { liveAssignmentsOf } from './apply-incident.ts';
import { accept, refuse, type Decision } from './decision.ts';
import type { Who } from './decide-grade.ts';
import { endingIsDowngrade } from './grade.ts';
import { openFollowUps, openHandover, type Id, type IncidentFile, type StatementId } from './incident-file.ts';
import type { IncidentEvent, IncidentEventOf } from './incident-event.ts';
import type { Ending } from './incident-words.ts';

export function decideOwn(file: IncidentFile, owner: { staffId: Id; organisationId: Id; onDuty: boolean; name: string }, who: Who): Decision<IncidentEvent> {
  if (file.incident.state === 'closed') return refuse('incident-closed');
  if (!owner.onDuty) return refuse('owner-off-duty', { who: owner.name });
  if (owner.staffId === file.incident.ownerId) return refuse('owner-unchanged', { who: owner.name });
  return accept({ name: 'incident.ownerChanged', at: who.now, byId: who.staffId, fromId: file.incident.ownerId, ownerId: owner.staffId, ownerOrganisationId: owner.organisationId });
}

/** Grade 1 leaves for the police at once; the social work need stays open here (docs/practice.md). */
export function decidePassToPolice(file: IncidentFile, command: { takerId: StatementId; referenceId: StatementId }, who: Who): Decision<IncidentEvent> {
  if (file.incident.state === 'closed') return refuse('incident-closed');
  if (file.incident.grade !== 1) return refuse('not-grade-1');
  if (file.incident.policeHaveItAt !== null) return refuse('police-have-it');
  return accept({ name: 'incident.passedToPolice', at: who.now, byId: who.staffId, ...command });
}

export interface EndCommand {
  ending: Exclude<Ending, 'taken-over'>;
  reasonId: StatementId;
  callerToldId: StatementId | null;
  duplicateOfId: Id | null;
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
  if (openHandover(file) !== undefined) return refuse('handover-waiting', { team: 'a receiving team' });
  const live = liveAssignmentsOf(file);
  const there = live.find((assignment) => assignment.state === 'there');
  if (there !== undefined) return refuse('crew-still-there', { who: names(there.staffId) });
  if (endingIsDowngrade(incident) && command.agreedRequestId === null) return refuse('downgrade-needs-second-person', { grade: String(incident.grade) });
  const freed = live.map((assignment): IncidentEvent => ({
    name: 'assignment.stoodDown', at: who.now, byId: who.staffId, assignmentId: assignment.id, staffId: assignment.staffId, dutyId: assignment.dutyId, reasonId: command.reasonId,
  }));
  return accept<IncidentEvent>(...freed, {
    name: 'incident.ended', at: who.now, byId: who.staffId, ending: command.ending, reasonId: command.reasonId, callerToldId: command.callerToldId,
    duplicateOfId: command.duplicateOfId, requestId: command.agreedRequestId,
  });
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
