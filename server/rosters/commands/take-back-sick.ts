// Whoever was down as sick comes after all.
import type * as routes from '../../../shared/protocol/roster.ts';
import { Refused } from '../../database/transaction.ts';
import type { Command } from '../../http/handle.ts';
import { recordShift } from '../record-shift.ts';
import { lockShift, markSick } from '../shift.store.ts';

export const takeBackSick: Command<typeof routes.takeBackSick> = async (tx, { shiftId }) => {
  const { staffId, name, until, sickAt, removedAt } = await lockShift(tx, shiftId);
  if (removedAt !== null || until <= tx.now) throw new Refused('shift-over');
  if (sickAt === null) throw new Refused('shift-not-sick', { who: name });
  await markSick(tx, shiftId, false);
  recordShift(tx, 'shift.well', shiftId, { staffId });
};
