// Books a visit by hand. What the family was told becomes a promise in the same breath.
import { decideBook } from '../../../shared/domain/decide-visit.ts';
import { clockTime } from '../../../shared/domain/duty-night.ts';
import type * as routes from '../../../shared/protocol/planning.ts';
import { newId } from '../../database/transaction.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';
import { incidentIdOf } from '../../incidents/incident.store.ts';
import { findBookable } from '../bookable.store.ts';
import { legsFrom, policyFor, toldTo } from '../booking.ts';

export const bookVisit: Command<typeof routes.bookVisit> = async (tx, { taskId, visits, isFixed, told }) => {
  const [incidentId, bookingId] = [await incidentIdOf(tx, 'task', taskId), newId()];
  await changeIncident(tx, incidentId, {}, async (file, who) => {
    const people = await findBookable(tx, visits.map(({ staffId }) => staffId), [taskId]);
    return decideBook(file, { bookingId, taskId, visits: legsFrom(visits), isFixed, proposalId: null, told: await toldTo(tx, incidentId, told) }, people, await policyFor(tx, file), clockTime, who);
  });
  return { bookingId };
};
