// What a check has found is new information: it asks for a fresh assessment, in the same transaction (docs/practice.md, Checks).
import { accept, type Decision } from '../../shared/domain/decision.ts';
import type { IncidentEvent } from '../../shared/domain/incident-event.ts';
import type { IncidentFile } from '../../shared/domain/incident-file.ts';
import { askReassess } from '../../shared/domain/reassess.ts';
import { newId, type Tx } from '../database/transaction.ts';
import { policyOf } from '../incidents/policy.store.ts';

export async function foundMeansAfresh(tx: Tx, file: IncidentFile, decision: Decision<IncidentEvent>): Promise<Decision<IncidentEvent>> {
  const found = decision.accepted ? decision.events.find((event) => event.name === 'check.answered' && event.result === 'found') : undefined;
  if (!decision.accepted || found === undefined) return decision;
  const { clocks } = (await policyOf(tx, file.incident.policyId)).body;
  return accept<IncidentEvent>(...decision.events, ...askReassess(file, { reassessId: newId(), cause: 'check', noteId: null }, clocks, { staffId: found.byId, now: tx.now }));
}
