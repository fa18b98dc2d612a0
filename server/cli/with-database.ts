// What each command stands on: settings, the database of this deployment, and everything let go of when the work is over.
import type { Command } from 'commander';
import type { DataSource, EntitySchema } from 'typeorm';
import { readConfig, type Config } from '../config.ts';
import { refuseOtherKind } from '../clock/deployment.ts';
import { connect } from '../database/connect.ts';
import { pendingMigrations } from '../database/migrate.ts';
import { openDatabase, type OpenDatabase } from '../database/open-database.ts';
import { withClient } from '../database/with-client.ts';

export interface Deployment { config: Config; databaseUrl: string; home: string; db: DataSource }

function configOf(command: Command): Config {
  const { demo = false, rehearsal = false } = command.optsWithGlobals<{ demo?: boolean; rehearsal?: boolean }>();
  if (demo && rehearsal) throw new Error('The demo and the played night are two databases: give --demo or --rehearsal.');
  return readConfig(process.env, demo || rehearsal, rehearsal);
}
export const say = (text: string): void => { process.stdout.write(`${text}\n`); };
export const count = (n: number): string => n.toLocaleString('en-GB');

/** With the rights of the application, on a database whose schema is that of this build. */
export async function withDatabase<T>(command: Command, work: (deployment: Deployment) => Promise<T>, rows: readonly EntitySchema<object>[] = []): Promise<T> {
  const config = configOf(command);
  return opened(config, async ({ databaseUrl, home }) => {
    await refuseAnotherKind(config, databaseUrl);
    const pending = await pendingMigrations(databaseUrl);
    if (pending.length > 0) throw new Error(`The database lacks ${pending.length} of this build’s migrations: run “nightjar migrate” first.`);
    const db = await connect(databaseUrl, rows, { poolSize: 2 });
    try {
      return await work({ config, databaseUrl, home, db });
    } finally {
      await db.destroy();
    }
  });
}

/** With the rights of the owner, on a database in whatever state. */
export async function withOwner<T>(command: Command, work: (owner: { config: Config; migrateDatabaseUrl: string; home: string }) => Promise<T>): Promise<T> {
  const config = configOf(command);
  return opened(config, async ({ migrateDatabaseUrl, home }) => {
    if (migrateDatabaseUrl === null) throw new Error('This needs the owner of the tables: set MIGRATE_DATABASE_URL.');
    await refuseAnotherKind(config, migrateDatabaseUrl);
    return work({ config, migrateDatabaseUrl, home });
  });
}

/** Before anything is read or written. */
const refuseAnotherKind = (config: Config, url: string): Promise<void> =>
  withClient(url, 'kind', (client) => refuseOtherKind({ query: async <T>(sql: string) => (await client.query(sql)).rows as T }, kindOf(config)));

export const kindOf = ({ demo }: Config): 'live' | 'rehearsal' => (demo ? 'rehearsal' : 'live');

async function opened<T>(config: Config, work: (database: OpenDatabase) => Promise<T>): Promise<T> {
  const database = await openDatabase(config, { report: (sentence) => process.stderr.write(`${sentence}\n`) });
  // Ctrl-C must not leave an embedded server running that nobody uses.
  const interrupted = (): void => { database.stop().finally(() => process.exit(130)).catch(() => undefined); };
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    return await work(database);
  } finally {
    await database.stop();
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
  }
}
