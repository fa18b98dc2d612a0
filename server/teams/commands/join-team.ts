// Changes team in the middle of the night, or goes alone. Not while a visit holds them: the crew on it stays the crew.
import type * as routes from '../../../shared/protocol/duties.ts';
import { isControl } from '../../../shared/domain/visibility.ts';
import { Refused } from '../../database/transaction.ts';
import type { Command } from '../../http/handle.ts';
import { liveTasksOf, lockDuty, lockOwnDuty, lockTeam, recordDuty } from '../duty.store.ts';

export const joinTeam: Command<typeof routes.joinTeam> = async (tx, input) => {
  const duty = await (isControl(tx.actor) ? lockDuty : lockOwnDuty)(tx, input.dutyId);
  if (input.teamId !== null) await lockTeam(tx, input.teamId);
  if ((await liveTasksOf(tx, duty.staffId)) > 0) throw new Refused('crew-still-out', { who: duty.name });
  await tx.query('UPDATE duty SET team_id = $2 WHERE id = $1', [duty.id, input.teamId]);
  recordDuty(tx, 'duty.teamChanged', { dutyId: duty.id, staffId: duty.staffId, seat: duty.seat, teamId: input.teamId, fromTeamId: duty.teamId });
};
