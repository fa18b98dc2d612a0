// Migrating is safe to do from several processes at once, and the application can tell whether it was done.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { migrate, pendingMigrations } from '../../server/database/migrate.ts';
import { ourMigrations } from '../../server/database/migrations.ts';
import { withClient } from '../../server/database/with-client.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';

let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase({ template: 'template1' });
});
afterEach(() => database.drop());

describe('migrate', () => {
  test('of two processes at once, one runs every migration and the other none', async () => {
    const runs = await Promise.all([migrate(database.migrateDatabaseUrl), migrate(database.migrateDatabaseUrl)]);

    const names = (await ourMigrations()).map((migration) => migration.name);
    expect(runs.toSorted((a, b) => a.length - b.length)).toEqual([[], names]);
  });

  test('undoes a migration that fails and keeps those before it', async () => {
    class First1800000000000 {
      up = (runner: Runner) => runner.query('CREATE TABLE first (id integer PRIMARY KEY)');
      down = (runner: Runner) => runner.query('DROP TABLE first');
    }
    class Second1800000000001 {
      up = async (runner: Runner) => {
        await runner.query('CREATE TABLE second (id integer PRIMARY KEY)');
        await runner.query('SELECT 1 / 0');
      };
      down = async () => undefined;
    }

    await expect(migrate(database.migrateDatabaseUrl, { migrations: [First1800000000000, Second1800000000001] })).rejects.toThrow('division by zero');

    const { rows } = await withClient(database.adminUrl, 'test', (client) => client.query("SELECT to_regclass('first') AS first, to_regclass('second') AS second, (SELECT count(*)::int FROM migrations) AS run"));
    expect(rows).toEqual([{ first: 'first', second: null, run: 1 }]);
  });
});

describe('pendingMigrations', () => {
  test('tells the application which migrations its database lacks', async () => {
    const names = (await ourMigrations()).map((migration) => migration.name);
    expect(await pendingMigrations(database.databaseUrl)).toEqual(names);

    await migrate(database.migrateDatabaseUrl);
    expect(await pendingMigrations(database.databaseUrl)).toEqual([]);
  });
});

interface Runner {
  query(sql: string): Promise<unknown>;
}
