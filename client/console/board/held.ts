// Who is held for which task, as the incidents on the board say it: until when, and by whom.
import { standingReservations } from '../../../shared/domain/reservation.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { clockTime } from '../../../shared/domain/duty-night.ts';

export interface Held { reservationId: string; incidentId: string; ref: string; taskId: string; legId: string; dutyId: string; name: string; until: string; by: string }

/** Of one task, in the order of its legs. */
export const heldHere = ({ id, ref, legs, reservations }: Pick<IncidentView, 'id' | 'ref' | 'legs' | 'reservations'>, taskId?: string): Held[] => standingReservations(reservations)
  .filter((one) => taskId === undefined || one.taskId === taskId).toSorted((a, b) => placeOf(legs, a.legId) - placeOf(legs, b.legId))
  .map((one) => ({ reservationId: one.id, incidentId: id, ref, taskId: one.taskId, legId: one.legId, dutyId: one.dutyId, name: one.name, until: one.untilAt, by: one.heldBy.name }));
const placeOf = (legs: IncidentView['legs'], legId: string): number => legs.find(({ id }) => id === legId)?.position ?? 0;

/** By duty. */
export const heldOnBoard = (incidents: ReadonlyMap<string, IncidentView>): ReadonlyMap<string, Held> => new Map([...incidents.values()].flatMap((incident) => heldHere(incident)).map((held) => [held.dutyId, held]));

/** "held for 0047 until 22:40 by Kaur". */
export const heldWords = ({ ref, until, by }: Held): string => `held for ${ref.slice(-4)} until ${clockTime(until)} by ${by}`;
/** "Amin and Doyle held until 22:40 by Kaur", where the task itself is in sight. */
export function heldLine(held: readonly Held[]): string {
  const [first] = held;
  return first === undefined ? '' : `${held.map(({ name }) => name).join(' and ')} held until ${clockTime(held.map(({ until }) => until).toSorted()[0] ?? first.until)} by ${first.by}`;
}
