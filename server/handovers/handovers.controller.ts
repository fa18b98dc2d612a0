// Handovers and overnight notes: a line a route.
import * as routes from '../../shared/protocol/handovers.ts';
import { Refused } from '../database/transaction.ts';
import { logAccess } from '../events/access-log.ts';
import { actorOf, controllerOf, doing, exchanging, reading } from '../http/handle.ts';
import { timelineOf } from '../incidents/timeline.ts';
import { endOvernightNote } from './commands/end-overnight-note.ts';
import { lodgeOvernightNote } from './commands/lodge-overnight-note.ts';
import { rejectHandover } from './commands/reject-handover.ts';
import { sendHandover } from './commands/send-handover.ts';
import { takeOverByPhone } from './commands/take-over-by-phone.ts';
import { takeOverHandover } from './commands/take-over-handover.ts';
import { withdrawHandover } from './commands/withdraw-handover.ts';
import { findHandovers } from './handover.store.ts';
import { findPack } from './pack.store.ts';
import { listTeams } from './receiving-team.store.ts';

export const HandoversController = controllerOf(
  reading(routes.listReceivingTeams, ({ db }) => listTeams(db)),
  doing(routes.sendHandover, sendHandover),
  doing(routes.takeOverHandover, takeOverHandover),
  doing(routes.takeOverByPhone, takeOverByPhone),
  doing(routes.rejectHandover, rejectHandover),
  doing(routes.withdrawHandover, withdrawHandover),
  doing(routes.lodgeOvernightNote, lodgeOvernightNote),
  doing(routes.endOvernightNote, endOvernightNote),
  exchanging(routes.readHandover, async ({ db, clock }, input, request) => {
    const [actor, now] = [actorOf(request), clock.now()];
    const [found] = await findHandovers(db, actor, 'h.id = $1', [input.handoverId]);
    if (found === undefined) throw new Refused('not-found');
    await logAccess(db, actor, now, { action: 'read', entity: 'handover', entityId: input.handoverId });
    const history = await timelineOf(db, { ...actor, organisationId: '' }, found.view.incidentId);
    // What was sent, and from when it was sent: the handover's own lines, nothing of the incident's.
    return { deployment: clock.kind, handover: found.view, pack: await findPack(db, found.packId), history: history.filter(({ name }) => name.startsWith('handover.')) };
  }),
);
