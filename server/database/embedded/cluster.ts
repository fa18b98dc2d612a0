// The data of one embedded Postgres and its secrets: made once, whole, by initdb, and found again at every later start.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildFolderOnce } from './build-folder-once.ts';
import type { DatabaseUser } from './database-user.ts';
import type { Place } from './place.ts';
import { messageOf } from '../what-went-wrong.ts';

export interface Cluster {
  /** Passable to all, with 0600 files beside the data; only `dataDir` belongs to Postgres' user. */
  folder: string;
  dataDir: string;
  logFile: string;
  password: string;
  binaries: string;
  runAs?: DatabaseUser;
}

const run = promisify(execFile);
const SUPERUSER = 'postgres';
const PASSWORD_FILE = 'superuser-password';

/** `major` is that of the programs: data of another major version are refused, for they would be unreadable to them. */
export async function provideCluster(place: Place, binaries: string, major: string): Promise<Cluster> {
  const folder = await buildFolderOnce(join(place.folder, 'cluster'), async (draft) => {
    const password = randomBytes(24).toString('base64url');
    await writeFile(join(draft, PASSWORD_FILE), password, { mode: 0o600 });
    await mkdir(join(draft, 'data'), { mode: 0o700 });
    if (place.runAs) await chown(join(draft, 'data'), place.runAs.uid, place.runAs.gid);
    await initialise(draft, binaries, password, place.runAs);
  });
  const dataDir = join(folder, 'data');
  await refuseAnotherMajor(dataDir, major);
  return {
    folder,
    dataDir,
    logFile: join(folder, 'postgres.log'),
    password: await readFile(join(folder, PASSWORD_FILE), 'utf8'),
    binaries,
    ...(place.runAs && { runAs: place.runAs }),
  };
}

export function adminUrl(cluster: Cluster, port: number): string {
  return `postgres://${SUPERUSER}:${cluster.password}@127.0.0.1:${port}/postgres`;
}

async function initialise(draft: string, binaries: string, password: string, runAs: DatabaseUser | undefined): Promise<void> {
  const passwordForInitdb = join(draft, 'password-for-initdb');
  await writeFile(passwordForInitdb, password, { mode: 0o600 });
  if (runAs) await chown(passwordForInitdb, runAs.uid, runAs.gid);
  // The builtin locale sorts and compares alike on every machine; the machine's own locales change under an index.
  const options = [
    `--pgdata=${join(draft, 'data')}`, `--username=${SUPERUSER}`, `--pwfile=${passwordForInitdb}`, '--auth=scram-sha-256',
    '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums',
  ];
  try {
    await run(join(binaries, 'bin', 'initdb'), options, { cwd: '/', env: POSTGRES_ENVIRONMENT, ...runAs });
  } catch (cause) {
    // The message of a command that failed carries what it printed.
    throw new Error(`Postgres could not lay out its data. ${messageOf(cause)}`, { cause });
  }
  await rm(passwordForInitdb);
}

/** Nothing of ours leaks in: neither our secrets nor a PGDATA, PGPORT or LD_LIBRARY_PATH of the person's shell. */
export const POSTGRES_ENVIRONMENT: NodeJS.ProcessEnv = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

async function refuseAnotherMajor(dataDir: string, major: string): Promise<void> {
  const written = (await readFile(join(dataDir, 'PG_VERSION'), 'utf8')).trim();
  if (written === major) return;
  throw new Error(
    `The data in ${dataDir} were written by Postgres ${written}, and this Nightjar brings Postgres ${major}: `
    + 'make a backup with the Nightjar that wrote them, then restore it with this one into a new folder.',
  );
}
