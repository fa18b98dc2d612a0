// Sends the case with its pack. It stays with its owner until a named person takes it over.
import { decideSendHandover } from '../../../shared/domain/decide-handover.ts';
import type * as routes from '../../../shared/protocol/handovers.ts';
import { newId, Refused } from '../../database/transaction.ts';
import { saveOptional } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';
import { staffNames } from '../../incidents/lookups.ts';
import { freezePack } from '../pack.store.ts';
import { dueAtOf, findReceivingTeam } from '../receiving-team.store.ts';

export const sendHandover: Command<typeof routes.sendHandover> = async (tx, input) => {
  const receivingTeam = await findReceivingTeam(tx, input.receivingTeamId);
  if (receivingTeam === null) throw new Refused('not-found');
  if (input.dueAt !== undefined && input.dueAt <= tx.now) throw new Refused('window-impossible');
  const handoverId = newId();
  await changeIncident(tx, input.incidentId, { expectedVersion: input.expectedVersion }, async (file, who) => {
    const pack = await freezePack(tx, file, input);
    return decideSendHandover(file, {
      handoverId, receivingTeam, dueAt: input.dueAt ?? dueAtOf(receivingTeam, tx.now), packId: pack.id, packDigest: pack.digest,
      spokenWithId: await saveOptional(tx, input.incidentId, input.spokenWith), agreedRequestId: null,
    }, await staffNames(tx, file), who);
  });
  return { handoverId };
};
