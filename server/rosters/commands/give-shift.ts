// A shift passes to somebody else, for one of theirs or for none: both rosters are judged as they will be, and both change or neither.
import { whyNotRostered } from '../../../shared/domain/decide-shift.ts';
import { clockTime } from '../../../shared/domain/duty-night.ts';
import type { Id } from '../../../shared/domain/incident-file.ts';
import type * as routes from '../../../shared/protocol/roster.ts';
import { Refused, type Tx } from '../../database/transaction.ts';
import { saveOptional } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { policyNow } from '../../incidents/policy.store.ts';
import { recordShift } from '../record-shift.ts';
import { letOverlapMeanwhile, lockRostered, lockShift, moveShiftTo, shiftsAround, type StoredShift } from '../shift.store.ts';

export const giveShift: Command<typeof routes.giveShift> = async (tx, { shiftId, toStaffId, forShiftId, despite }) => {
  const shifts = new Map<Id, StoredShift>();
  for (const id of [shiftId, ...(forShiftId === null ? [] : [forShiftId])].toSorted()) shifts.set(id, await lockStanding(tx, id));
  const [given, back] = [shifts.get(shiftId), forShiftId === null ? undefined : shifts.get(forShiftId)];
  if (given === undefined || given.staffId === toStaffId || (forShiftId !== null && back?.staffId !== toStaffId)) throw new Refused('not-found');
  const names = await lockRostered(tx, [given.staffId, toStaffId]);
  const despiteId = await saveOptional(tx, null, despite);
  await letOverlapMeanwhile(tx);
  for (const { shift, staffId } of [{ shift: given, staffId: toStaffId }, ...(back === undefined ? [] : [{ shift: back, staffId: given.staffId }])]) {
    const existing = await shiftsAround(tx, staffId, shift.from, shift.until, [...shifts.keys()]);
    const refusal = whyNotRostered({ who: names.get(staffId) ?? '', existing, wanted: [shift], limits: (await policyNow(tx, tx.now)).body.working, despite: despite !== null, now: tx.now });
    if (refusal !== null) throw new Refused(refusal.code, refusal.facts);
    await moveShiftTo(tx, shift.id, staffId);
    recordShift(tx, 'shift.given', shift.id, { fromStaffId: shift.staffId, toStaffId: staffId, despiteId });
  }
};

async function lockStanding(tx: Tx, id: Id): Promise<StoredShift> {
  const shift = await lockShift(tx, id);
  if (shift.removedAt !== null || shift.until <= tx.now) throw new Refused('shift-over');
  if (shift.takenAt !== null) throw new Refused('shift-taken', { who: shift.name, at: clockTime(shift.takenAt) });
  return shift;
}
