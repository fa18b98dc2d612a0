// The end of a break: by whoever takes it, or interrupted by control, by name and with the reason.
import type * as routes from '../../../shared/protocol/duties.ts';
import { Refused } from '../../database/transaction.ts';
import { saveOptional } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { endBreakNow, recordBreak, standingBreak } from '../break.store.ts';
import { lockDutyToChange } from '../duty.store.ts';

export const endBreak: Command<typeof routes.endBreak> = async (tx, { dutyId, reason }) => {
  const duty = await lockDutyToChange(tx, dutyId);
  const standing = await standingBreak(tx, dutyId);
  if (standing === null) throw new Refused('not-on-break', { who: duty.name });
  if (duty.staffId !== tx.actor.staffId && reason === null) throw new Refused('rationale-needed');
  const reasonId = await saveOptional(tx, null, reason);
  await endBreakNow(tx, standing.id, reasonId);
  recordBreak(tx, 'duty.breakEnded', duty, { breakId: standing.id, reasonId });
};
