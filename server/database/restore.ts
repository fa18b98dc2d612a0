// Loads an archive into an empty database, in one transaction: afterwards all of it is there and verified, or nothing has changed.
import type { ClientBase } from 'pg';
import { ADVISORY_KEYS } from './advisory-keys.ts';
import { anyArchiveHead, archiveHead, ARCHIVE_FORMAT, takeJson, type ArchiveHead, type ArchiveManifest } from './archive/contents.ts';
import { damaged, openFrames, type FrameCursor } from './archive/frames.ts';
import { loadArchive } from './archive/load.ts';
import { listTables, qualified } from './archive/tables.ts';
import { migrateWithin, migrationsRun, withDataSource } from './migrate.ts';
import { ourMigrations, type MigrationClass } from './migrations.ts';
import { messageOf } from './what-went-wrong.ts';

export interface RestoreOptions {
  /** Called with everything loaded, before the commit; whatever it throws undoes the restore. */
  verify?: (client: ClientBase) => Promise<void>;
  /** Default: those that this build carries. */
  migrations?: readonly MigrationClass[];
  /** What the database is for; an archive that says it is of the other kind is refused. */
  deployment?: 'live' | 'rehearsal';
}

/**
 * Refuses a damaged archive, one of a newer Nightjar or of the other kind, and a database that holds anything. The database ends at the
 * migrations of the archive: `migrate` takes it further. The role must own the schema.
 */
export async function restore(migrateDatabaseUrl: string, file: string, options: RestoreOptions = {}): Promise<ArchiveHead & ArchiveManifest> {
  const frames = openFrames(file);
  try {
    const head = await takeHead(frames);
    refuseOtherKind(head, options.deployment);
    const migrations = pickMigrations(head, options.migrations ?? (await ourMigrations()));
    const manifest = await withDataSource(migrateDatabaseUrl, migrations, (source) => source.transaction(async ({ queryRunner: runner }) => {
      if (!runner) throw new Error('TypeORM opened a transaction without a connection.');
      const client: ClientBase = await runner.connect();
      await client.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_KEYS.migrations]);
      await refuseUnlessEmpty(client, head);
      await migrateWithin(runner);
      const loaded = await loadArchive(client, frames);
      await options.verify?.(client);
      return loaded;
    }));
    return { ...head, ...manifest };
  } catch (cause) {
    throw new Error(`Nothing was restored from ${file}. ${messageOf(cause)}`, { cause });
  } finally {
    await frames.close();
  }
}

async function takeHead(frames: FrameCursor): Promise<ArchiveHead> {
  const head = await takeJson(frames, 'H', anyArchiveHead);
  if (!head) throw damaged('it does not begin like one');
  if (head.nightjarArchive > ARCHIVE_FORMAT) throw new Error('A newer Nightjar made this archive: update this one first.');
  return archiveHead.parse(head);
}

function refuseOtherKind({ deployment }: ArchiveHead, wanted: ArchiveHead['deployment'] = deployment): void {
  if (deployment === null || deployment === wanted) return;
  throw new Error(deployment === 'rehearsal'
    ? 'It is of a rehearsal, which is no live service: restore it with --demo or --rehearsal.'
    : 'It is of a live service, which no rehearsal may hold: restore it without --demo and --rehearsal.');
}

function pickMigrations(head: ArchiveHead, ours: readonly MigrationClass[]): MigrationClass[] {
  const unknown = head.migrations.filter((name) => !ours.some((migration) => migration.name === name));
  if (unknown.length === 0) return ours.filter((migration) => head.migrations.includes(migration.name));
  throw new Error(`A newer Nightjar (${head.productVersion}) made this archive, with migrations that this one lacks (${unknown.join(', ')}): update this one first.`);
}

/** The tables stay locked from here on, so that no server that is still running can write into them. */
async function refuseUnlessEmpty(client: ClientBase, head: ArchiveHead): Promise<void> {
  for (const { name } of await listTables(client)) {
    await client.query(`LOCK TABLE ${qualified(name)} IN ACCESS EXCLUSIVE MODE`);
    const { rowCount } = await client.query(`SELECT FROM ${qualified(name)} LIMIT 1`);
    if (rowCount) throw new Error(`The database is not empty (its table ${name} holds rows): restore into a new one.`);
  }
  const further = (await migrationsRun(client)).filter((name) => !head.migrations.includes(name));
  if (further.length > 0) throw new Error(`The database has migrations that the archive lacks (${further.join(', ')}): restore into a new one.`);
}
