// Who is on call tonight and in the nights to come, on the socket: for control.
import { dutyNightOf } from '../../shared/domain/duty-night.ts';
import { maySeeNight } from '../../shared/domain/visibility.ts';
import type { LiveSource } from '../realtime/live-source.ts';
import { findNights } from './night.store.ts';

export const nightSource: LiveSource<'night'> = {
  entity: 'night',
  touched: (events) => events.filter((event) => event.entityType === 'night').map((event) => event.entityId),
  load: async (db, ids) => (await findNights(db, 'n.id = ANY($1)', [ids])).map((view) => ({ id: view.id, view: () => ({ entity: 'night', id: view.id, view }), seenBy: maySeeNight })),
  snapshot: async (db, actor, now) => (maySeeNight(actor) ? findNights(db, 'n.night >= $1', [dutyNightOf(now)]) : []),
};
