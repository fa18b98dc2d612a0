// Somebody is sick: their shift stands, nobody is there for it, and the gap shows.
import type * as routes from '../../../shared/protocol/roster.ts';
import { Refused } from '../../database/transaction.ts';
import type { Command } from '../../http/handle.ts';
import { recordShift } from '../record-shift.ts';
import { lockShift, markSick } from '../shift.store.ts';
import { clockTime } from '../../../shared/domain/duty-night.ts';

export const reportSick: Command<typeof routes.reportSick> = async (tx, { shiftId }) => {
  const { staffId, name, until, sickAt, removedAt, takenAt } = await lockShift(tx, shiftId);
  if (removedAt !== null || until <= tx.now) throw new Refused('shift-over');
  if (takenAt !== null) throw new Refused('shift-taken', { who: name, at: clockTime(takenAt) });
  if (sickAt !== null) throw new Refused('shift-sick', { who: name });
  await markSick(tx, shiftId, true);
  recordShift(tx, 'shift.sick', shiftId, { staffId });
};
