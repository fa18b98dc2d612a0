// Takes a shift off the roster. One that somebody booked on for stands.
import { clockTime } from '../../../shared/domain/duty-night.ts';
import type * as routes from '../../../shared/protocol/roster.ts';
import { Refused } from '../../database/transaction.ts';
import type { Command } from '../../http/handle.ts';
import { recordShift } from '../record-shift.ts';
import { lockShift, markRemoved } from '../shift.store.ts';

export const removeShift: Command<typeof routes.removeShift> = async (tx, { shiftId }) => {
  const { staffId, name, removedAt, takenAt, until } = await lockShift(tx, shiftId);
  if (removedAt !== null || until <= tx.now) throw new Refused('shift-over');
  if (takenAt !== null) throw new Refused('shift-taken', { who: name, at: clockTime(takenAt) });
  await markRemoved(tx, shiftId);
  recordShift(tx, 'shift.removed', shiftId, { staffId });
};
