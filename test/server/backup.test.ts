// A backup, restored, is the same database; a damaged one restores nothing.
import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Client } from 'pg';
import { backup } from '../../server/database/backup.ts';
import { migrate } from '../../server/database/migrate.ts';
import { restore } from '../../server/database/restore.ts';
import { withClient } from '../../server/database/with-client.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';
import { AwkwardSchema1700000000001, fillAwkwardSchema } from '../support/awkward-schema.ts';

const MADE = { createdAt: new Date('2026-11-22T03:00:00Z'), productVersion: '1.2.3' };
const migrations = [AwkwardSchema1700000000001];

let folder: string;
let file: string;
let source: TestDatabase;
let target: TestDatabase;

const inDatabase = <T>(database: TestDatabase, work: (client: Client) => Promise<T>): Promise<T> => withClient(database.adminUrl, 'test', work);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nightjar-backup-'));
  file = join(folder, 'night.nightjar');
  source = await createTestDatabase({ template: 'template1' });
  await migrate(source.migrateDatabaseUrl, { migrations });
  await withClient(source.migrateDatabaseUrl, 'test', fillAwkwardSchema);
  await backup(source.migrateDatabaseUrl, file, MADE);
});
afterAll(async () => {
  await source.drop();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  target = await createTestDatabase({ template: 'template1' });
});
afterEach(() => target.drop());

describe('an archive', () => {
  test('says what is in it and is for its owner alone', async () => {
    const contents = await backup(source.migrateDatabaseUrl, join(folder, 'second'), MADE);

    expect(contents).toMatchObject({ productVersion: '1.2.3', createdAt: '2026-11-22T03:00:00.000Z', migrations: ['AwkwardSchema1700000000001'] });
    expect(contents.tables.map(({ name, rows }) => [name, rows])).toEqual([['Odd "name"', 3], ['log', 5000], ['parent', 3], ['seeded', 2]]);
    expect((await stat(join(folder, 'second'))).mode & 0o777).toBe(0o600);
  });

  test('of a restored database has the same digests, in whatever order the rows now lie', async () => {
    const restored = await restore(target.migrateDatabaseUrl, file, { migrations });
    await inDatabase(target, (client) => client.query("UPDATE seeded SET value = value"));

    expect(await backup(target.migrateDatabaseUrl, join(folder, 'again'), MADE)).toEqual(restored);
  });
});

describe('restore', () => {
  test('gives back every row, sequence, key and trigger', async () => {
    await restore(target.migrateDatabaseUrl, file, { migrations });

    expect(await inDatabase(target, everything)).toEqual(await inDatabase(source, everything));
    await expect(inDatabase(target, (client) => client.query('DELETE FROM log'))).rejects.toThrow('The log is never changed.');
    await expect(inDatabase(target, (client) => client.query('UPDATE parent SET favourite = 99'))).rejects.toThrow('foreign key');
    const { rows } = await inDatabase(target, (client) => client.query("INSERT INTO log (at, body) VALUES ('2026-11-22', 'next') RETURNING seq"));
    expect(rows).toEqual([{ seq: '5001' }]);
  });

  test('refuses a database that holds rows, and leaves them', async () => {
    await migrate(target.migrateDatabaseUrl, { migrations });
    await inDatabase(target, (client) => client.query("INSERT INTO log (at, body) VALUES ('2026-11-22', 'mine')"));

    await expect(restore(target.migrateDatabaseUrl, file, { migrations })).rejects.toThrow(/The database is not empty \(its table (log|seeded) holds rows\)/);
    const { rows } = await inDatabase(target, (client) => client.query('SELECT body FROM log'));
    expect(rows).toEqual([{ body: 'mine' }]);
  });

  test('refuses the archive of a newer Nightjar', async () => {
    await expect(restore(target.migrateDatabaseUrl, file, { migrations: [] })).rejects.toThrow(/A newer Nightjar \(1\.2\.3\) made this archive, .*AwkwardSchema1700000000001/);
  });

  test('changes nothing where the verification fails', async () => {
    const verify = async (client: Pick<Client, 'query'>): Promise<void> => {
      const { rows } = await client.query('SELECT count(*)::int AS loaded FROM log');
      throw new Error(`The chain is broken after ${rows[0].loaded} entries.`);
    };

    await expect(restore(target.migrateDatabaseUrl, file, { migrations, verify })).rejects.toThrow('The chain is broken after 5000 entries.');
    expect(await tablesOf(target)).toEqual([]);
  });

  test('refuses an archive that is cut short, wherever it is cut', async () => {
    const { size } = await stat(file);
    const short = join(folder, 'short');
    await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: size - 1 }), async (length) => {
      await writeFile(short, await readFile(file));
      await truncate(short, length);
      await expect(restore(target.migrateDatabaseUrl, short, { migrations })).rejects.toThrow(/^Nothing was restored from .* The archive is damaged or cut short: /);
    }), { numRuns: 15, examples: [[0], [5], [size - 1]] });
    expect(await tablesOf(target)).toEqual([]);
  });

  test('refuses an archive with one altered byte', async () => {
    const whole = await readFile(file);
    const altered = join(folder, 'altered');
    // The first ten bytes are gzip's own and say nothing of the contents.
    await fc.assert(fc.asyncProperty(fc.integer({ min: 10, max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }), async (position, change) => {
      const bytes = Buffer.from(whole);
      bytes.writeUInt8(bytes.readUInt8(position) ^ change, position);
      await writeFile(altered, bytes);
      await expect(restore(target.migrateDatabaseUrl, altered, { migrations })).rejects.toThrow(/^Nothing was restored from /);
    }), { numRuns: 25 });
    expect(await tablesOf(target)).toEqual([]);
  });
});

async function tablesOf(database: TestDatabase): Promise<unknown[]> {
  return inDatabase(database, async (client) => (await client.query("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace")).rows);
}

/** Rows, generated columns too, and what guards them. */
async function everything(client: Client): Promise<unknown[]> {
  const queries = [
    'SELECT * FROM parent ORDER BY id', 'SELECT * FROM "Odd ""name""" ORDER BY 1', 'SELECT * FROM log ORDER BY seq', 'SELECT * FROM seeded ORDER BY 1',
    'SELECT last_value, is_called FROM log_seq_seq', 'SELECT last_value, is_called FROM untouched', 'SELECT name FROM migrations',
    'SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = \'public\'::regnamespace ORDER BY conname',
    'SELECT tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY tgname',
  ];
  const answers: unknown[] = [];
  for (const sql of queries) answers.push((await client.query(sql)).rows);
  return answers;
}
