// The snapshot: everything one may see, as of one place in the log.
import { readLive } from '../../shared/protocol/duties.ts';
import type { Entity, Snapshot, ViewOf } from '../../shared/protocol/live.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/live.ts';
import type { PositionView } from '../../shared/protocol/views.ts';
import type { Queryable } from '../database/connect.ts';
import { actorOf, controllerOf, exchanging } from '../http/handle.ts';
import type { Actor } from '../identity/actor.ts';
import { asOfOnePlace } from './broadcast.ts';
import type { LiveSource } from './live-source.ts';

export type LiveSources = { readonly [E in Entity]: LiveSource<E> };
type PositionsFor = (db: Queryable, actor: Actor) => Promise<PositionView[]>;

export const liveController = (sources: LiveSources, positionsFor: PositionsFor) => controllerOf(
  exchanging(readLive, (rooms, _input, request): Promise<Snapshot> => asOfOnePlace(rooms.db, async (db, place) => {
    const [actor, now] = [actorOf(request), rooms.clock.now()];
    const of = <E extends Entity>(source: LiveSource<E>): Promise<ViewOf[E][]> => source.snapshot(db, actor, now);
    const [seq, incident, duty, team, handover, overnightNote, night, silentSource, sos, positions] = await Promise.all([
      place, of(sources.incident), of(sources.duty), of(sources.team), of(sources.handover), of(sources.overnightNote), of(sources.night), of(sources.silentSource), of(sources.sos), positionsFor(db, actor),
    ]);
    return { protocol: PROTOCOL_VERSION, seq, serverNow: now, speed: rooms.clock.speed, incident, duty, team, handover, overnightNote, night, silentSource, sos, positions };
  })),
);
