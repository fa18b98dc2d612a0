// Moves a booked visit by hand: other people, or another time. A family that was told is told first.
import { decideMove } from '../../../shared/domain/decide-visit.ts';
import { clockTime } from '../../../shared/domain/duty-night.ts';
import type * as routes from '../../../shared/protocol/planning.ts';
import { newId } from '../../database/transaction.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';
import { incidentIdOf } from '../../incidents/incident.store.ts';
import { findBookable } from '../bookable.store.ts';
import { legsFrom, policyFor, toldTo, untilMoved } from '../booking.ts';

export const moveVisit: Command<typeof routes.moveVisit> = async (tx, { taskId, bookingId: fromBookingId, visits, isFixed, reason, told }) => {
  const [incidentId, bookingId] = [await incidentIdOf(tx, 'task', taskId), newId()];
  await untilMoved(tx, () => changeIncident(tx, incidentId, {}, async (file, who) => {
    const people = await findBookable(tx, visits.map(({ staffId }) => staffId), [taskId]);
    const said = { told: await toldTo(tx, incidentId, told), reasonId: await saveStatement(tx, incidentId, reason) };
    return decideMove(file, { bookingId, fromBookingId, taskId, visits: legsFrom(visits), isFixed, proposalId: null, ...said }, people, await policyFor(tx, file), clockTime, who);
  }));
  return { bookingId };
};
