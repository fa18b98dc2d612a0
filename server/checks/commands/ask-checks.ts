// Asks sources what they know: all that a system can be asked and nobody has, or what is listed.
import { askableNow, decideAsk } from '../../../shared/domain/check.ts';
import type * as routes from '../../../shared/protocol/checks.ts';
import { newId } from '../../database/transaction.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';
import { askableOf } from '../askable.ts';

export const askChecks: Command<typeof routes.askChecks> = async (tx, input) => {
  await changeIncident(tx, input.incidentId, {}, async (file, who) => {
    const askable = await askableOf(tx, file);
    return decideAsk(file, (input.asks ?? askableNow(file, askable)).map((ask) => ({ ...ask, checkId: newId() })), askable, who);
  });
};
