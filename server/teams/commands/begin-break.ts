// A break, by whoever takes it or by control. Nobody is sent meanwhile.
import { whyNotBreak } from '../../../shared/domain/decide-duty.ts';
import { plusMinutes } from '../../../shared/domain/instant.ts';
import type * as routes from '../../../shared/protocol/duties.ts';
import { Refused } from '../../database/transaction.ts';
import type { Command } from '../../http/handle.ts';
import { policyNow } from '../../incidents/policy.store.ts';
import { beginBreakUntil, endBreakNow, recordBreak, standingBreak } from '../break.store.ts';
import { liveVisitsOf, lockDutyToChange } from '../duty.store.ts';

export const beginBreak: Command<typeof routes.beginBreak> = async (tx, { dutyId, minutes }) => {
  const duty = await lockDutyToChange(tx, dutyId);
  const standing = await standingBreak(tx, dutyId);
  const length = minutes ?? (await policyNow(tx, tx.now)).body.working.usualBreak;
  const refusal = whyNotBreak({ name: duty.name, visiting: await liveVisitsOf(tx, duty.staffId) > 0, breakUntil: standing?.until ?? null }, length, tx.now);
  if (refusal !== null) throw new Refused(refusal.code, refusal.facts);
  // One whose time is over and that nobody has ended yet.
  if (standing !== null) await endBreakNow(tx, standing.id, null);
  const until = plusMinutes(tx.now, length);
  recordBreak(tx, 'duty.breakBegun', duty, { breakId: await beginBreakUntil(tx, dutyId, until), until });
};
