// The rehearsal's clock and its seats: a line a route. In a live deployment each answers that there is no rehearsal.
import type { OutOf } from '../../shared/protocol/route.ts';
import * as routes from '../../shared/protocol/rehearsal.ts';
import { wallNow } from '../clock/clock.ts';
import { actorOf, controllerOf, doing, exchanging, reading } from '../http/handle.ts';
import { setSpeed } from './commands/set-speed.ts';
import { readRehearsalRow } from './rehearsal.store.ts';
import { markSessionSimulated, takenSeats } from './seats.store.ts';

export const RehearsalController = controllerOf(
  exchanging(routes.readRehearsal, async ({ db, clock }) => {
    const row = await readRehearsalRow(db);
    const { seed, started_at: startedAt, ends_at: endsAt, over_at: overAt } = row;
    return { kind: row.kind, seed, speed: clock.speed, startedAt: startedAt ?? row.anchor_domain_at, endsAt, now: clock.now(), over: overAt !== null };
  }),
  doing(routes.setSpeed, setSpeed),
  exchanging(routes.markSimulated, async ({ db }, _input, request): Promise<OutOf<typeof routes.markSimulated>> => {
    await readRehearsalRow(db);
    await markSessionSimulated(db, actorOf(request).sessionId);
    return { ok: true };
  }),
  reading(routes.readSeats, async ({ db }) => {
    await readRehearsalRow(db);
    return takenSeats(db, wallNow());
  }),
);
