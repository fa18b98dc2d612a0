// Brings a database to the schema of this build: each migration in a transaction of its own, one process at a time.
import { DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { ADVISORY_KEYS } from './advisory-keys.ts';
import { ourMigrations, type MigrationClass } from './migrations.ts';
import { withClient } from './with-client.ts';

export interface MigrateOptions {
  /** Default: those that this build carries. */
  migrations?: readonly MigrationClass[];
}

/** Returns the names of the migrations that it ran. A second process waits for the first, and then finds nothing to do. */
export async function migrate(migrateDatabaseUrl: string, options: MigrateOptions = {}): Promise<string[]> {
  const migrations = options.migrations ?? (await ourMigrations());
  return withClient(migrateDatabaseUrl, 'migrate lock', async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [ADVISORY_KEYS.migrations]);
    return withDataSource(migrateDatabaseUrl, migrations, async (source) => {
      const run = await source.runMigrations({ transaction: 'each' });
      return run.map((migration) => migration.name);
    });
  });
}

/** All in the transaction that the runner is in, and under the lock that its caller holds: for `restore`. */
export async function migrateWithin(runner: QueryRunner): Promise<void> {
  const executor = new MigrationExecutor(runner.dataSource, runner);
  executor.transaction = 'none';
  await executor.executePendingMigrations();
}

/** The migrations of this build that the database lacks; the application's role may ask. */
export async function pendingMigrations(databaseUrl: string): Promise<string[]> {
  const [migrations, run] = await Promise.all([ourMigrations(), withClient(databaseUrl, 'readiness', (client) => migrationsRun(client))]);
  return migrations.map((migration) => migration.name).filter((name) => !run.includes(name));
}

interface Queryable {
  query(sql: string): Promise<{ rows: { name: string }[] }>;
}

/** In the order in which they ran; none in a database that was never migrated. */
export async function migrationsRun(client: Queryable): Promise<string[]> {
  const { rows: found } = await client.query("SELECT 'migrations' AS name WHERE to_regclass('public.migrations') IS NOT NULL");
  if (found.length === 0) return [];
  const { rows } = await client.query('SELECT name FROM migrations ORDER BY id');
  return rows.map((row) => row.name);
}

/** `lock_timeout`: a migration that waits for a table holds up everybody behind it, so after 5 s it gives up and may be run again. */
export async function withDataSource<T>(url: string, migrations: readonly MigrationClass[], work: (source: DataSource) => Promise<T>): Promise<T> {
  const source = new DataSource({
    type: 'postgres',
    url,
    applicationName: 'nightjar migrate',
    migrations: [...migrations],
    installExtensions: false,
    // What went wrong is thrown; the default logger would print it as well.
    logger: 'debug',
    extra: { options: '-c lock_timeout=5s' },
  });
  await source.initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}
