// Shares one's position, or stops: the newest one is forgotten at once.
import type * as routes from '../../../shared/protocol/duties.ts';
import { Refused } from '../../database/transaction.ts';
import type { Command } from '../../http/handle.ts';
import { standingSosOf } from '../../sos/sos.store.ts';
import { lockOwnDuty, recordDuty } from '../duty.store.ts';

export const setSharing: Command<typeof routes.setSharing> = async (tx, input) => {
  const duty = await lockOwnDuty(tx, input.dutyId);
  if (!input.sharing && await standingSosOf(tx, duty.staffId) !== null) throw new Refused('sos-stands');
  await tx.query('UPDATE duty SET sharing = $2 WHERE id = $1', [duty.id, input.sharing]);
  if (!input.sharing) await tx.query('DELETE FROM position_latest WHERE duty_id = $1', [duty.id]);
  recordDuty(tx, input.sharing ? 'duty.sharingStarted' : 'duty.sharingStopped', { dutyId: duty.id, staffId: duty.staffId, seat: duty.seat, teamId: duty.teamId });
};
