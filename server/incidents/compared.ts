// What was decided of open incidents that looked alike while a call was taken: another than those, or the same as one, and linked as it is raised.
import { decideSameAs } from '../../shared/domain/decide-call.ts';
import type { IncidentEvent } from '../../shared/domain/incident-event.ts';
import type { Id, IncidentFile } from '../../shared/domain/incident-file.ts';
import type { Role } from '../../shared/domain/visibility.ts';
import { newId, Refused, type Tx } from '../database/transaction.ts';
import { saveStatement } from '../events/append.ts';
import { lockFile } from './incident.store.ts';
import { visibleTo } from './visible-to.ts';

/** Whoever may end an incident may link it as it is raised. */
const MAY_LINK: ReadonlySet<Role> = new Set(['coordinator', 'supervisor', 'edt']);

export interface Compared { sameAsId: Id | null; otherThanIds: readonly Id[] }

/** Nobody else has the new one yet, so that only the other is locked. What the actor may not see is not there to be linked with. */
export async function asCompared(tx: Tx, raised: IncidentFile, compared: Compared | undefined): Promise<IncidentEvent[]> {
  if (compared === undefined) return [];
  const otherIds = await seenOf(tx, compared.otherThanIds);
  const events: IncidentEvent[] = otherIds.length === 0 ? [] : [{ name: 'incident.toldApart', at: tx.now, byId: tx.actor.staffId, otherIds }];
  if (compared.sameAsId === null) return events;
  if (!tx.actor.roles.some((role) => MAY_LINK.has(role))) throw new Refused('not-your-role', { who: 'the coordinator' });
  await lockFile(tx, compared.sameAsId);
  const reasonId = await saveStatement(tx, raised.incident.id, 'Recognised while the call was taken');
  return [...events, decideSameAs(raised, { otherId: compared.sameAsId, reasonId, requestId: newId() }, { staffId: tx.actor.staffId, now: tx.now })];
}

/** One that was restricted while the caller was still speaking is left out: the call is saved all the same, and nothing is said of it. */
async function seenOf(tx: Tx, ids: readonly Id[]): Promise<Id[]> {
  if (ids.length === 0) return [];
  const parameters: unknown[] = [ids];
  const rows = await tx.query<{ id: Id }[]>(`SELECT i.id FROM incident i WHERE i.id = ANY($1) AND ${visibleTo(tx.actor, parameters)} ORDER BY i.id`, parameters);
  return rows.map(({ id }) => id);
}
