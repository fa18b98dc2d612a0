// A real Postgres for those who have none: started in a folder, found again there at the next start, shared by all who start it.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { provideBinaries } from './embedded/binaries.ts';
import { adminUrl, provideCluster, type Cluster } from './embedded/cluster.ts';
import { freePort, isFree } from './embedded/free-port.ts';
import { takeHold, type Hold } from './embedded/hold.ts';
import { findPlace } from './embedded/place.ts';
import { findPlatformPackage } from './embedded/platform-package.ts';
import { launchPostmaster } from './embedded/launch.ts';
import { findPostmaster, stopPostmaster, type Postmaster } from './embedded/postmaster.ts';
import { messageOf } from './what-went-wrong.ts';

export interface EmbeddedPostgres {
  /** The superuser's, to the database `postgres`. */
  adminUrl: string;
  host: string;
  port: number;
  /** Secrets that belong to these data are kept in 0600 files in the folder above it. */
  dataDir: string;
  /** Lets go; the last process to let go stops the server. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Made where it is missing. Where Postgres' user could not enter it, it gets a note that says where the data are. */
  home: string;
  /** Default: the port of the last start, or any free one. */
  port?: number;
  /** False only for tests: a power cut then destroys the data. */
  durable?: boolean;
  /** Told in a sentence when the server was lost and is being started again. */
  report?: (sentence: string) => void;
}

const HOST = '127.0.0.1';
/** How long a server that runs already may take to answer, for instance while it replays its log after a crash. */
const ANSWER_PATIENCE_MS = 300_000;
const RETRY_MS = 50;

/** Starts the server, or adopts the one that a killed process left running, or joins that of another process. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const [place, origin] = await Promise.all([findPlace(options.home), findPlatformPackage()]);
  const binaries = await provideBinaries(place.folder, origin);
  const cluster = await provideCluster(place, binaries, origin.major);
  const settings = settingsFor(options.durable ?? true);

  let { hold, port } = await holdServer(cluster, settings, options.port);
  const leaving = new AbortController();
  let regaining = Promise.resolve();
  const watch = (): void => hold.onLost(() => { if (!leaving.signal.aborted) regaining = regain(); });
  const regain = async (): Promise<void> => {
    options.report?.('The embedded Postgres was lost and is being started again.');
    while (!leaving.signal.aborted) {
      try {
        // On the same port: everybody holds the address already.
        ({ hold } = await holdServer(cluster, settings, port));
        return watch();
      } catch (error) {
        options.report?.(messageOf(error));
        await sleep(1000);
      }
    }
  };
  watch();

  const stop = async (): Promise<void> => {
    leaving.abort();
    await regaining;
    if (await hold.release()) await stopPostmaster(cluster.dataDir);
  };
  let stopped: Promise<void> | undefined;
  return { adminUrl: adminUrl(cluster, port), host: HOST, port, dataDir: cluster.dataDir, stop: () => (stopped ??= stop()) };
}

async function holdServer(cluster: Cluster, settings: Record<string, string>, wantedPort: number | undefined): Promise<{ hold: Hold; port: number }> {
  for (const end = Date.now() + ANSWER_PATIENCE_MS; Date.now() < end; await sleep(RETRY_MS)) {
    const server = (await findPostmaster(cluster.dataDir)) ?? (await launch(cluster, settings, wantedPort));
    const hold = server && (await takeHold(adminUrl(cluster, server.port)));
    if (hold) return { hold, port: server.port };
  }
  throw new Error(`The Postgres that runs on ${cluster.dataDir} did not answer for ${ANSWER_PATIENCE_MS / 1000} s; ${cluster.logFile} may say why.`);
}

async function launch(cluster: Cluster, settings: Record<string, string>, wantedPort: number | undefined): Promise<Postmaster | undefined> {
  const kept = join(cluster.folder, 'port');
  if (wantedPort !== undefined && !(await isFree(wantedPort))) {
    throw new Error(`Postgres cannot listen on port ${wantedPort}: another program does.`);
  }
  const port = wantedPort ?? await freePort(Number(await readFile(kept, 'utf8').catch(() => 0)));
  const launched = await launchPostmaster(cluster, port, settings);
  if (launched) await writeFile(kept, String(port));
  return launched;
}

function settingsFor(durable: boolean): Record<string, string> {
  return {
    listen_addresses: HOST,
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // A constraint's DETAIL line quotes the row, and rows hold what is known of people: it stays out of the log.
    log_error_verbosity: 'terse',
    ...(!durable && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: '0' }),
  };
}
