// Rejects a handover with a reason; where the right team is named it goes there at once, same pack, clocks unchanged.
import { decideReject } from '../../../shared/domain/decide-handover.ts';
import type * as routes from '../../../shared/protocol/handovers.ts';
import { newId, Refused } from '../../database/transaction.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';
import { handoverForTaker } from '../handover.store.ts';
import { digestOfPack } from '../pack.store.ts';
import { findReceivingTeam } from '../receiving-team.store.ts';

export const rejectHandover: Command<typeof routes.rejectHandover> = async (tx, input) => {
  const { incidentId, packId } = await handoverForTaker(tx, input.handoverId);
  if (input.rightTeamId !== null && (await findReceivingTeam(tx, input.rightTeamId)) === null) throw new Refused('not-found');
  const packDigest = await digestOfPack(tx, packId);
  await changeIncident(tx, incidentId, { unseen: true }, async (file, who) => decideReject(file, {
    handoverId: input.handoverId, reasonId: await saveStatement(tx, incidentId, input.reason), rightTeamId: input.rightTeamId,
    next: input.rightTeamId === null ? null : { handoverId: newId(), packId, packDigest },
  }, who));
};
