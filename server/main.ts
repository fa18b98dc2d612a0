// Boot: settings, database, migrations, the deployment's kind, then serve until told to stop.
import { instantOf } from '../shared/domain/instant.ts';
import type { Clock } from './clock/clock.ts';
import { openDeployment } from './clock/deployment.ts';
import { readConfig, type Config } from './config.ts';
import { connect } from './database/connect.ts';
import { migrate } from './database/migrate.ts';
import { openDatabase } from './database/open-database.ts';
import { headOf } from './events/append.ts';
import { existingLogKeys, openLogKeys } from './events/keys.ts';
import { ensureBuiltInPlaces } from './exchange/place.store.ts';
import { makeLogger } from './http/request-log.ts';
import type { Logger } from 'pino';
import { linkPath, makeLink } from './identity/one-time-link.ts';
import { ensurePolicy } from './incidents/policy.store.ts';
import { describeDemo, demoStart, seedDemo } from './seed/demo.ts';
import { startRoving } from './seed/roving.ts';
import { serve } from './serve.ts';

const say = (text: string): void => { process.stdout.write(`${text}\n`); };

async function boot(config: Config): Promise<void> {
  const log = makeLogger(config.demo ? 'warn' : config.LOG_LEVEL);
  const database = await openDatabase(config, { report: (problem: string) => log.warn(problem) });
  if (database.migrateDatabaseUrl !== null) await migrate(database.migrateDatabaseUrl);
  const db = await connect(database.databaseUrl, [], { poolSize: 2 });
  const keys = await (await headOf(db) === 0 ? openLogKeys(database.home, config.LOG_KEY) : existingLogKeys(config, database.home));
  const clock = await openDeployment(db, config.demo ? 'rehearsal' : 'live', demoStart(instantOf(Date.now())));
  await ensurePolicy(db);
  await ensureBuiltInPlaces(db);
  const [accounts] = await db.query<{ count: number }[]>('SELECT count(*) FROM account');
  const isNew = accounts?.count === 0;
  const firstLink = isNew && !config.demo ? await makeLink(db, 'first-administrator', null) : null;
  await db.destroy();
  if (isNew && config.demo) await seedDemo({ databaseUrl: database.databaseUrl, keys, clock });

  const roving = config.demo ? await rove(database.databaseUrl, clock, log) : null;
  const serving = await serve({ config, databaseUrl: database.databaseUrl, home: database.home, clock, keys, log });
  const address = config.PUBLIC_ORIGIN ?? serving.url.replace('127.0.0.1', 'localhost');
  say(config.demo ? describeDemo(address) : `Nightjar serves at ${address}`);
  if (firstLink !== null) say(`\nNobody has an account yet. Make the first administrator here, once, within 24 hours:\n  ${address}${linkPath(firstLink)}\n`);

  let asked = false;
  const stop = (): void => {
    if (asked) return;
    asked = true;
    Promise.resolve(roving?.stop()).then(() => serving.stop()).then(() => database.stop()).then(() => process.exit(0), (error: unknown) => {
      log.error({ err: error }, 'did not stop in an orderly way');
      process.exit(1);
    });
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

async function rove(databaseUrl: string, clock: Clock, log: Logger): Promise<{ stop(): Promise<void> }> {
  const db = await connect(databaseUrl, [], { poolSize: 1 });
  const roving = startRoving(db, clock, (error) => log.warn({ err: error }, 'the demo’s crews could not move'));
  return { async stop() { roving.stop(); await db.destroy(); } };
}

try {
  await boot(readConfig(process.env, process.argv.includes('--demo')));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
