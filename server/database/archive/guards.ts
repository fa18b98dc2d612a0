// Takes foreign keys and triggers out of the way of a load, and puts them back exactly as they were; the keys then check every row.
import type { ClientBase } from 'pg';

interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

interface Trigger {
  table: string;
  name: string;
  /** O fires normally, A always, R on a replica: see pg_trigger.tgenabled. */
  enabled: 'O' | 'A' | 'R';
}

const FOREIGN_KEYS = `
  SELECT conrelid::regclass::text AS "table", quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint
   WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0`;

const TRIGGERS = `
  SELECT tgrelid::regclass::text AS "table", quote_ident(tgname) AS name, tgenabled AS enabled
    FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid
   WHERE NOT tgisinternal AND tgenabled <> 'D' AND tgparentid = 0 AND c.relnamespace = 'public'::regnamespace`;

const ENABLE = { O: 'ENABLE', A: 'ENABLE ALWAYS', R: 'ENABLE REPLICA' } as const satisfies Record<Trigger['enabled'], string>;

/**
 * For the owner of the tables, in the transaction of the load; `raise` undoes it.
 * Keys are dropped, since only a superuser may disable the triggers behind them, and adding one checks the whole table at once.
 * Triggers do not check what was loaded: rows come from a database where they did.
 */
export async function lowerGuards(client: ClientBase): Promise<{ raise(): Promise<void> }> {
  const { rows: triggers } = await client.query<Trigger>(TRIGGERS);
  const { rows: keys } = await client.query<ForeignKey>(FOREIGN_KEYS);
  for (const { table, name } of triggers) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER ${name}`);
  for (const { table, name } of keys) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  return {
    async raise() {
      for (const { table, name, definition } of keys) await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
      for (const { table, name, enabled } of triggers) await client.query(`ALTER TABLE ${table} ${ENABLE[enabled]} TRIGGER ${name}`);
    },
  };
}
