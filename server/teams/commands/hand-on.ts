// Gives every open incident one holds, the news on closed ones, and calls not saved yet, to somebody on duty, by name, each on its own log.
import { decideHandOnNews } from '../../../shared/domain/closed-news.ts';
import { decideOwn } from '../../../shared/domain/decide-incident.ts';
import type * as routes from '../../../shared/protocol/duties.ts';
import { Refused } from '../../database/transaction.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';
import { findStaff } from '../../incidents/lookups.ts';
import { newsHeldBy } from '../../incidents/closed-news.store.ts';
import { draftsHeldBy, handOnDrafts } from '../../calls/call-draft.store.ts';
import { findOwner, heldBy, isInControl } from '../../incidents/owner.store.ts';

export const handOn: Command<typeof routes.handOn> = async (tx, input) => {
  if (tx.actor.dutyId !== input.dutyId) throw new Refused('not-on-duty');
  // By name, even where there is nothing to hand on.
  if ((await findStaff(tx, [input.toStaffId])).size === 0) throw new Refused('not-found');
  const { incidentIds } = await heldBy(tx, tx.actor.staffId);
  const newsOn = new Set(await newsHeldBy(tx, tx.actor.staffId));
  // By id, as every command locks incidents.
  for (const incidentId of [...incidentIds, ...newsOn].toSorted()) await changeIncident(tx, incidentId, { unseen: true }, async (file, who) => {
    const owner = await findOwner(tx, input.toStaffId);
    if (owner === null) throw new Refused('not-found');
    return newsOn.has(incidentId) ? decideHandOnNews(file, owner, who) : decideOwn(file, owner, who);
  });
  if ((await draftsHeldBy(tx, tx.actor.staffId)).length === 0) return;
  const taker = await findOwner(tx, input.toStaffId);
  if (taker?.onDuty !== true) throw new Refused('owner-off-duty', { who: taker?.name ?? 'Somebody' });
  await handOnDrafts(tx, taker.staffId, await isInControl(tx, taker.staffId) ? 'control' : 'edt');
};
