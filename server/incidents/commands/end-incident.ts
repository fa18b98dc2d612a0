// Settles, cancels, links or passes on; an unattended Grade 1 or 2 ends only through a second person.
import { decideEnd } from '../../../shared/domain/decide-incident.ts';
import type * as routes from '../../../shared/protocol/incidents.ts';
import { saveOptional, saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../change-incident.ts';
import { lockDuplicate } from '../duplicates.ts';
import { staffNames } from '../lookups.ts';
import { savePassedOn } from '../passed-on.ts';

export const endIncident: Command<typeof routes.endIncident> = async (tx, input) => {
  await lockDuplicate(tx, input.incidentId, input);
  await changeIncident(tx, input.incidentId, { expectedVersion: input.expectedVersion }, async (file, who) => decideEnd(file, {
    ending: input.ending, reasonId: await saveStatement(tx, input.incidentId, input.reason), callerToldId: await saveOptional(tx, input.incidentId, input.callerTold),
    duplicateOfId: input.duplicateOfId, passedOn: await savePassedOn(tx, input.incidentId, input.passedOn), agreedRequestId: null,
  }, await staffNames(tx, file), who));
};
