// Puts the rows and sequences of an archive into tables that are ours alone, and proves that they arrived.
import { pipeline } from 'node:stream/promises';
import { escapeIdentifier, type ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { archivedTable, archiveManifest, takeJson, type ArchivedSequence, type ArchivedTotals, type ArchiveManifest } from './contents.ts';
import { damaged, type FrameCursor } from './frames.ts';
import { lowerGuards } from './guards.ts';
import { fixTextFormat, listTables, qualified, readTotals, type Table } from './tables.ts';

/** Replaces whatever rows the migrations themselves put there. For the owner, inside the transaction of a restore. */
export async function loadArchive(client: ClientBase, frames: FrameCursor): Promise<ArchiveManifest> {
  const tables = await listTables(client);
  await fixTextFormat(client);
  // Checks put off to the commit would stand in the way of the guards.
  await client.query('SET CONSTRAINTS ALL IMMEDIATE');
  const guards = await lowerGuards(client);
  if (tables.length > 0) await client.query(`TRUNCATE ${tables.map((table) => qualified(table.name)).join(', ')}`);
  for (let part = await takeJson(frames, 'T', archivedTable); part; part = await takeJson(frames, 'T', archivedTable)) {
    const columns = part.columns.map(escapeIdentifier).join(', ');
    refuseOtherShape(part, tables);
    await pipeline(rows(frames), client.query(copyFrom(`COPY ${qualified(part.name)} (${columns}) FROM STDIN`)));
  }
  const manifest = await takeJson(frames, 'M', archiveManifest);
  if (!manifest || !(await frames.atEnd())) throw damaged('its parts are out of order');
  await guards.raise();
  for (const sequence of manifest.sequences) await setSequence(client, sequence);
  await verifyTotals(client, tables, manifest.tables);
  // Without statistics the first queries would be planned for empty tables.
  await client.query('ANALYZE');
  return manifest;
}

async function* rows(frames: FrameCursor): AsyncGenerator<Buffer> {
  for (let piece = await frames.take('D'); piece; piece = await frames.take('D')) yield piece.payload;
}

function refuseOtherShape(archived: { name: string; columns: string[] }, tables: readonly Table[]): void {
  const ours = tables.find((table) => table.name === archived.name);
  if (ours?.columns.join() === archived.columns.join()) return;
  throw new Error(`The table ${archived.name} of the archive is not the one that its migrations make: was a migration changed after it had run?`);
}

/** Restarting gives the sequence new storage, which a rollback takes back; what setval writes alone would stay. */
async function setSequence(client: ClientBase, { name, lastValue, isCalled }: ArchivedSequence): Promise<void> {
  await client.query(`ALTER SEQUENCE ${qualified(name)} RESTART`);
  await client.query('SELECT setval($1::regclass, $2, $3)', [qualified(name), lastValue, isCalled]);
}

/** Reads every table back: what the database now says must be, byte for byte, what the archived one said. */
async function verifyTotals(client: ClientBase, tables: readonly Table[], archived: readonly ArchivedTotals[]): Promise<void> {
  for (const table of tables) {
    const expected = archived.find(({ name }) => name === table.name);
    if (!expected) throw new Error(`The archive lacks the table ${table.name}.`);
    const found = await readTotals(client, table);
    if (found.rows !== expected.rows || found.sha256 !== expected.sha256) {
      throw new Error(`The table ${table.name} did not arrive whole: ${found.rows} rows of ${expected.rows}, or other contents.`);
    }
  }
}
