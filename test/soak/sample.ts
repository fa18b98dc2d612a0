// What a server and its database take up at one moment.
import { readFile } from 'node:fs/promises';
import type { Caller } from '../bench/http.ts';
import type { Ground, Running } from '../bench/stage.ts';

export interface Sizes { kind: 'table' | 'index'; rows: number; bytes: number }
export interface Sample {
  minute: number;
  commands: number;
  residentMb: number;
  heapMb: number;
  sockets: number;
  handles: number;
  connections: number;
  /** Tables and indexes by name; a table's rows are those alive in it, an index has its table's. */
  sizes: Record<string, Sizes>;
}

const metric = (text: string, name: string): number => Number(new RegExp(`^${name}(?:\\{[^}]*\\})? ([\\d.e+-]+)`, 'm').exec(text)?.[1] ?? Number.NaN);

export async function takeSample(ground: Ground, server: Running, caller: Caller, moment: { minute: number; commands: number }): Promise<Sample> {
  const [{ text }, status] = [await caller.get('', '/metrics'), await readFile(`/proc/${server.pid}/status`, 'utf8')];
  const rows = await ground.sql<{ name: string; kind: Sizes['kind']; rows: string; bytes: string }>(
    `SELECT c.relname AS name, CASE c.relkind WHEN 'r' THEN 'table' ELSE 'index' END AS kind, coalesce(s.n_live_tup, t.n_live_tup, 0) AS rows, pg_relation_size(c.oid) AS bytes
     FROM pg_class c LEFT JOIN pg_stat_user_tables s ON s.relid = c.oid LEFT JOIN pg_index i ON i.indexrelid = c.oid LEFT JOIN pg_stat_user_tables t ON t.relid = i.indrelid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'i')`);
  const [connections] = await ground.sql<{ count: string }>("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'");
  return {
    ...moment, residentMb: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024, heapMb: metric(text, 'nodejs_heap_size_used_bytes') / 2 ** 20,
    sockets: metric(text, 'nightjar_sockets'), handles: metric(text, 'nodejs_active_handles_total'), connections: Number(connections?.count),
    sizes: Object.fromEntries(rows.map(({ name, kind, rows: alive, bytes }) => [name, { kind, rows: Number(alive), bytes: Number(bytes) }])),
  };
}
