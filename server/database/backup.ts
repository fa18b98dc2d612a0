// Writes the whole database, as it stood at one instant, into one file; memory stays constant however large it is.
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { ClientBase } from 'pg';
import { ADVISORY_KEYS } from './advisory-keys.ts';
import { ARCHIVE_FORMAT, jsonFrame, type ArchiveHead, type ArchiveManifest } from './archive/contents.ts';
import { sealed, type Frame } from './archive/frames.ts';
import { fixTextFormat, listTables, readSequences, rowFrames } from './archive/tables.ts';
import { migrationsRun } from './migrate.ts';
import { withClient } from './with-client.ts';

export interface BackupOptions {
  createdAt: Date;
  productVersion: string;
}

/**
 * The role needs to read every table and sequence: the owner's or an administrator's. The file appears, readable to its
 * owner alone, when it is complete and on disk; one of that name is replaced.
 */
export async function backup(url: string, file: string, options: BackupOptions): Promise<ArchiveHead & ArchiveManifest> {
  const draft = `${file}.draft-${randomBytes(4).toString('hex')}`;
  try {
    const contents = await withClient(url, 'backup', async (client) => {
      // Before the snapshot: a migration in the middle could move rows to where the snapshot does not see them.
      await client.query('SELECT pg_advisory_lock_shared($1)', [ADVISORY_KEYS.migrations]);
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      await fixTextFormat(client);
      const head: ArchiveHead = {
        nightjarArchive: ARCHIVE_FORMAT,
        deployment: await kindOfDeployment(client),
        productVersion: options.productVersion,
        createdAt: options.createdAt.toISOString(),
        migrations: await migrationsRun(client),
      };
      const manifest: ArchiveManifest = { tables: [], sequences: [] };
      await pipeline(sealed(frames(client, head, manifest)), createGzip(), createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }));
      return { ...head, ...manifest };
    });
    await rename(draft, file);
    return contents;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function kindOfDeployment(client: ClientBase): Promise<ArchiveHead['deployment']> {
  const { rowCount } = await client.query("SELECT WHERE to_regclass('public.deployment') IS NOT NULL");
  if (!rowCount) return null;
  const { rows: [row] } = await client.query<{ kind: 'live' | 'rehearsal' }>('SELECT kind FROM deployment');
  return row?.kind ?? null;
}

/** Fills the manifest as it goes, since the totals are known when the rows have been read. */
async function* frames(client: ClientBase, head: ArchiveHead, manifest: ArchiveManifest): AsyncGenerator<Frame> {
  yield jsonFrame('H', head);
  for (const table of await listTables(client)) {
    yield jsonFrame('T', { name: table.name, columns: table.columns });
    manifest.tables.push(yield* rowFrames(client, table));
  }
  manifest.sequences.push(...(await readSequences(client)));
  yield jsonFrame('M', manifest);
}
