// A Postgres of the storm's own, which may be killed without warning and started again on the same data.
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { randomBytes } from 'node:crypto';
import { provideBinaries } from '../../server/database/embedded/binaries.ts';
import { adminUrl, provideCluster } from '../../server/database/embedded/cluster.ts';
import { freePort } from '../../server/database/embedded/free-port.ts';
import { launchPostmaster } from '../../server/database/embedded/launch.ts';
import { findPlace } from '../../server/database/embedded/place.ts';
import { findPlatformPackage } from '../../server/database/embedded/platform-package.ts';
import { findPostmaster, stopPostmaster } from '../../server/database/embedded/postmaster.ts';
import { OWNER_ROLE, provideDatabase, urlFor, type DatabaseUrls } from '../../server/database/roles.ts';
import { withClient } from '../../server/database/with-client.ts';

export interface Database extends DatabaseUrls { name: string; adminUrl: string; drop(): Promise<void> }
export interface ChaosCluster {
  port: number; adminUrl: string; home: string;
  /** An empty database with its roles. */
  create(name: string): Promise<DatabaseUrls>;
  /** A copy of that one; nobody may be connected to it. */
  clone(template: DatabaseUrls, name: string): Promise<Database>;
  kill(): Promise<void>;
  /** Kills one server process of Postgres: the postmaster then restarts them all. */
  killBackend(database: string): Promise<boolean>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** No sync to the disk: a killed process loses nothing by that. But every commit reaches the kernel before it is answered. */
const SETTINGS = {
  listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '150', timezone: 'UTC', log_timezone: 'UTC', fsync: 'off', synchronous_commit: 'on', full_page_writes: 'off',
  wal_level: 'minimal', max_wal_senders: '0', shared_buffers: '64MB', autovacuum: 'off', log_error_verbosity: 'terse',
};
const AGAIN_MS = 10;
const MOST_TRIES = 500;

export async function startCluster(): Promise<ChaosCluster> {
  const home = await mkdtemp(join(tmpdir(), `nightjar-chaos-${process.pid}-`));
  await chmod(home, 0o711);
  const [place, origin] = await Promise.all([findPlace(home), findPlatformPackage()]);
  const cluster = await provideCluster(place, await provideBinaries(place.folder, origin), origin.major);
  const port = await freePort(0);
  const url = adminUrl(cluster, port);
  let starting: Promise<void> | null = null;
  async function launch(): Promise<void> {
    // What is left of a killed server holds its memory for a moment yet; this one may be killed in its turn before it is ready.
    for (let tries = 1; (await findPostmaster(cluster.dataDir))?.ready !== true; tries += 1) {
      await launchPostmaster(cluster, port, SETTINGS).catch((error: unknown) => { if (tries > MOST_TRIES) throw error; });
      await sleep(AGAIN_MS);
    }
  }
  /** Where nobody came to stop it: it was started apart from us, and would stay. */
  function abandon(): void {
    const pid = Number.parseInt(readFileSync(join(cluster.dataDir, 'postmaster.pid'), 'utf8'), 10);
    if (Number.isInteger(pid)) process.kill(pid, 'SIGQUIT');
  }
  const start = (): Promise<void> => starting ??= launch().finally(() => { starting = null; });
  await start();
  process.once('exit', abandon);
  return {
    port, adminUrl: url, home, start,
    create: (name) => provideDatabase(url, cluster.folder, name),
    async clone(template, name) {
      await withClient(url, 'chaos', (admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE ${new URL(template.databaseUrl).pathname.slice(1)} OWNER ${OWNER_ROLE} STRATEGY FILE_COPY`));
      return {
        name, adminUrl: urlFor(url, { database: name }), databaseUrl: urlFor(template.databaseUrl, { database: name }), migrateDatabaseUrl: urlFor(template.migrateDatabaseUrl, { database: name }),
        drop: () => withClient(url, 'chaos', async (admin) => { await admin.query(`DROP DATABASE ${name} WITH (FORCE)`); }),
      };
    },
    async kill() {
      const running = await findPostmaster(cluster.dataDir);
      if (running === undefined) return;
      process.kill(running.pid, 'SIGKILL');
      // Dead, it is still found for a moment, and would pass for one that has been started again.
      while ((await findPostmaster(cluster.dataDir))?.pid === running.pid) await sleep(AGAIN_MS);
    },
    killBackend: (database) => withClient(url, 'chaos', async (admin) => {
      const { rows: [backend] } = await admin.query<{ pid: number }>("SELECT pid FROM pg_stat_activity WHERE datname = $1 AND application_name = 'nightjar' ORDER BY random() LIMIT 1", [database]);
      if (backend !== undefined) process.kill(backend.pid, 'SIGKILL');
      return backend !== undefined;
    }),
    async stop() {
      process.off('exit', abandon);
      await stopPostmaster(cluster.dataDir);
      await rm(place.folder, { recursive: true, force: true });
      await rm(home, { recursive: true, force: true });
    },
  };
}

export const databaseName = (): string => `storm_${randomBytes(6).toString('hex')}`;
