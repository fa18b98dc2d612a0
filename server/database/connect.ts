// One pool per process, and what its rows look like: instants as ISO text, counts as numbers.
import pg from 'pg';
import { DataSource, type EntitySchema } from 'typeorm';
import { instantOf } from '../../shared/domain/instant.ts';
import { AskingClient } from './asking-client.ts';

const TIMESTAMPTZ = 1184;
const DATE = 1082;
const BIGINT = 20;

pg.types.setTypeParser(TIMESTAMPTZ, instantOf);
pg.types.setTypeParser(DATE, (text) => text);
pg.types.setTypeParser(BIGINT, Number);

export async function connect(databaseUrl: string, rows: readonly EntitySchema<object>[], options: { poolSize?: number; /** Default 20,000. */ silentMs?: number } = {}): Promise<DataSource> {
  const source = new DataSource({
    type: 'postgres', url: databaseUrl, entities: [...rows] as never, poolSize: options.poolSize ?? 20, applicationName: 'nightjar',
    // A database that vanished without a word is noticed within a quarter of a minute, not after the system's two hours.
    extra: { Client: AskingClient, ...(options.silentMs === undefined ? {} : { silentMs: options.silentMs }), keepAlive: true, keepAliveInitialDelayMillis: 5_000, options: '-c lock_timeout=10000 -c idle_in_transaction_session_timeout=60000 -c timezone=UTC' },
  });
  return source.initialize();
}

/** For several questions of one piece of work: they share a connection instead of taking one each. */
export async function onOneConnection<T>(db: DataSource, work: (db: Queryable) => Promise<T>): Promise<T> {
  const runner = db.createQueryRunner();
  try {
    return await work({ query: <R>(sql: string, parameters?: unknown[]) => runner.manager.query<R>(sql, parameters) });
  } finally {
    await runner.release();
  }
}

/** What a query can be put to: the pool, or one transaction. */
export interface Queryable { query<T = unknown>(sql: string, parameters?: unknown[]): Promise<T> }
