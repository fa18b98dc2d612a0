// The database of a process: the one that the settings give, or else an embedded one in its own home, live and demo apart.
import { dirname, join } from 'node:path';
import type { Config } from '../config.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { provideDatabase } from './roles.ts';

export interface OpenDatabase {
  databaseUrl: string;
  /** The owner's, for `migrate`, `backup` and `restore`; null where the settings keep it from this process. */
  migrateDatabaseUrl: string | null;
  /** Where this deployment keeps its log's key and its checkpoints. */
  home: string;
  /** Lets go of an embedded server; the last process to let go stops it. */
  stop(): Promise<void>;
}

type Settings = Pick<Config, 'DATABASE_URL' | 'MIGRATE_DATABASE_URL' | 'NIGHTJAR_HOME' | 'demo'>;

export const homeOf = (config: Pick<Settings, 'NIGHTJAR_HOME' | 'demo'>): string => join(config.NIGHTJAR_HOME, config.demo ? 'demo' : 'live');

/** `report` is told in a sentence when an embedded server was lost and is being started again. */
export async function openDatabase(config: Settings, options: { report?: (sentence: string) => void } = {}): Promise<OpenDatabase> {
  const home = homeOf(config);
  if (config.DATABASE_URL !== undefined) {
    return { databaseUrl: config.DATABASE_URL, migrateDatabaseUrl: config.MIGRATE_DATABASE_URL ?? null, home, stop: () => Promise.resolve() };
  }
  // Going on with an embedded database would look like lost work.
  if (config.MIGRATE_DATABASE_URL !== undefined) throw new Error('MIGRATE_DATABASE_URL is given without DATABASE_URL: give both, or neither for the embedded database.');
  const postgres = await startEmbeddedPostgres({ home, ...options });
  try {
    const urls = await provideDatabase(postgres.adminUrl, dirname(postgres.dataDir));
    return { ...urls, home, stop: () => postgres.stop() };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
