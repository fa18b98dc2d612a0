// Keeps every open socket's sight true: a disabled account, an ended session or grant is off within two seconds.
import type { Clock } from '../clock/clock.ts';
import type { Queryable } from '../database/connect.ts';
import type { Actor } from '../identity/actor.ts';
import { findActors, type SessionLimits } from '../identity/session.store.ts';
import type { Connections } from './connections.ts';

const sightOf = (actor: Actor): string =>
  JSON.stringify([actor.roles.toSorted(), actor.receivingTeamIds.toSorted(), actor.dutyId, actor.teamId]);

/** Called every second, and at once when the log says that somebody's account or duty changed; never twice at a time. */
export async function refreshSight(db: Queryable, clock: Clock, limits: SessionLimits, connections: Connections, head: number): Promise<void> {
  const open = [...connections.all()];
  if (open.length === 0) return;
  const actors = await findActors(db, [...new Set(open.map(({ actor }) => actor.sessionId))], clock.now(), limits);
  for (const connection of open) {
    const actor = actors.get(connection.actor.sessionId);
    if (actor === undefined || actor.roles.length === 0) connections.end(connection, 'access-ended');
    else if (sightOf(actor) !== sightOf(connection.actor)) {
      connections.startAfresh(connection, actor);
      connections.beat(connection, head, clock.now(), clock.speed);
    }
  }
}
