// Linking an incident to the one it is the same as: both locked, and never in a circle.
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Ending } from '../../shared/domain/incident-words.ts';
import { Refused, type Tx } from '../database/transaction.ts';
import { lockFile } from './incident.store.ts';

/** The fixed lock order of two incidents is by id: two linked to each other at once cannot deadlock. */
export async function lockDuplicate(tx: Tx, incidentId: Id, link: { ending: Ending; duplicateOfId: Id | null }, options: { unseen?: boolean } = {}): Promise<void> {
  const { ending, duplicateOfId: otherId } = link;
  if ((ending === 'duplicate') !== (otherId !== null)) throw new Refused('not-understood', { problem: 'duplicateofid: names the other incident for a duplicate, and nothing else' });
  if (otherId === null) return;
  for (const id of [incidentId, otherId].toSorted()) await lockFile(tx, id, options);
  if (await leadsTo(tx, otherId, incidentId)) throw new Refused('duplicate-of-itself');
}

/** In a circle each would be closed as the other, and nobody would work either. */
async function leadsTo(tx: Tx, fromId: Id, toId: Id): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `WITH RECURSIVE chain AS (SELECT id, duplicate_of_id FROM incident WHERE id = $1 UNION SELECT i.id, i.duplicate_of_id FROM incident i JOIN chain ON i.id = chain.duplicate_of_id)
     SELECT 1 FROM chain WHERE id = $2`, [fromId, toId]);
  return rows.length > 0;
}
