// A promise was kept: most often, the call back was made.
import { decideKeepPromise } from '../../../shared/domain/promise.ts';
import type * as routes from '../../../shared/protocol/owed.ts';
import { saveOptional } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../change-incident.ts';

export const keepPromise: Command<typeof routes.keepPromise> = async (tx, input) => {
  await changeIncident(tx, input.incidentId, {}, async (file, who) =>
    decideKeepPromise(file, { promiseId: input.promiseId, noteId: await saveOptional(tx, input.incidentId, input.note) }, who));
};
