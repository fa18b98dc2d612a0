// The embedded Postgres starts wherever it is asked to, is found again, shared, adopted and mended, and loses nothing.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { findPostmaster } from '../../server/database/embedded/postmaster.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../server/database/embedded-postgres.ts';
import { provideDatabase } from '../../server/database/roles.ts';
import { withClient } from '../../server/database/with-client.ts';

let folder: string;
let home: string;
let dataDir: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nightjar-embedded-'));
  await chmod(folder, 0o711);
  home = join(folder, 'home');
  dataDir = join(home, 'postgres', 'cluster', 'data');
});
afterAll(() => rm(folder, { recursive: true }));

const ask = async (url: string, sql: string): Promise<unknown[]> => withClient(url, 'test', async (client) => (await client.query(sql)).rows);

async function withPostgres(work: (postgres: EmbeddedPostgres) => Promise<void>): Promise<void> {
  const postgres = await startEmbeddedPostgres({ home });
  try {
    await work(postgres);
  } finally {
    await postgres.stop();
  }
}

async function inAnotherProcess(): Promise<{ child: ChildProcess; adminUrl: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../support/hold-postgres.ts'), home], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [adminUrl] = await once(createInterface(child.stdout), 'line');
  return { child, adminUrl: String(adminUrl) };
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

describe('an embedded Postgres', () => {
  test('sorts alike on every machine, keeps checksums, lives in UTC and listens here only', async () => {
    await withPostgres(async ({ adminUrl }) => {
      expect(await ask(adminUrl, `
        SELECT current_setting('data_checksums') AS checksums, current_setting('timezone') AS timezone, current_setting('listen_addresses') AS address,
               current_setting('fsync') AS fsync, datlocprovider::text || ' ' || datlocale AS locale FROM pg_database WHERE datname = current_database()`))
        .toEqual([{ checksums: 'on', timezone: 'UTC', address: '127.0.0.1', fsync: 'on', locale: 'b C.UTF-8' }]);
    });
  });

  test('is found again on the same port with what it held', async () => {
    let first = '';
    await withPostgres(async ({ adminUrl }) => {
      first = adminUrl;
      await ask(adminUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
    });
    expect(await findPostmaster(dataDir)).toBeUndefined();

    await withPostgres(async ({ adminUrl }) => {
      expect(adminUrl).toBe(first);
      expect(await ask(adminUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    });
  });

  test('is shared by all who start it at once, and stopped by the last', async () => {
    const [one, two, three] = await Promise.all([startEmbeddedPostgres({ home }), startEmbeddedPostgres({ home }), startEmbeddedPostgres({ home })]);
    await Promise.all([one.stop(), two.stop()]);
    expect(await ask(three.adminUrl, 'SELECT 1 AS there')).toEqual([{ there: 1 }]);

    await three.stop();
    expect(await findPostmaster(dataDir)).toBeUndefined();
  });

  test('goes on for one process where another is killed', async () => {
    const { child, adminUrl } = await inAnotherProcess();
    await withPostgres(async (postgres) => {
      await kill(child);
      expect(postgres.adminUrl).toBe(adminUrl);
      expect(await ask(adminUrl, 'SELECT 1 AS there')).toEqual([{ there: 1 }]);
    });
    expect(await findPostmaster(dataDir)).toBeUndefined();
  });

  test('left running by a killed process, is adopted by the next start', async () => {
    const { child, adminUrl } = await inAnotherProcess();
    await ask(adminUrl, 'CREATE TABLE adopted AS SELECT 1 AS row');
    await kill(child);
    const orphan = await findPostmaster(dataDir);

    await withPostgres(async (postgres) => {
      expect(await findPostmaster(dataDir)).toEqual(orphan);
      expect(await ask(postgres.adminUrl, 'SELECT row FROM adopted')).toEqual([{ row: 1 }]);
    });
    expect(await findPostmaster(dataDir)).toBeUndefined();
  });

  test('killed together with its process, has every committed row at the next start', async () => {
    const { child, adminUrl } = await inAnotherProcess();
    await ask(adminUrl, 'CREATE TABLE committed AS SELECT generate_series(1, 1000)');
    process.kill((await findPostmaster(dataDir))?.pid ?? Number.NaN, 'SIGKILL');
    await kill(child);

    await withPostgres(async (postgres) => {
      expect(await ask(postgres.adminUrl, 'SELECT count(*)::int AS rows FROM committed')).toEqual([{ rows: 1000 }]);
    });
  });

  test('killed under a running process, comes back at the same address', async () => {
    const said: string[] = [];
    const postgres = await startEmbeddedPostgres({ home, report: (sentence) => said.push(sentence) });
    process.kill((await findPostmaster(dataDir))?.pid ?? Number.NaN, 'SIGKILL');

    let answer: unknown[] = [];
    while (answer.length === 0) answer = await ask(postgres.adminUrl, 'SELECT 1 AS there').catch(() => sleep(20, []));
    await postgres.stop();
    expect(said).toEqual(['The embedded Postgres was lost and is being started again.']);
  });

  test('starts where its lock file names a process that is something else by now', async () => {
    await writeFile(join(dataDir, 'postmaster.pid'), `${process.pid}\n${dataDir}\n1700000000\n5432\n\n127.0.0.1\n\nready\n`);
    await withPostgres(async ({ adminUrl }) => {
      expect(await ask(adminUrl, 'SELECT 1 AS there')).toEqual([{ there: 1 }]);
    });
  });

  test('says so where its port is taken, and why it does not start', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? address?.port ?? 0 : 0;
    await expect(startEmbeddedPostgres({ home, port })).rejects.toThrow(`Postgres cannot listen on port ${port}: another program does.`);
    other.close();

    const settings = join(dataDir, 'postgresql.auto.conf');
    await writeFile(settings, 'no_such_setting = 1\n');
    await expect(startEmbeddedPostgres({ home })).rejects.toThrow(/^Postgres did not start\. The end of .*postgres\.log:\n[^]*no_such_setting/);
    await writeFile(settings, '');
  });

  test('refuses the data of another major version, and says how to bring them over', async () => {
    const version = join(dataDir, 'PG_VERSION');
    const ours = await readFile(version, 'utf8');
    await writeFile(version, '17\n');
    await expect(startEmbeddedPostgres({ home })).rejects.toThrow(/were written by Postgres 17.*: make a backup/);
    await writeFile(version, ours);
  });

  if (process.getuid?.() === 0) {
    test('lives elsewhere where its user cannot enter the home, and is found there again', async () => {
      const closed = join(folder, 'closed');
      await mkdir(closed, { mode: 0o700 });
      const start = () => startEmbeddedPostgres({ home: join(closed, 'home') });
      const first = await start();
      await first.stop();
      const again = await start();
      await again.stop();

      const place = (await readFile(join(closed, 'home', 'postgres-lives-in'), 'utf8')).trim();
      expect([first.dataDir, again.dataDir]).toEqual([join(place, 'cluster', 'data'), join(place, 'cluster', 'data')]);
      await rm(place, { recursive: true });
      await expect(start()).rejects.toThrow(/which is not there: put it back/);
    });
  }
});

describe('provideDatabase', () => {
  test('by two processes at once gives both the same roles, of which the application may define nothing', async () => {
    await withPostgres(async ({ adminUrl }) => {
      const provide = () => provideDatabase(adminUrl, dirname(dataDir));
      const [first, second] = await Promise.all([provide(), provide()]);
      expect(second).toEqual(first);
      expect(await provide()).toEqual(first);

      await ask(first.migrateDatabaseUrl, 'CREATE TABLE ours (id integer)');
      await expect(ask(first.databaseUrl, 'CREATE TABLE mine (id integer)')).rejects.toThrow('permission denied for schema public');
      await expect(ask(first.databaseUrl, 'SELECT * FROM ours')).rejects.toThrow('permission denied for table ours');
      await expect(ask(first.databaseUrl, 'CREATE TEMPORARY TABLE mine (id integer)')).rejects.toThrow('permission denied');
    });
  });
});
