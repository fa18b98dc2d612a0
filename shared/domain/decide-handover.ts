// Handing an incident on: sent, taken over by a named person, rejected to the right team, withdrawn (docs/practice.md, EDT and handover).
import { liveAssignmentsOf } from './apply-incident.ts';
import { accept, refuse, type Decision } from './decision.ts';
import type { Who } from './decide-grade.ts';
import { endingIsDowngrade } from './grade.ts';
import { openFollowUps, openHandover, type Handover, type Id, type IncidentFile, type StatementId } from './incident-file.ts';
import type { IncidentEvent } from './incident-event.ts';
import type { Instant } from './instant.ts';

/** The EDT desk goes on working the incident; a day team takes it away from the night. */
export type ReceivingKind = 'edt-desk' | 'day-team';

export interface SendHandover {
  handoverId: Id; receivingTeam: { id: Id; kind: ReceivingKind; name: string }; dueAt: Instant; packId: Id; packDigest: string; spokenWithId: StatementId | null;
  agreedRequestId: Id | null;
}

export function decideSendHandover(file: IncidentFile, command: SendHandover, names: (staffId: Id) => string, who: Who): Decision<IncidentEvent> {
  if (file.incident.state === 'closed') return refuse('incident-closed');
  if (openHandover(file) !== undefined) return refuse('handover-waiting', { team: 'a receiving team' });
  if (command.receivingTeam.kind === 'day-team') {
    const followUp = openFollowUps(file)[0];
    if (followUp !== undefined) return refuse('follow-up-open', { cause: followUp.cause === 'no-access' ? 'no access' : 'a child not seen' });
    const live = liveAssignmentsOf(file)[0];
    if (live !== undefined) return refuse('crew-still-out', { who: names(live.staffId) });
    if (endingIsDowngrade(file.incident) && command.agreedRequestId === null) return refuse('downgrade-needs-second-person', { grade: String(file.incident.grade) });
  }
  return accept({
    name: 'handover.sent', at: who.now, byId: who.staffId, handoverId: command.handoverId, receivingTeamId: command.receivingTeam.id, dueAt: command.dueAt, sentById: who.staffId,
    packId: command.packId, packDigest: command.packDigest, spokenWithId: command.spokenWithId, afterId: null,
  });
}

const waiting = (file: IncidentFile, handoverId: Id): Handover | ReturnType<typeof refuse> => {
  const handover = file.handovers.find(({ id }) => id === handoverId);
  if (handover === undefined) return refuse('not-found');
  const ended = { sent: null, 'taken-over': 'it was taken over', rejected: 'it was rejected', withdrawn: 'it was withdrawn' }[handover.state];
  return ended === null ? handover : refuse('handover-ended', { what: ended });
};

/** Complete only when a named person takes it: in their own session, or on the phone with name, role and read-back. */
export function decideTakeOver(file: IncidentFile, command: {
  handoverId: Id; taker: { staffId: Id; organisationId: Id }; kind: ReceivingKind; by: 'account' | 'phone'; readBackId: StatementId | null;
}, names: (staffId: Id) => string, who: Who): Decision<IncidentEvent> {
  const handover = waiting(file, command.handoverId);
  if ('accepted' in handover) return handover;
  const agreed = file.requests.findLast(({ state, action }) => state === 'agreed' && action.kind === 'hand-over');
  const needsSecond = endingIsDowngrade(file.incident);
  // A day team ends it: what happened since it was sent (somebody sent out, nobody let in, a grade raised) holds it back as any ending.
  if (command.kind === 'day-team') {
    const followUp = openFollowUps(file)[0];
    if (followUp !== undefined) return refuse('follow-up-open', { cause: followUp.cause === 'no-access' ? 'no access' : 'a child not seen' });
    const live = liveAssignmentsOf(file)[0];
    if (live !== undefined) return refuse('crew-still-out', { who: names(live.staffId) });
    if (needsSecond && agreed === undefined) return refuse('downgrade-needs-second-person', { grade: String(file.incident.grade) });
  }
  const taken: IncidentEvent = {
    name: 'handover.takenOver', at: who.now, byId: who.staffId, handoverId: handover.id, receivingTeamId: handover.receivingTeamId, fromId: file.incident.ownerId, takenById: command.taker.staffId,
    ownerOrganisationId: command.taker.organisationId, by: command.by, readBackId: command.readBackId,
  };
  if (command.kind === 'edt-desk') return accept(taken);
  return accept<IncidentEvent>(taken, {
    name: 'incident.ended', at: who.now, byId: who.staffId, ending: 'taken-over', reasonId: null, callerToldId: null, duplicateOfId: null, requestId: needsSecond ? agreed?.id ?? null : null,
  });
}

export interface RejectHandover {
  handoverId: Id; reasonId: StatementId; rightTeamId: Id | null;
  /** The handover that follows when the right team is named: same pack, clocks unchanged. */
  next: { handoverId: Id; packId: Id; packDigest: string } | null;
}

/** A rejection names the right team, and it goes there; until somebody takes it, the sender still owns it. */
export function decideReject(file: IncidentFile, command: RejectHandover, who: Who): Decision<IncidentEvent> {
  const handover = waiting(file, command.handoverId);
  if ('accepted' in handover) return handover;
  if (command.rightTeamId === handover.receivingTeamId) return refuse('same-team');
  const rejected: IncidentEvent = {
    name: 'handover.rejected', at: who.now, byId: who.staffId, handoverId: handover.id, receivingTeamId: handover.receivingTeamId, reasonId: command.reasonId, rightTeamId: command.rightTeamId,
  };
  if (command.rightTeamId === null || command.next === null) return accept(rejected);
  return accept<IncidentEvent>(rejected, {
    name: 'handover.sent', at: who.now, byId: who.staffId, handoverId: command.next.handoverId, receivingTeamId: command.rightTeamId, dueAt: handover.dueAt, sentById: handover.sentById,
    packId: command.next.packId, packDigest: command.next.packDigest, spokenWithId: null, afterId: handover.id,
  });
}

export function decideWithdraw(file: IncidentFile, command: { handoverId: Id; reasonId: StatementId }, who: Who): Decision<IncidentEvent> {
  const handover = waiting(file, command.handoverId);
  if ('accepted' in handover) return handover;
  return accept({ name: 'handover.withdrawn', at: who.now, byId: who.staffId, handoverId: handover.id, receivingTeamId: handover.receivingTeamId, reasonId: command.reasonId });
}
