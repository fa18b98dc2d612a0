// What moving responders cost: CPU for each position shown on each of 100 consoles, and fixes stored a second.
import pg from 'pg';
import type { Queryable } from '../../server/database/connect.ts';
import { storeFixes, type Fix } from '../../server/positions/position.store.ts';
import type { Question as ToBaseline, Started } from './baseline-positions.ts';
import { ROUNDS, type Bench } from './bench.ts';
import type { Counted, Question as ToConsoles } from './consoles.ts';
import { compared, type Figure, type Round } from './figure.ts';
import { callerOf, cpuSeconds } from './http.ts';
import { seated, seats } from './people.ts';
import { moved, respondersOnDuty } from './responders.ts';
import { asking, type Ground, type Stage } from './stage.ts';

const CONSOLES = 100;
const RESPONDERS = 200;
const ROUND_MS = 5_000;
const EVERY_MS = 1_000;
const CPU_BAR = { atMost: 0.4 };
const STORED_BAR = { atLeast: 10 };
/** What half a second brings where 1,000 share, each a fix a second. */
const BATCH = 500;
const STORING_MS = 2_000;

/** Both sides look into the same table, which is filled here: how a fix comes in is no part of showing it. */
async function shown(stage: Stage, ground: Ground, fixes: readonly Fix[]): Promise<Figure> {
  const server = await ground.serve();
  const caller = callerOf(server.url);
  await seated(ground, caller, 'Asha Whitethorn', 'coordinator', 'control');
  const cookies = (await seats(ground, CONSOLES, 'coordinator')).map(({ cookie }) => cookie);
  const [ourConsoles, theirConsoles] = [asking<ToConsoles>(stage.program('consoles.ts')), asking<ToConsoles>(stage.program('consoles.ts'))];
  const baseline = asking<ToBaseline>(stage.program('baseline-positions.ts'));
  const { url } = await baseline<Started>({ kind: 'start', databaseUrl: ground.databaseUrl });
  const db = await dbOn(ground);
  let step = 0;
  const perPosition = async (consoles: typeof ourConsoles, cpu: () => Promise<number>): Promise<number> => {
    await consoles<Counted>({ kind: 'count', event: 'positions' });
    const before = await cpu();
    for (const end = performance.now() + ROUND_MS; performance.now() < end; step += 1) {
      const next = moved(fixes, step);
      await storeFixes(db, next, [], new Date().toISOString());
      await new Promise((resolve) => { setTimeout(resolve, EVERY_MS); });
    }
    const spent = await cpu() - before;
    const { items } = await consoles<Counted>({ kind: 'count', event: 'positions' });
    if (items < RESPONDERS * CONSOLES) throw new Error('the consoles heard of no positions');
    return spent / items * 1e6;
  };
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await ourConsoles({ kind: 'open', url: server.url, cookies });
    const ours = await perPosition(ourConsoles, () => cpuSeconds(caller));
    await ourConsoles({ kind: 'close' });
    await theirConsoles({ kind: 'open', url, cookies: cookies.map(() => '') });
    const theirs = await perPosition(theirConsoles, async () => (await baseline<{ seconds: number }>({ kind: 'cpu' })).seconds);
    await theirConsoles({ kind: 'close' });
    rounds.push({ ours, baseline: theirs });
  }
  caller.close();
  await db.close();
  return compared(rounds, 'µs CPU a position', CPU_BAR);
}

async function stored(ground: Ground, fixes: readonly Fix[]): Promise<Figure> {
  const db = await dbOn(ground);
  let step = 1_000;
  const ours = async (): Promise<number> => {
    const batch = moved(fixes, step += 1).slice(0, BATCH);
    await storeFixes(db, batch, batch, new Date().toISOString());
    return batch.length;
  };
  const oneByOne = async (): Promise<number> => {
    const fix = moved(fixes.slice(0, 1), step += 1)[0];
    if (fix === undefined) throw new Error('nobody moves');
    await db.query('INSERT INTO position_history (duty_id, lat, lon, accuracy_m, at) VALUES ($1, $2, $3, $4, $5)', [fix.dutyId, fix.lat, fix.lon, fix.accuracyM, fix.at]);
    await db.query('UPDATE position_latest SET lat = $2, lon = $3, accuracy_m = $4, at = $5, stored_at = $6 WHERE duty_id = $1', [fix.dutyId, fix.lat, fix.lon, fix.accuracyM, fix.at, fix.at]);
    return 1;
  };
  const perSecond = async (once: () => Promise<number>): Promise<number> => {
    const started = performance.now();
    let count = 0;
    while (performance.now() - started < STORING_MS) count += await once();
    return count / ((performance.now() - started) / 1000);
  };
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push({ ours: await perSecond(ours), baseline: await perSecond(oneByOne) });
  await db.close();
  return compared(rounds, 'fixes/s', STORED_BAR);
}

/** The product's own store on a bare client, as the baseline is. */
async function dbOn(ground: Ground): Promise<Queryable & { close(): Promise<void> }> {
  const client = new pg.Client({ connectionString: ground.databaseUrl, options: '-c timezone=UTC' });
  await client.connect();
  return { query: async <T>(sql: string, parameters: unknown[] = []) => (await client.query(sql, parameters)).rows as T, close: () => client.end() };
}

export const positions: Bench = {
  name: 'positions',
  says: `server CPU for each position on each of ${CONSOLES} consoles, against one send a fix; and fixes stored, against an INSERT and an UPDATE a fix`,
  async measure(stage) {
    const ground = await stage.ground();
    await ground.person('First of all', 'coordinator');
    const fixes = await respondersOnDuty(ground, BATCH);
    return { positions: await shown(stage, ground, fixes.slice(0, RESPONDERS)), 'positions-stored': await stored(ground, fixes) };
  },
};
