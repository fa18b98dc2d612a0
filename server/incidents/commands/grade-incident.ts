// Confirms or changes the grade. A responder may only raise it; a downgrade needs a second person and is asked for.
import { decideGrade } from '../../../shared/domain/decide-grade.ts';
import { isControl } from '../../../shared/domain/visibility.ts';
import type * as routes from '../../../shared/protocol/incidents.ts';
import { saveOptional } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../change-incident.ts';
import { policyNow } from '../policy.store.ts';
import { alsoTold } from '../told.ts';

export const gradeIncident: Command<typeof routes.gradeIncident> = async (tx, input) => {
  await changeIncident(tx, input.incidentId, { expectedVersion: input.expectedVersion }, async (file, who) => alsoTold(tx, file, input.told, decideGrade(file, {
    to: input.to, rationaleId: await saveOptional(tx, input.incidentId, input.rationale), mayOnlyUpgrade: !isControl(tx.actor) && !tx.actor.roles.includes('edt'),
  }, await policyNow(tx, tx.now), who)));
};
