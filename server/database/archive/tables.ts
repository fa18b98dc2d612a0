// The tables and sequences that an archive holds, and the one way in which their rows are read out.
import { createHash } from 'node:crypto';
import { escapeIdentifier, type ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { ArchivedSequence, ArchivedTotals } from './contents.ts';
import type { Frame } from './frames.ts';

export interface Table {
  name: string;
  /** Without generated ones, which cannot be written. */
  columns: string[];
  /** What its rows are ordered by, as SQL. */
  order: string;
}

/**
 * Ordinary tables of `public` and the leaves of partitioned ones. Left out are unlogged tables, which do not outlive a crash
 * either, the list of migrations, which a restore writes by running them, and what belongs to an extension.
 * Ordered by primary key, text in byte order: equal contents give equal bytes on any server.
 */
const TABLES = `
  SELECT c.relname::text AS name,
         array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '') AS columns,
         coalesce((
           SELECT string_agg(quote_ident(k.attname) || CASE WHEN k.attcollation = 0 THEN '' ELSE ' COLLATE "C"' END, ', ' ORDER BY key.position)
             FROM pg_index i
            CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS key (attnum, position)
             JOIN pg_attribute k ON k.attrelid = i.indrelid AND k.attnum = key.attnum
            WHERE i.indrelid = c.oid AND i.indisprimary
         ), quote_ident(c.relname) || '::text COLLATE "C"') AS "order"
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'p'
     AND c.relname NOT IN ('migrations', 'typeorm_metadata')
     AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
   GROUP BY c.oid, c.relname
   ORDER BY c.relname COLLATE "C"`;

const SEQUENCES = `
  SELECT relname::text AS name FROM pg_class
   WHERE relnamespace = 'public'::regnamespace AND relkind = 'S' AND relpersistence = 'p' AND relname <> 'migrations_id_seq'
   ORDER BY relname COLLATE "C"`;

/** Says how values become text, so that neither a server's nor a role's settings show in an archive. For one transaction. */
export async function fixTextFormat(client: ClientBase): Promise<void> {
  await client.query(`
    SET LOCAL client_encoding = 'UTF8';
    SET LOCAL datestyle = 'ISO, YMD';
    SET LOCAL intervalstyle = 'iso_8601';
    SET LOCAL timezone = 'UTC';
    SET LOCAL bytea_output = 'hex';
    SET LOCAL extra_float_digits = 1`);
}

export async function listTables(client: ClientBase): Promise<Table[]> {
  return (await client.query<Table>(TABLES)).rows;
}

/** The rows as COPY text, a piece at a time, then their number and SHA-256. */
export async function* rowFrames(client: ClientBase, table: Table): AsyncGenerator<Frame, ArchivedTotals> {
  const columns = table.columns.map(escapeIdentifier).join(', ');
  const rows = client.query(copyTo(`COPY (SELECT ${columns} FROM ${qualified(table.name)} ORDER BY ${table.order}) TO STDOUT`));
  const hash = createHash('sha256');
  for await (const payload of rows) {
    hash.update(payload);
    yield { kind: 'D', payload };
  }
  return { name: table.name, rows: rows.rowCount, sha256: hash.digest('hex') };
}

/** What the archive of this table would say of it now. */
export async function readTotals(client: ClientBase, table: Table): Promise<ArchivedTotals> {
  const frames = rowFrames(client, table);
  for (;;) {
    const { done, value } = await frames.next();
    if (done) return value;
  }
}

/** Sequences stand outside transactions: a value may be ahead of the rows that were read, never behind them. */
export async function readSequences(client: ClientBase): Promise<ArchivedSequence[]> {
  const { rows: names } = await client.query<{ name: string }>(SEQUENCES);
  const sequences: ArchivedSequence[] = [];
  for (const { name } of names) {
    const { rows } = await client.query<ArchivedSequence>(
      `SELECT $1 AS name, last_value::text AS "lastValue", is_called AS "isCalled" FROM ${qualified(name)}`, [name],
    );
    sequences.push(...rows);
  }
  return sequences;
}

export function qualified(name: string): string {
  return `public.${escapeIdentifier(name)}`;
}
