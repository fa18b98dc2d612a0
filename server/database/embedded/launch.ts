// Launches the server process of a cluster and waits until it takes connections.
import { spawn } from 'node:child_process';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { POSTGRES_ENVIRONMENT, type Cluster } from './cluster.ts';
import { findPostmaster, POLL_MS, type Postmaster } from './postmaster.ts';

const LOG_KEPT_BYTES = 10_000_000;
const WILL_PASS = /lock file "postmaster\.pid" (?:already exists|is empty)|pre-existing shared memory block|could not create any TCP\/IP sockets/;

/**
 * `port` must be free. Undefined where another process was faster, or has not quite let go of the data or the port: look again.
 * Fails with the last lines of Postgres' log.
 */
export async function launchPostmaster(cluster: Cluster, port: number, settings: Record<string, string>): Promise<Postmaster | undefined> {
  await keepLogSmall(cluster.logFile);
  const log = await open(cluster.logFile, 'a', 0o600);
  const before = (await log.stat()).size;
  const options = Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // Detached: Ctrl-C in a terminal must reach Nightjar first, which still has work to finish in the database.
  const child = spawn(join(cluster.binaries, 'bin', 'postgres'), ['-D', cluster.dataDir, ...options], {
    cwd: '/', env: POSTGRES_ENVIRONMENT, stdio: ['ignore', log.fd, log.fd], detached: true, ...cluster.runAs,
  });
  const failed = new Promise<string | undefined>((resolve) => {
    child.once('error', (error) => resolve(`Postgres could not be run: ${error.message}.`));
    // It ends well only when told to: by a process that had joined already and was the last to leave.
    child.once('exit', (code) => resolve(code === 0 ? undefined : 'Postgres did not start.'));
  });
  const over = new AbortController();
  try {
    const outcome = await Promise.race([failed, untilReady(cluster.dataDir, child.pid, over.signal)]);
    if (typeof outcome !== 'string') return outcome;
    const said = (await readFile(cluster.logFile)).subarray(before).toString('utf8').trimEnd().split('\n');
    if (said.some((line) => line.includes(`[${child.pid}] FATAL:`) && WILL_PASS.test(line))) return undefined;
    throw new Error(`${outcome} The end of ${cluster.logFile}:\n${said.slice(-10).join('\n')}`);
  } finally {
    over.abort();
    child.unref();
    await log.close();
  }
}

async function untilReady(dataDir: string, pid: number | undefined, over: AbortSignal): Promise<Postmaster | undefined> {
  for (; !over.aborted; await sleep(POLL_MS)) {
    const running = await findPostmaster(dataDir);
    if (running?.ready && running.pid === pid) return running;
  }
  return undefined;
}

async function keepLogSmall(logFile: string): Promise<void> {
  const size = await stat(logFile).then((file) => file.size, () => 0);
  if (size > LOG_KEPT_BYTES) await rename(logFile, `${logFile}.1`);
}
