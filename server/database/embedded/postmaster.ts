// The running server process of one cluster: finds it and stops it. Postgres' own lock file is the truth about it.
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from '../what-went-wrong.ts';

export interface Postmaster {
  pid: number;
  port: number;
  /** False while it starts, replays its log after a crash, or shuts down. */
  ready: boolean;
}

export const POLL_MS = 20;
const STOP_PATIENCE_MS = 60_000;
/** A server that is starting writes its lock file at once; one left empty for longer was left by a power cut. */
const EMPTY_LOCK_FILE_MS = 10_000;

export async function findPostmaster(dataDir: string): Promise<Postmaster | undefined> {
  const lockFile = join(dataDir, 'postmaster.pid');
  const text = await readFile(lockFile, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  const [pid, port, ready] = [Number(lines[0]), Number(lines[3]), lines[7]?.trim() === 'ready'];
  if (pid && port && isAlive(pid) && (await servesData(pid, dataDir))) return { pid, port, ready };
  if (await isLeftover(lockFile, pid)) await rm(lockFile, { force: true });
  return undefined;
}

/** Ends sessions and open transactions; after a minute in vain, at once: the next start replays the log and nothing is lost. */
export async function stopPostmaster(dataDir: string): Promise<void> {
  const running = await findPostmaster(dataDir);
  if (!running) return;
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (isAlive(running.pid)) process.kill(running.pid, signal);
    for (const end = Date.now() + STOP_PATIENCE_MS; Date.now() < end; await sleep(POLL_MS)) {
      if ((await findPostmaster(dataDir))?.pid !== running.pid) return;
    }
  }
  throw new Error(`Postgres (process ${running.pid}) does not stop.`);
}

/**
 * Postgres itself clears the lock file of a dead process. It refuses to start where the number is alive again as another
 * program, as happens after a reboot or in a new container, and where the file is empty.
 */
async function isLeftover(lockFile: string, pid: number): Promise<boolean> {
  if (pid) return isAlive(pid);
  const age = await stat(lockFile).then((file) => Date.now() - file.mtimeMs, () => 0);
  return age > EMPTY_LOCK_FILE_MS;
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** Told by its command line, which is empty for a dead process that nobody has collected; without /proc a living process is believed. */
async function servesData(pid: number, dataDir: string): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return commandLine.split('\0').includes(dataDir);
}
