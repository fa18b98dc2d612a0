// Takes a handover back before anybody has it.
import { decideWithdraw } from '../../../shared/domain/decide-handover.ts';
import type * as routes from '../../../shared/protocol/handovers.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';
import { incidentIdOf } from '../../incidents/incident.store.ts';

export const withdrawHandover: Command<typeof routes.withdrawHandover> = async (tx, input) => {
  const incidentId = await incidentIdOf(tx, 'handover', input.handoverId);
  await changeIncident(tx, incidentId, {}, async (file, who) => decideWithdraw(file, { handoverId: input.handoverId, reasonId: await saveStatement(tx, incidentId, input.reason) }, who));
};
