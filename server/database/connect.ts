// One pool per process, and what its rows look like: instants as ISO text, counts as numbers.
import pg from 'pg';
import { DataSource, type EntitySchema } from 'typeorm';
import { instantOf } from '../../shared/domain/instant.ts';

const TIMESTAMPTZ = 1184;
const DATE = 1082;
const BIGINT = 20;

pg.types.setTypeParser(TIMESTAMPTZ, instantOf);
pg.types.setTypeParser(DATE, (text) => text);
pg.types.setTypeParser(BIGINT, Number);

export async function connect(databaseUrl: string, rows: readonly EntitySchema<object>[], options: { poolSize?: number } = {}): Promise<DataSource> {
  const source = new DataSource({
    type: 'postgres', url: databaseUrl, entities: [...rows] as never, poolSize: options.poolSize ?? 20, applicationName: 'nightjar',
    extra: { options: '-c lock_timeout=10000 -c idle_in_transaction_session_timeout=60000 -c timezone=UTC' },
  });
  return source.initialize();
}

/** What a query can be put to: the pool, or one transaction. */
export interface Queryable { query<T = unknown>(sql: string, parameters?: unknown[]): Promise<T> }
