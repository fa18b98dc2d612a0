// One Postgres for the whole run, in a folder of its own, with a migrated database for the tests to clone.
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { startEmbeddedPostgres } from '../../server/database/embedded-postgres.ts';
import { isAlive, stopPostmaster } from '../../server/database/embedded/postmaster.ts';
import { migrate } from '../../server/database/migrate.ts';
import { provideDatabase } from '../../server/database/roles.ts';
import tearDown, { closeAfterRun } from './global-teardown.mts';
import { announceRun, TEMPLATE } from './postgres.ts';

const PREFIX = `nightjar-tests-${userInfo().uid}-`;

export default async function setUp(): Promise<void> {
  await clearInterruptedRuns();
  const home = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  await chmod(home, 0o711);
  const postgres = await startEmbeddedPostgres({ home, durable: false });
  closeAfterRun(async () => {
    await postgres.stop();
    await rm(home, { recursive: true, force: true });
  });
  try {
    const urls = await provideDatabase(postgres.adminUrl, dirname(postgres.dataDir), TEMPLATE);
    await migrate(urls.migrateDatabaseUrl);
    announceRun({ adminUrl: postgres.adminUrl, ...urls });
  } catch (error) {
    // Jest calls no teardown after a setup that failed.
    await tearDown();
    throw error;
  }
}

/** Ctrl-C ends Jest without its teardown, and leaves a server behind that no one uses. */
async function clearInterruptedRuns(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : process.pid;
    if (isAlive(pid)) continue;
    const home = join(tmpdir(), name);
    await stopPostmaster(join(home, 'postgres', 'cluster', 'data'));
    await rm(home, { recursive: true, force: true });
  }
}
