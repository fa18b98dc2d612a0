// A database of its own for each test that asks: a clone of one that was migrated once for the whole run.
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { OWNER_ROLE, urlFor } from '../../server/database/roles.ts';
import { withClient } from '../../server/database/with-client.ts';

export interface TestDatabase {
  databaseUrl: string;
  migrateDatabaseUrl: string;
  /** The superuser's, to this database. */
  adminUrl: string;
  /** Fails where connections were left open, and says which. */
  drop(): Promise<void>;
}

export interface TestDatabaseOptions {
  /** Default: the migrated one. `template1` gives an empty database. */
  template?: string;
}

export const TEMPLATE = 'nightjar_template';

const runInfo = z.strictObject({ adminUrl: z.string(), databaseUrl: z.string(), migrateDatabaseUrl: z.string() });
export type RunInfo = z.infer<typeof runInfo>;
const VARIABLE = 'NIGHTJAR_TEST_POSTGRES';
const CLOSING_PATIENCE_MS = 1000;

/** For the global setup: the workers inherit it. */
export function announceRun(info: RunInfo): void {
  process.env[VARIABLE] = JSON.stringify(info);
}

export async function createTestDatabase({ template = TEMPLATE }: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const run = runInfo.parse(JSON.parse(process.env[VARIABLE] ?? '{}'));
  const database = `test_${randomBytes(6).toString('hex')}`;
  // Copying files takes 53 ms; through the log of a server that never syncs, the default, takes 117.
  await withClient(run.adminUrl, 'test', (admin) => admin.query(`CREATE DATABASE ${database} TEMPLATE ${template} OWNER ${OWNER_ROLE} STRATEGY FILE_COPY`));
  return {
    databaseUrl: urlFor(run.databaseUrl, { database }),
    migrateDatabaseUrl: urlFor(run.migrateDatabaseUrl, { database }),
    adminUrl: urlFor(run.adminUrl, { database }),
    drop: () => drop(run.adminUrl, database),
  };
}

async function drop(adminUrl: string, database: string): Promise<void> {
  await withClient(adminUrl, 'test', async (admin) => {
    const connections = async (): Promise<string[]> => {
      const { rows } = await admin.query<{ who: string }>(
        "SELECT application_name || ': ' || query AS who FROM pg_stat_activity WHERE datname = $1 AND backend_type = 'client backend'", [database],
      );
      return rows.map((row) => row.who);
    };
    let open = await connections();
    for (const end = Date.now() + CLOSING_PATIENCE_MS; open.length > 0 && Date.now() < end; open = await connections()) await sleep(20);
    await admin.query(`DROP DATABASE ${database} WITH (FORCE)`);
    if (open.length > 0) throw new Error(`The test left connections to its database open:\n${open.join('\n')}`);
  });
}
