// The database of a process: the one that the settings give, or else an embedded one: live and demo each in its own home, a played night beside the demo's.
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Config } from '../config.ts';
import { dropPlayedNight, PLAYED_NIGHT } from './drop-played-night.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { provideDatabase } from './roles.ts';

export interface OpenDatabase {
  databaseUrl: string;
  /** The owner's, for `migrate`, `backup` and `restore`; null where the settings keep it from this process. */
  migrateDatabaseUrl: string | null;
  /** Where this deployment keeps its log's key and its checkpoints. */
  home: string;
  /** For a played night: the owner's, to the demo's database, whose areas and places it begins with. */
  placesFrom: string | null;
  /** Lets go of an embedded server; the last process to let go stops it. */
  stop(): Promise<void>;
}

type Settings = Pick<Config, 'DATABASE_URL' | 'MIGRATE_DATABASE_URL' | 'NIGHTJAR_HOME' | 'demo' | 'played'>;

interface OpenOptions {
  /** Told in a sentence when an embedded server was lost and is being started again. */
  report?: (sentence: string) => void;
  /** A played night begins on an empty database: whatever an earlier one left is dropped. */
  anew?: boolean;
}

const homeOf = (config: Settings): string => join(config.NIGHTJAR_HOME, config.played ? 'rehearsal' : config.demo ? 'demo' : 'live');

export async function openDatabase(config: Settings, { anew = false, ...options }: OpenOptions = {}): Promise<OpenDatabase> {
  const home = homeOf(config);
  if (config.DATABASE_URL !== undefined) {
    return { databaseUrl: config.DATABASE_URL, migrateDatabaseUrl: config.MIGRATE_DATABASE_URL ?? null, home, placesFrom: null, stop: () => Promise.resolve() };
  }
  // Going on with an embedded database would look like lost work.
  if (config.MIGRATE_DATABASE_URL !== undefined) throw new Error('MIGRATE_DATABASE_URL is given without DATABASE_URL: give both, or neither for the embedded database.');
  // One embedded server for both: the demo's places are the played night's.
  const postgres = await startEmbeddedPostgres({ home: homeOf({ ...config, played: false }), ...options });
  try {
    const secrets = dirname(postgres.dataDir);
    const ofHome = await provideDatabase(postgres.adminUrl, secrets);
    if (!config.played) return { ...ofHome, home, placesFrom: null, stop: () => postgres.stop() };
    if (anew) {
      await dropPlayedNight(postgres.adminUrl);
      for (const file of ['log-key', 'checkpoints.jsonl']) await rm(join(home, file), { force: true });
    }
    const played = await provideDatabase(postgres.adminUrl, secrets, PLAYED_NIGHT);
    return { ...played, home, placesFrom: ofHome.migrateDatabaseUrl, stop: () => postgres.stop() };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
