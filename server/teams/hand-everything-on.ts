// Every open incident that somebody holds, the news on closed ones, and calls not saved yet, to somebody on duty, by name, each on its own log.
import { decideHandOnNews } from '../../shared/domain/closed-news.ts';
import { decideOwn } from '../../shared/domain/decide-incident.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import { draftsHeldBy, handOnDrafts } from '../calls/call-draft.store.ts';
import { Refused, type Tx } from '../database/transaction.ts';
import { changeIncident } from '../incidents/change-incident.ts';
import { newsHeldBy } from '../incidents/closed-news.store.ts';
import { findOwner, heldBy, isInControl } from '../incidents/owner.store.ts';

export async function handEverythingOn(tx: Tx, fromStaffId: Id, toStaffId: Id): Promise<void> {
  const { incidentIds } = await heldBy(tx, fromStaffId);
  const newsOn = new Set(await newsHeldBy(tx, fromStaffId));
  // By id, as every command locks incidents.
  for (const incidentId of [...incidentIds, ...newsOn].toSorted()) await changeIncident(tx, incidentId, { unseen: true }, async (file, who) => {
    const owner = await findOwner(tx, toStaffId);
    if (owner === null) throw new Refused('not-found');
    return newsOn.has(incidentId) ? decideHandOnNews(file, owner, who) : decideOwn(file, owner, who);
  });
  if ((await draftsHeldBy(tx, fromStaffId)).length === 0) return;
  const taker = await findOwner(tx, toStaffId);
  if (taker?.onDuty !== true) throw new Refused('owner-off-duty', { who: taker?.name ?? 'Somebody' });
  await handOnDrafts(tx, taker.staffId, await isInControl(tx, taker.staffId) ? 'control' : 'edt');
}
