// Builds a folder under a temporary name and renames it into place: others see all of it or nothing, and one builder wins.
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, rename, rm, stat } from 'node:fs/promises';
import { codeOf } from '../what-went-wrong.ts';

export async function buildFolderOnce(folder: string, build: (draft: string) => Promise<void>): Promise<string> {
  if (await exists(folder)) return folder;
  const draft = `${folder}.draft-${randomBytes(4).toString('hex')}`;
  try {
    await mkdir(draft);
    // Postgres' user passes through here; what is secret inside carries its own mode.
    await chmod(draft, 0o755);
    await build(draft);
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another process was faster: a rename onto a full folder fails, and its work is as good as ours.
    if (!(await exists(folder))) throw error;
  }
  return folder;
}

/** False only for "not there": a folder that we may not look into is an error, not an absence. */
export async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}
