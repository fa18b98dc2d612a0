// News on closed incidents: who owns what arrives, and what a person still owns of it.
import { newsArrived, newsIn } from '../../shared/domain/closed-news.ts';
import type { Id, IncidentFile } from '../../shared/domain/incident-file.ts';
import type { IncidentEvent } from '../../shared/domain/incident-event.ts';
import { newId, type Tx } from '../database/transaction.ts';
import { policyOf } from './policy.store.ts';

/** The line that follows what has arrived, in the same transaction; none where nothing is news. */
export async function arriving(tx: Tx, file: IncidentFile, events: readonly IncidentEvent[]): Promise<IncidentEvent[]> {
  const kind = newsIn(file, events);
  if (kind === null) return [];
  const { clocks } = (await policyOf(tx, file.incident.policyId)).body;
  return [newsArrived({ newsId: newId(), kind, ownerId: await ownerOfNews(tx, file) }, clocks, { staffId: tx.actor.staffId, now: tx.now })];
}

/**
 * Who closed it, where on duty; else the longest-serving in control, the EDT desk failing that; nobody who may not see it. With nobody on duty it lies with the
 * incident's last owner: it shows to all of control as soon as somebody books on. The duty's row is held, so that nobody books off while becoming an owner.
 */
async function ownerOfNews(tx: Tx, { incident }: IncidentFile): Promise<Id> {
  const [row] = await tx.query<{ id: Id }[]>(
    `SELECT d.staff_id AS id FROM duty d
     WHERE d.ended_at IS NULL AND d.seat IN ('control', 'edt') AND (NOT $2::boolean OR d.staff_id = ANY($3)) AND ($4::boolean OR d.seat = 'control' OR d.staff_id = $5)
     ORDER BY (d.staff_id = (SELECT e.actor FROM event e WHERE e.incident_id = $1 AND e.name = 'incident.ended' ORDER BY e.seq DESC LIMIT 1)) DESC NULLS LAST, (d.seat = 'control') DESC, d.started_at
     LIMIT 1 FOR SHARE OF d`,
    [incident.id, incident.restricted, incident.namedStaffIds, incident.firstGradedAt !== null, incident.ownerId]);
  return row?.id ?? incident.ownerId;
}

export async function newsHeldBy(tx: Tx, staffId: Id): Promise<Id[]> {
  const rows = await tx.query<{ id: Id }[]>('SELECT incident_id AS id FROM closed_news WHERE owner_id = $1 AND decision IS NULL ORDER BY incident_id', [staffId]);
  return rows.map(({ id }) => id);
}
