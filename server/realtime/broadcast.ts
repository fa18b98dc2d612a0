// Turns a stretch of the log into what each open screen may see of it, read at one place in the log.
import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { DataSource } from 'typeorm';
import type { Change } from '../../shared/protocol/live.ts';
import type { Clock } from '../clock/clock.ts';
import type { Queryable } from '../database/connect.ts';
import { headOf } from '../events/append.ts';
import type { LoggedEvent } from '../events/logged-event.ts';
import type { Viewer } from '../../shared/domain/visibility.ts';
import { alikeBy } from './alike.ts';
import type { Connections } from './connections.ts';
import type { LiveSource, Standing } from './live-source.ts';

interface Touched { gone: Change; standing: Standing; events: readonly LoggedEvent[] }

/** Reads inside one REPEATABLE READ transaction: every view is as of the same place in the log, which `seq` will be. What `read` asks together goes out together. */
export async function asOfOnePlace<T>(db: DataSource, read: (db: Queryable, seq: Promise<number>) => Promise<T>): Promise<T> {
  const runner = db.createQueryRunner();
  // The driver's own client keeps the order of calls: what opens the transaction is on its way before anything else is asked.
  const client: ClientBase = await runner.connect();
  // Asked for every event of the night, so prepared: planning would take longer than answering.
  const reading: Queryable = { query: async <R>(text: string, values: unknown[] = []) => (await client.query({ name: nameOf(text), text, values })).rows as R };
  try {
    const started = client.query('START TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    const seq = headOf(reading);
    const [what] = await Promise.all([read(reading, seq), started, seq]);
    return what;
  } finally {
    // Nothing was written, so nobody waits for it.
    void client.query('COMMIT').catch(() => undefined).finally(() => runner.release());
  }
}

const names = new Map<string, string>();
function nameOf(sql: string): string {
  const name = names.get(sql) ?? createHash('sha256').update(sql).digest('hex').slice(0, 32);
  names.set(sql, name);
  return name;
}

export async function broadcast(db: DataSource, clock: Clock, sources: readonly LiveSource[], connections: Connections, events: readonly LoggedEvent[]): Promise<void> {
  if (connections.count() === 0) return;
  const [touched, seq] = await asOfOnePlace(db, (reading, place) => Promise.all([readTouched(reading, clock, sources, events), place]));
  const alike = alikeBy(connections.all(), ({ actor }) => touched.flatMap((one) => changeFor(actor, one)), (change) => ('view' in change ? change.view : change));
  for (const { seen, by } of alike) connections.send(by, seq, seen);
}

async function readTouched(db: Queryable, clock: Clock, sources: readonly LiveSource[], events: readonly LoggedEvent[]): Promise<Touched[]> {
  const read = await Promise.all(sources.map(async (source) => {
    const ids = [...new Set(source.touched(events))];
    const [standings, beside = []] = await Promise.all([ids.length === 0 ? [] : source.load(db, ids, clock.now()), source.beside?.(db, events, clock.now())]);
    return [...standings, ...beside.filter(({ id }) => !ids.includes(id))].map((standing): Touched => ({ gone: { entity: source.entity, id: standing.id, gone: true }, standing, events }));
  }));
  return read.flat();
}

function changeFor(viewer: Viewer, { gone, standing, events }: Touched): Change[] {
  if (standing.seenBy(viewer)) return [standing.view(viewer) ?? gone];
  return events.some((event) => standing.lostBy?.(viewer, event)) ? [gone] : [];
}
