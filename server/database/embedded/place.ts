// Chooses the folder where Postgres lives: inside the wanted home, or elsewhere if its user cannot get in; the same at every start.
import { createHash } from 'node:crypto';
import { chmod, mkdir, readFile, realpath, rmdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exists } from './build-folder-once.ts';
import { canEnter, provideDatabaseUser, type DatabaseUser } from './database-user.ts';

export interface Place {
  folder: string;
  /** Absent where Postgres runs as the user that we are. */
  runAs?: DatabaseUser;
}

const POINTER = 'postgres-lives-in';
const OPEN_TO_PASS = 0o711;

export async function findPlace(wantedHome: string): Promise<Place> {
  await mkdir(wantedHome, { recursive: true });
  const home = await realpath(wantedHome);
  const inside = join(home, 'postgres');
  const elsewhere = await readPointer(home);
  if (process.getuid?.() !== 0) return { folder: await openFolder(elsewhere ?? inside) };

  const runAs = (await ownerOfData(elsewhere ?? inside)) ?? (await provideDatabaseUser());
  if (elsewhere) return { folder: elsewhere, runAs };
  await openFolder(inside);
  if (await canEnter(runAs, inside)) return { folder: inside, runAs };
  if (await exists(join(inside, 'cluster'))) {
    throw new Error(`The database is in ${inside}, but its user (number ${runAs.uid}) may no longer enter: give the folders above it mode o+x again.`);
  }
  await rmdir(inside).catch(() => undefined);
  return { folder: await settleElsewhere(home), runAs };
}

async function settleElsewhere(home: string): Promise<string> {
  const name = createHash('sha256').update(home).digest('hex').slice(0, 12);
  const shared = await openFolder('/var/lib/nightjar');
  const folder = await openFolder(join(shared, name));
  await writeFile(join(home, POINTER), `${folder}\n`);
  return folder;
}

/** Who started the database once must run it again: Postgres refuses data that belongs to another user. */
async function ownerOfData(folder: string): Promise<DatabaseUser | undefined> {
  const data = join(folder, 'cluster', 'data');
  if (!(await exists(data))) return undefined;
  const { uid, gid } = await stat(data);
  return { uid, gid };
}

/** A pointer to nowhere stops the start: an empty database in the place of a lost one would look like lost work. */
async function readPointer(home: string): Promise<string | undefined> {
  const pointer = join(home, POINTER);
  if (!(await exists(pointer))) return undefined;
  const folder = (await readFile(pointer, 'utf8')).trim();
  if (await exists(folder)) return folder;
  throw new Error(`${pointer} says that the database is in ${folder}, which is not there: put it back, or delete ${pointer} to begin with an empty database.`);
}

async function openFolder(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  try {
    await chmod(folder, OPEN_TO_PASS);
  } catch (cause) {
    throw new Error(`${folder} belongs to another user: start Nightjar as the user who started it here first.`, { cause });
  }
  return folder;
}
