// Where a setting says so, sources are asked about everybody as soon as they are named: in the product's own name, and never about a restricted incident.
import { askableNow, decideAsk } from '../../shared/domain/check.ts';
import type { IncidentEvent } from '../../shared/domain/incident-event.ts';
import type { IncidentFile } from '../../shared/domain/incident-file.ts';
import { newId, type Tx } from '../database/transaction.ts';
import { NIGHTJAR } from '../identity/actor.ts';
import { askableOf } from './askable.ts';
import { sourcesInUse } from './source.store.ts';

export async function askedByItself(tx: Tx, after: IncidentFile, events: readonly IncidentEvent[]): Promise<readonly IncidentEvent[]> {
  const newIds = new Set(events.flatMap((event) => (event.name === 'person.linked' ? [event.personId] : [])));
  if (newIds.size === 0 || after.incident.restricted || after.incident.state === 'closed') return [];
  const sources = await sourcesInUse(tx);
  if (!sources.some(({ automatic }) => automatic)) return [];
  const askable = await askableOf(tx, after, sources);
  const asks = askableNow(after, askable, true).filter(({ personId }) => personId !== null && newIds.has(personId));
  const decision = decideAsk(after, asks.map((ask) => ({ ...ask, checkId: newId() })), askable, { staffId: NIGHTJAR.staffId, now: tx.now });
  return decision.accepted ? decision.events : [];
}
