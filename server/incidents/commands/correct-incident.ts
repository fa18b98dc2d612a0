// Corrects what was written down; what it said before stays on the log.
import { decideCorrect } from '../../../shared/domain/decide-incident.ts';
import type * as routes from '../../../shared/protocol/incidents.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../change-incident.ts';
import { saveLocation } from '../location.store.ts';

export const correctIncident: Command<typeof routes.correctIncident> = async (tx, input) => {
  await changeIncident(tx, input.incidentId, { expectedVersion: input.expectedVersion }, async (_file, who) => {
    const location = input.location === undefined ? undefined : await saveLocation(tx, input.incidentId, input.location);
    return decideCorrect({
      ...(input.summary === undefined ? {} : { summaryId: await saveStatement(tx, input.incidentId, input.summary) }),
      ...(location === undefined ? {} : { locationId: location.id, districtCode: location.districtCode }),
      ...(input.flags === undefined ? {} : { flags: input.flags }), ...(input.missingRisk === undefined ? {} : { missingRisk: input.missingRisk }),
      reasonId: await saveStatement(tx, input.incidentId, input.reason),
    }, who);
  });
};
