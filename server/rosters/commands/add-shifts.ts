// Puts somebody on the roster, once or by a pattern: all of the shifts or none.
import { whyNotRostered } from '../../../shared/domain/decide-shift.ts';
import { shiftsOf } from '../../../shared/domain/shift-pattern.ts';
import type * as routes from '../../../shared/protocol/roster.ts';
import { Refused } from '../../database/transaction.ts';
import { saveOptional } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { policyNow } from '../../incidents/policy.store.ts';
import { recordShift } from '../record-shift.ts';
import { lockRostered, saveShift, shiftsAround } from '../shift.store.ts';

export const addShifts: Command<typeof routes.addShifts> = async (tx, { staffId, districtCodes, despite, ...pattern }) => {
  const who = (await lockRostered(tx, [staffId])).get(staffId) ?? '';
  const wanted = shiftsOf(pattern);
  const [first, last] = [wanted[0], wanted.at(-1)];
  const existing = first === undefined || last === undefined ? [] : await shiftsAround(tx, staffId, first.from, last.until);
  const refusal = whyNotRostered({ who, existing, wanted, limits: (await policyNow(tx, tx.now)).body.working, despite: despite !== null, now: tx.now });
  if (refusal !== null) throw new Refused(refusal.code, refusal.facts);
  const despiteId = await saveOptional(tx, null, despite);
  for (const shift of wanted) {
    recordShift(tx, 'shift.made', await saveShift(tx, staffId, shift, districtCodes), { staffId, from: shift.from, until: shift.until, districtCodes, breaks: shift.breaks, despiteId });
  }
};
