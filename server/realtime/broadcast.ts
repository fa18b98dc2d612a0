// Turns a stretch of the log into what each open screen may see of it, read at one place in the log.
import type { DataSource } from 'typeorm';
import type { Change, Entity } from '../../shared/protocol/live.ts';
import type { Clock } from '../clock/clock.ts';
import type { Queryable } from '../database/connect.ts';
import { headOf } from '../events/append.ts';
import type { LoggedEvent } from '../events/logged-event.ts';
import type { Viewer } from '../../shared/domain/visibility.ts';
import type { Connections } from './connections.ts';
import type { LiveSource, Standing } from './live-source.ts';

interface Touched { entity: Entity; standing: Standing; events: readonly LoggedEvent[] }

/** Reads inside one REPEATABLE READ transaction: every view is as of the same place in the log. */
export const asOfOnePlace = <T>(db: DataSource, read: (db: Queryable, seq: number) => Promise<T>): Promise<T> =>
  db.transaction('REPEATABLE READ', async (manager) => {
    const reading: Queryable = { query: <R>(sql: string, parameters?: unknown[]) => manager.query<R>(sql, parameters) };
    return read(reading, await headOf(reading));
  });

export async function broadcast(db: DataSource, clock: Clock, sources: readonly LiveSource[], connections: Connections, events: readonly LoggedEvent[]): Promise<void> {
  if (connections.count() === 0) return;
  const { seq, touched } = await asOfOnePlace(db, async (reading, seq) => ({ seq, touched: await readTouched(reading, clock, sources, events) }));
  for (const connection of connections.all()) {
    const changes = touched.flatMap((one) => changeFor(connection.actor, one));
    if (changes.length > 0) connections.send(connection, seq, changes);
  }
}

async function readTouched(db: Queryable, clock: Clock, sources: readonly LiveSource[], events: readonly LoggedEvent[]): Promise<Touched[]> {
  const touched: Touched[] = [];
  for (const source of sources) {
    const ids = [...new Set(source.touched(events))];
    if (ids.length === 0) continue;
    for (const standing of await source.load(db, ids, clock.now())) touched.push({ entity: source.entity, standing, events });
  }
  return touched;
}

function changeFor(viewer: Viewer, { entity, standing, events }: Touched): Change[] {
  const gone: Change = { entity, id: standing.id, gone: true };
  if (standing.seenBy(viewer)) return [standing.view(viewer) ?? gone];
  return events.some((event) => standing.lostBy?.(viewer, event)) ? [gone] : [];
}
