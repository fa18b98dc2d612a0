// The database of this process: the one that the settings give, or an embedded one found again at every start.
import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Config } from '../config.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { provideDatabase } from './roles.ts';

export interface OpenDatabase { databaseUrl: string; migrateDatabaseUrl: string | null; home: string; stop(): Promise<void> }

export async function openDatabase(config: Config, options: { report?: (problem: string) => void } = {}): Promise<OpenDatabase> {
  const home = resolve(join(config.NIGHTJAR_HOME, config.demo ? 'demo' : 'live'));
  await mkdir(home, { recursive: true });
  if (config.DATABASE_URL !== undefined) return { databaseUrl: config.DATABASE_URL, migrateDatabaseUrl: config.MIGRATE_DATABASE_URL ?? null, home, stop: async () => undefined };
  const postgres = await startEmbeddedPostgres({ home, ...options });
  const urls = await provideDatabase(postgres.adminUrl, dirname(postgres.dataDir));
  return { ...urls, home, stop: () => postgres.stop() };
}
