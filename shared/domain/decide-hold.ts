// Holding people for a task, and freeing them: the same people in the same legs as sending would put them, and nobody is told (docs/practice.md, Sending).
import { placed, type Candidate } from './decide-dispatch.ts';
import { accept, refuse, type Decision } from './decision.ts';
import type { Who } from './decide-grade.ts';
import type { Id, IncidentFile } from './incident-file.ts';
import { plusMinutes, type Instant } from './instant.ts';
import { standingReservations, type ReservationEnd, type ReservationEvent } from './reservation.ts';

/** Each in the leg that sending them would put them in. All are held, or nobody is. */
export function decideHold(
  file: IncidentFile, taskId: Id, candidates: readonly Candidate[], { holdMinutes, newId }: { holdMinutes: number; newId: () => Id }, clock: (at: Instant) => string, who: Who,
): Decision<ReservationEvent> {
  if (file.tasks.find(({ id }) => id === taskId)?.kind === 'phone') return refuse('not-a-visit');
  const held = candidates.find(({ heldFor }) => heldFor !== null);
  if (held !== undefined && held.heldFor !== null) return refuse('held-already', { who: held.name, ref: held.heldFor.ref, by: held.heldFor.by, until: clock(held.heldFor.until) });
  const legs = placed(file, taskId, candidates, clock, who);
  if (!legs.accepted) return legs;
  return accept(...legs.events.map(({ candidate, leg }): ReservationEvent => ({
    name: 'reservation.made', at: who.now, byId: who.staffId, reservationId: newId(), taskId, legId: leg.id, staffId: candidate.staffId, heldDutyId: candidate.dutyId, untilAt: plusMinutes(who.now, holdMinutes),
  })));
}

/** By hand, by the clock, or because somebody else takes them; what is over already stays as it ended. */
export function decideFree(file: IncidentFile, reservationIds: readonly Id[], end: ReservationEnd, who: Who): Decision<ReservationEvent> {
  const known = file.reservations.filter(({ id }) => reservationIds.includes(id));
  if (known.length < new Set(reservationIds).size) return refuse('not-found');
  return accept(...standingReservations(known).map(({ id, taskId, staffId }): ReservationEvent => ({ name: 'reservation.ended', at: who.now, byId: who.staffId, reservationId: id, taskId, staffId, end })));
}
