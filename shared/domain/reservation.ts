// Somebody is held for a task before anybody is sent: no tablet hears of it, nobody else sends them without saying so, and it runs out by itself (docs/practice.md, Sending).
import { coverLeg } from './cover.ts';
import { isLive, type Id, type IncidentFile } from './incident-file.ts';
import type { Instant } from './instant.ts';

export const RESERVATION_ENDS = ['sent', 'released', 'ran-out', 'taken', 'off-duty', 'on-break', 'filled', 'task-ended'] as const;
export type ReservationEnd = (typeof RESERVATION_ENDS)[number];

export interface Reservation { id: Id; taskId: Id; legId: Id; staffId: Id; dutyId: Id; heldById: Id; heldAt: Instant; untilAt: Instant; endedAs: ReservationEnd | null; endedAt: Instant | null }

export interface ReservationBodies {
  'reservation.made': { reservationId: Id; taskId: Id; legId: Id; staffId: Id; heldDutyId: Id; untilAt: Instant };
  'reservation.ended': { reservationId: Id; taskId: Id; staffId: Id; end: ReservationEnd };
}
export type ReservationEvent = { [N in keyof ReservationBodies]: ReservationBodies[N] & { name: N; at: Instant; byId: Id } }[keyof ReservationBodies];

export const standingReservations = <R extends Pick<Reservation, 'endedAt'>>(reservations: readonly R[]): R[] => reservations.filter(({ endedAt }) => endedAt === null);

export function withReservation(file: IncidentFile, event: ReservationEvent): IncidentFile {
  if (event.name === 'reservation.ended') return { ...file, reservations: file.reservations.map((one) => (one.id === event.reservationId ? { ...one, endedAs: event.end, endedAt: event.at } : one)) };
  const { reservationId: id, taskId, legId, staffId, heldDutyId: dutyId, byId: heldById, at: heldAt, untilAt } = event;
  return { ...file, reservations: [...file.reservations, { id, taskId, legId, staffId, dutyId, heldById, heldAt, untilAt, endedAs: null, endedAt: null }] };
}

/** What a reservation has become by what happened to its task: nobody says that apart. */
export function withReservationsSettled(file: IncidentFile, at: Instant): IncidentFile {
  if (standingReservations(file.reservations).length === 0) return file;
  const reservations = file.reservations.map((one) => { const endedAs = one.endedAt === null ? endNow(file, one) : null; return endedAs === null ? one : { ...one, endedAs, endedAt: at }; });
  return reservations.every((one, index) => one === file.reservations[index]) ? file : { ...file, reservations };
}

function endNow(file: IncidentFile, { taskId, legId, staffId }: Reservation): ReservationEnd | null {
  if (file.tasks.find(({ id }) => id === taskId)?.state !== 'open') return 'task-ended';
  if (file.assignments.some((one) => one.taskId === taskId && one.staffId === staffId && isLive(one))) return 'sent';
  const leg = file.legs.find(({ id }) => id === legId);
  return leg !== undefined && ['nobody', 'left'].includes(coverLeg(leg, file.assignments).state) ? null : 'filled';
}
