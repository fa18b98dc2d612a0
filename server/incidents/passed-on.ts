// Who took what was passed on, as it is kept: their name and organisation are statements.
import type { Id, PassedOn } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Taken } from '../../shared/domain/lead.ts';
import type * as routes from '../../shared/protocol/incidents.ts';
import type { InputOf } from '../../shared/protocol/route.ts';
import { newId, type Tx } from '../database/transaction.ts';
import { saveOptional, saveStatement } from '../events/append.ts';

/** Who took the lead, kept likewise. */
export const saveTaken = async (tx: Tx, incidentId: Id, { by, at, reference }: { by: string; at: Instant; reference: string | null }): Promise<Taken> =>
  ({ takerId: await saveStatement(tx, incidentId, by), takenAt: at, referenceId: await saveOptional(tx, incidentId, reference) });

type Said = InputOf<typeof routes.endIncident>['passedOn'];

export async function savePassedOn(tx: Tx, incidentId: Id, said: Said): Promise<(PassedOn & { leadId: Id }) | null> {
  if (said == null) return null;
  return { leadId: newId(), leader: said.leader, ...await saveTaken(tx, incidentId, { by: said.takenBy, at: said.at, reference: said.reference }) };
}
