// What runs share, one after another: a Postgres, a migrated database with everybody on duty to copy, and a home for the servers.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../server/database/migrate.ts';
import type { DatabaseUrls } from '../../server/database/roles.ts';
import { openLogKeys, type LogKeys } from '../../server/events/keys.ts';
import { startProcess } from '../support/compiled.ts';
import { startCluster, type ChaosCluster } from './cluster.ts';
import { makePeople, type People } from './people.ts';

export interface Lane { cluster: ChaosCluster; template: DatabaseUrls; people: People; home: string; keys: LogKeys; /** A run that was given up on keeps no servers. */ closing: AbortSignal; close(): Promise<void> }

const LOG_KEY = 'a key for the log of a night of storms';

/** Sessions outlast a night of storms: they are made once, for all of them. */
export const settingsFor = (databaseUrl: string, home: string): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH, PORT: '0', DATABASE_URL: databaseUrl, NIGHTJAR_HOME: home, LOG_KEY, LOG_LEVEL: 'error', SESSION_IDLE_MINUTES: '2880', SESSION_HOURS: '48', NODE_COMPILE_CACHE: join(home, 'compiled'),
});

export async function openLane(): Promise<Lane> {
  const [cluster, home] = [await startCluster(), await mkdtemp(join(tmpdir(), 'nightjar-chaos-home-'))];
  const closing = new AbortController();
  const close = async (): Promise<void> => {
    closing.abort();
    await cluster.stop();
    await rm(home, { recursive: true, force: true });
  };
  try {
    const template = await cluster.create('storm_template');
    await migrate(template.migrateDatabaseUrl);
    const server = await startProcess(settingsFor(template.databaseUrl, home));
    try {
      return { cluster, template, people: await makePeople(template.databaseUrl, server.url), home, keys: await openLogKeys(home, LOG_KEY), closing: closing.signal, close };
    } finally {
      // It leaves what it compiled for those that will be killed: half of their start.
      await server.stop();
    }
  } catch (error) {
    await close();
    throw error;
  }
}
