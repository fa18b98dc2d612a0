// What each command stands on: settings, the database of this deployment, and everything let go of when the work is over.
import type { Command } from 'commander';
import type { DataSource } from 'typeorm';
import { readConfig, type Config } from '../config.ts';
import { connect } from '../database/connect.ts';
import { pendingMigrations } from '../database/migrate.ts';
import { openDatabase, type OpenDatabase } from '../database/open-database.ts';

export interface Deployment { config: Config; databaseUrl: string; home: string; db: DataSource }

const configOf = (command: Command): Config => readConfig(process.env, command.optsWithGlobals<{ demo?: boolean }>().demo ?? false);
export const say = (text: string): void => { process.stdout.write(`${text}\n`); };
export const count = (n: number): string => n.toLocaleString('en-GB');

/** With the rights of the application, on a database whose schema is that of this build. */
export async function withDatabase<T>(command: Command, work: (deployment: Deployment) => Promise<T>): Promise<T> {
  const config = configOf(command);
  return opened(config, async ({ databaseUrl, home }) => {
    const pending = await pendingMigrations(databaseUrl);
    if (pending.length > 0) throw new Error(`The database lacks ${pending.length} of this build’s migrations: run “nightjar migrate” first.`);
    const db = await connect(databaseUrl, [], { poolSize: 2 });
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
  return opened(config, ({ migrateDatabaseUrl, home }) => {
    if (migrateDatabaseUrl === null) throw new Error('This needs the owner of the tables: set MIGRATE_DATABASE_URL.');
    return work({ config, migrateDatabaseUrl, home });
  });
}

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
