// Postgres refuses to run as root: this names the ordinary user that it runs as, and creates one where there is none.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { codeOf } from '../what-went-wrong.ts';

export interface DatabaseUser {
  uid: number;
  gid: number;
}

const run = promisify(execFile);
const OURS = 'nightjar-db';

/** For root alone. `postgres` if the machine has it, else a system user of ours, else `nobody`. */
export async function provideDatabaseUser(): Promise<DatabaseUser> {
  const found = (await lookUp('postgres')) ?? (await lookUp(OURS)) ?? (await create()) ?? (await lookUp('nobody'));
  if (found) return found;
  throw new Error('Postgres refuses to run as root and there is no other user for it: create one with "useradd --system postgres".');
}

/** Whether that user can enter the folder: tried out, since access lists and mounts have a say beside the mode bits. */
export async function canEnter(user: DatabaseUser, folder: string): Promise<boolean> {
  try {
    await run('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { uid: user.uid, gid: user.gid, cwd: '/' });
    return true;
  } catch (error) {
    // No exit code means that the shell never ran, for instance where a container may not change users.
    if (typeof codeOf(error) === 'number') return false;
    throw new Error(`Postgres refuses to run as root, and this machine does not let root start it as user ${user.uid}.`, { cause: error });
  }
}

async function create(): Promise<DatabaseUser | undefined> {
  const debianOrRedHat = ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', OURS] as const;
  const busybox = ['adduser', '-S', '-D', '-H', OURS] as const;
  for (const [command, ...options] of [debianOrRedHat, busybox]) {
    // Whichever of the two the machine has; the user list tells afterwards whether one worked.
    await run(command, options).catch(() => undefined);
    const user = await lookUp(OURS);
    if (user) return user;
  }
  return undefined;
}

async function lookUp(name: string): Promise<DatabaseUser | undefined> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n');
  const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}
