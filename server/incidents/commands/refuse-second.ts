// Refuses a request for a second person, or withdraws one's own.
import { decideRefuseSecond } from '../../../shared/domain/decide-grade.ts';
import type * as routes from '../../../shared/protocol/incidents.ts';
import { Refused } from '../../database/transaction.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../change-incident.ts';

export const refuseSecond: Command<typeof routes.refuseSecond> = async (tx, input) => {
  await changeIncident(tx, input.incidentId, {}, async (file, who) => {
    const asker = file.requests.find(({ id }) => id === input.requestId)?.byId;
    if (asker !== who.staffId && !tx.actor.roles.includes('supervisor')) throw new Refused('not-your-role', { who: 'a supervisor' });
    return decideRefuseSecond(file, { requestId: input.requestId, reasonId: await saveStatement(tx, input.incidentId, input.reason) }, who);
  });
};
