// Boot: settings, database, the deployment's kind, migrations, then serve until told to stop.
import { sourceOf } from './checks/check-settings.ts';
import { keepCheckSources } from './checks/source.store.ts';
import { wallNow, type Clock } from './clock/clock.ts';
import { openDeployment, refuseOtherKind } from './clock/deployment.ts';
import { readConfig, type Config } from './config.ts';
import { connect } from './database/connect.ts';
import { migrate } from './database/migrate.ts';
import { openDatabase, type OpenDatabase } from './database/open-database.ts';
import { headOf } from './events/append.ts';
import { existingLogKeys, openLogKeys, type LogKeys } from './events/keys.ts';
import { ensureBuiltInPlaces } from './exchange/place.store.ts';
import { makeLogger } from './http/request-log.ts';
import type { Logger } from 'pino';
import { linkPath, makeLink } from './identity/one-time-link.ts';
import { ensurePolicy } from './incidents/policy.store.ts';
import { play } from './rehearsal/play.ts';
import { copyGazetteer } from './seed/copy-gazetteer.ts';
import { describeDemo, demoStart, seedDemo } from './seed/demo.ts';
import { describeOver, describePlayed, seedPlayed } from './seed/played.ts';
import { startRoving } from './seed/roving.ts';
import { serve } from './serve.ts';
import { plusMinutes } from '../shared/domain/instant.ts';
import { readStartOptions, type Played } from './start-options.ts';

const say = (text: string): void => { process.stdout.write(`${text}\n`); };

interface Start { config: Config; played: Played | null; log: Logger; database: OpenDatabase }
interface Prepared { clock: Clock; keys: LogKeys; firstLink: string | null }

/** The database at this build's schema, its clock and its keys; a demo's people in it. */
async function prepare({ config, played, database }: Start): Promise<Prepared> {
  const { databaseUrl, migrateDatabaseUrl, placesFrom, home } = database;
  const kind = config.demo ? 'rehearsal' : 'live';
  const db = await connect(databaseUrl, [], { poolSize: 2 });
  try {
    await refuseOtherKind(db, kind);
    if (migrateDatabaseUrl !== null) await migrate(migrateDatabaseUrl);
    if (placesFrom !== null && migrateDatabaseUrl !== null) {
      await migrate(placesFrom);
      await copyGazetteer(placesFrom, migrateDatabaseUrl);
    }
    const keys = await (await headOf(db) === 0 ? openLogKeys(home, config.LOG_KEY) : existingLogKeys(config, home));
    // A played night's clock stands until its people are there.
    const clock = played === null
      ? await openDeployment(db, kind, demoStart(wallNow()))
      : await openDeployment(db, kind, played.from, { speed: 0, seed: played.seed, endsAt: plusMinutes(played.from, played.hours * 60) });
    await ensurePolicy(db);
    await ensureBuiltInPlaces(db);
    await keepCheckSources(db, config.CHECK_SOURCES.map(sourceOf));
    const [accounts] = await db.query<{ count: number }[]>('SELECT count(*) FROM account');
    const isNew = accounts?.count === 0;
    if (isNew && played !== null) await seedPlayed(databaseUrl, played);
    else if (isNew && config.demo) await seedDemo({ databaseUrl, keys, clock });
    return { clock, keys, firstLink: isNew && !config.demo ? await makeLink(db, 'first-administrator', null) : null };
  } finally {
    await db.destroy();
  }
}

async function boot({ config, played, log, database }: Start): Promise<void> {
  const { databaseUrl, home } = database;
  const { clock, keys, firstLink } = await prepare({ config, played, log, database });
  const addressOf = (url: string): string => config.PUBLIC_ORIGIN ?? url.replace('127.0.0.1', 'localhost');

  const roving = config.demo && played === null ? await rove(databaseUrl, clock, log) : null;
  const serving = await serve({ config, databaseUrl, home, clock, keys, log, rehearsalOver: () => { if (played !== null) say(describeOver(addressOf(serving.url))); } });
  const address = addressOf(serving.url);
  say(played !== null ? describePlayed(address, played) : config.demo ? describeDemo(address) : `Nightjar serves at ${address}`);
  if (firstLink !== null) say(`\nNobody has an account yet. Make the first administrator here, once, within 24 hours:\n  ${address}${linkPath(firstLink)}\n`);
  const people = played === null ? null : await play({ played, config, databaseUrl, clock, keys, log, url: serving.url, say });

  let asked = false;
  const stop = (): void => {
    if (asked) return;
    asked = true;
    inOrder([people, roving, serving, database]).then(() => process.exit(0), (error: unknown) => {
      log.error({ err: error }, 'did not stop in an orderly way');
      process.exit(1);
    });
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

async function inOrder(parts: readonly ({ stop(): Promise<void> } | null)[]): Promise<void> {
  for (const part of parts) await part?.stop();
}

async function rove(databaseUrl: string, clock: Clock, log: Logger): Promise<{ stop(): Promise<void> }> {
  const db = await connect(databaseUrl, [], { poolSize: 1 });
  const roving = startRoving(db, clock, (error) => log.warn({ err: error }, 'the demo’s crews could not move'));
  return { async stop() { roving.stop(); await db.destroy(); } };
}

async function start(): Promise<void> {
  const { demo, played } = readStartOptions(process.argv.slice(2));
  const config = readConfig(process.env, demo, played !== null);
  const log = makeLogger(config.demo ? 'warn' : config.LOG_LEVEL);
  const database = await openDatabase(config, { report: (problem: string) => log.warn(problem), anew: played !== null });
  try {
    await boot({ config, played, log, database });
  } catch (error) {
    await database.stop();
    throw error;
  }
}

try {
  await start();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
