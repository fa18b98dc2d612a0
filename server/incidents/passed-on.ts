// Who took what was passed on, as it is kept: their name and organisation are statements.
import type { Id, PassedOn } from '../../shared/domain/incident-file.ts';
import type * as routes from '../../shared/protocol/incidents.ts';
import type { InputOf } from '../../shared/protocol/route.ts';
import { newId, type Tx } from '../database/transaction.ts';
import { saveOptional, saveStatement } from '../events/append.ts';

type Said = InputOf<typeof routes.endIncident>['passedOn'];

export async function savePassedOn(tx: Tx, incidentId: Id, said: Said): Promise<(PassedOn & { leadId: Id }) | null> {
  if (said == null) return null;
  return { leadId: newId(), leader: said.leader, takerId: await saveStatement(tx, incidentId, said.takenBy), takenAt: said.at, referenceId: await saveOptional(tx, incidentId, said.reference) };
}
