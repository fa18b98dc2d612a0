// What the caller was told, said in one breath with raising or grading.
import { decidePromise } from '../../shared/domain/promise.ts';
import { accept, type Decision } from '../../shared/domain/decision.ts';
import { applyAll } from '../../shared/domain/apply-incident.ts';
import type { IncidentFile } from '../../shared/domain/incident-file.ts';
import type { IncidentEvent } from '../../shared/domain/incident-event.ts';
import type { Told } from '../../shared/protocol/told.ts';
import type { z } from 'zod';
import { newId, type Tx } from '../database/transaction.ts';
import { saveStatement } from '../events/append.ts';
import { policyOf } from './policy.store.ts';

/** On the file as it stands by then; `promiseId` where the route answers with it. */
export async function tell(tx: Tx, file: IncidentFile, told: z.output<typeof Told>, promiseId: string = newId()): Promise<Decision<IncidentEvent>> {
  const { clocks } = (await policyOf(tx, file.incident.policyId)).body;
  const saidId = await saveStatement(tx, file.incident.id, told.said);
  return decidePromise(file, { promiseId, kind: told.kind, saidId, dueAt: told.dueAt }, clocks, { staffId: tx.actor.staffId, now: tx.now });
}

/** What was decided, and what the caller was told of it; neither without the other. */
export async function alsoTold(tx: Tx, before: IncidentFile | null, told: z.output<typeof Told> | null | undefined, decision: Decision<IncidentEvent>): Promise<Decision<IncidentEvent>> {
  if (told == null || !decision.accepted) return decision;
  const said = await tell(tx, applyAll(before, decision.events), told);
  return said.accepted ? accept<IncidentEvent>(...decision.events, ...said.events) : said;
}
