// What the caller was told: a promise with a clock of its own.
import type * as routes from '../../../shared/protocol/owed.ts';
import { newId } from '../../database/transaction.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../change-incident.ts';
import { tell } from '../told.ts';

export const tellCaller: Command<typeof routes.tellCaller> = async (tx, input) => {
  const promiseId = newId();
  await changeIncident(tx, input.incidentId, {}, (file) => tell(tx, file, input, promiseId));
  return { promiseId };
};
