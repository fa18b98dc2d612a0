// Gives everything that one holds to somebody on duty, by name.
import type * as routes from '../../../shared/protocol/duties.ts';
import { Refused } from '../../database/transaction.ts';
import type { Command } from '../../http/handle.ts';
import { findStaff } from '../../incidents/lookups.ts';
import { handEverythingOn } from '../hand-everything-on.ts';

export const handOn: Command<typeof routes.handOn> = async (tx, input) => {
  if (tx.actor.dutyId !== input.dutyId) throw new Refused('not-on-duty');
  // By name, even where there is nothing to hand on.
  if ((await findStaff(tx, [input.toStaffId])).size === 0) throw new Refused('not-found');
  await handEverythingOn(tx, tx.actor.staffId, input.toStaffId);
};
