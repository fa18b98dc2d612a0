// One storm by its seed: people, screens and faults over two servers; then calm; then everything that is needed to judge it.
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { connect } from '../../server/database/connect.ts';
import { withClient } from '../../server/database/with-client.ts';
import { seeded } from '../support/storm.ts';
import { databaseName } from './cluster.ts';
import { nextOf } from './deeds.ts';
import { guard } from './guarded-server.ts';
import type { History, Revocation } from './history.ts';
import type { Lane } from './lane.ts';
import { leave } from './leave.ts';
import { open } from './opening.ts';
import { newSent, send, untilAnswered, type Sent } from './outbox.ts';
import { openScreens } from './screens.ts';
import { readBack } from './read-back.ts';
import { plan } from './schedule.ts';
import { strike, type Battlefield } from './strike.ts';
import { agreement } from './agreement.ts';
import type { Tape } from './recording-screen.ts';
import { withheldFrom } from './withheld.ts';

const CLIENTS = 6;
const AGAIN_MS = 25;
/** Long after the storm: what is not answered by then never will be. */
const GIVE_UP_MS = 10_000;
/** Sent once more when all is over: the same answer must come. */
const REPEATS = 25;
const ALARM_MS = 5_000;
const SETTLED_MS = 3_000;

export async function runSeed(lane: Lane, seed: number): Promise<History> {
  const { cluster } = lane;
  const database = await cluster.clone(lane.template, databaseName());
  const [starts, falls]: [number[], string[]] = [[], []];
  const serves = { databaseUrl: database.databaseUrl, port: cluster.port, home: lane.home, starts, falls, closing: lane.closing };
  const [A, B] = await Promise.all([guard(serves), guard(serves)]);
  const db = await connect(database.databaseUrl, [], { poolSize: 6 });
  try {
    await Promise.all([A.up(), B.up()]);
    return { ...await storm(lane, seed, db, { servers: { A, B }, cluster, database, faults: [] }), starts, falls };
  } finally {
    await Promise.all([A.stop(), B.stop(), db.destroy()]);
    await database.drop();
  }
}

async function storm({ people, keys }: Lane, seed: number, db: DataSource, field: Battlefield): Promise<Omit<History, 'starts' | 'falls'>> {
  const [{ servers: { A, B }, database, faults }, startedAt] = [field, Date.now()];
  const { stormMs, faults: planned } = plan(seed, people.leaving.length);
  const [sent, revocations, tape]: [Sent[], Revocation[], Tape] = [[], [], { messages: [], shown: [] }];
  const screens = openScreens(people, [A, B], tape);
  const urls = [A.url, B.url];
  let [over, healedAt] = [false, Number.POSITIVE_INFINITY];
  const isOver = (): boolean => over;
  const tooLate = (): boolean => Date.now() > healedAt + GIVE_UP_MS;

  const client = async (index: number): Promise<void> => {
    const random = seeded(seed * 1_000 + index);
    while (!isOver()) {
      const deeds = await Promise.all(Array.from({ length: random() < 0.15 ? 2 : 1 }, () => nextOf(db, people.cast, random).catch(() => null)));
      if (deeds.includes(null)) await sleep(AGAIN_MS);
      // What was said later may be sent first.
      for (const deed of deeds.filter((one) => one !== null).toReversed()) {
        const one = newSent(deed);
        sent.push(one);
        await untilAnswered(one, { urls, random, tooLate });
      }
    }
  };

  try {
    await allCurrent(screens);
    await open(db, people, { urls, random: seeded(seed), tooLate }, sent);
    const stormAt = Date.now();
    const clients = Array.from({ length: CLIENTS }, (_, index) => client(index));
    const departures: Promise<void>[] = [];
    const strikes: Promise<void>[] = [];
    for (const blow of planned) {
      await sleep(Math.max(0, stormAt + blow.atMs - Date.now()));
      if (blow.kind === 'leave') departures.push(leave(people, blow, { urls, random: seeded(seed + blow.who), tooLate, screens, sent, revocations }));
      else strikes.push(strike(field, blow));
    }
    await sleep(Math.max(0, stormAt + stormMs - Date.now()));
    over = true;
    await Promise.all(strikes);
    await heal(field);
    healedAt = Date.now();
    const withheldBefore = await withheldFrom([A.pid(), B.pid(), process.pid]);
    await Promise.all([...clients, ...departures]);

    const ended = await agreement(screens, revocations, urls, healedAt);
    await untilNoneIsOverdue(database.adminUrl, healedAt);
    const withheldMs = await withheldFrom([A.pid(), B.pid(), process.pid]) - withheldBefore;
    const random = seeded(seed);
    for (const one of sent.toSorted((a, b) => b.tries.length - a.tries.length).slice(0, REPEATS)) await send(one, urls[Math.floor(random() * urls.length)] ?? '');
    return {
      seed, startedAt, healedAt, endedAt: Date.now(), withheldMs, faults, people: people.all.map(({ staffId, accountId, name, grants }) => ({ staffId, accountId, name, grants })),
      commands: sent.map(({ commandId, staffId, route, tries }) => ({ commandId, staffId, route, tries })), ...tape, screens: ended, revocations, ...await readBack(db, keys),
    };
  } finally {
    over = true;
    for (const screen of screens) screen.close();
  }
}

/** Everything works again, and serves. */
async function heal({ servers: { A, B }, database }: Battlefield): Promise<void> {
  for (const { front, data } of [A, B]) {
    front.heal();
    data.heal();
  }
  await Promise.all([A.up(), B.up(), untilDatabaseAnswers(database.adminUrl)]);
}

async function allCurrent(screens: readonly { current(): boolean }[]): Promise<void> {
  for (const end = Date.now() + SETTLED_MS; Date.now() < end && !screens.every((screen) => screen.current()); await sleep(AGAIN_MS));
}

async function untilDatabaseAnswers(adminUrl: string): Promise<void> {
  while (!await withClient(adminUrl, 'chaos', (client) => client.query('SELECT 1')).then(() => true, () => false)) await sleep(AGAIN_MS);
}

/** Most fire at once; what has not within the time allowed is found afterwards. */
async function untilNoneIsOverdue(adminUrl: string, healedAt: number): Promise<void> {
  await withClient(adminUrl, 'chaos', async (client) => {
    const overdue = async (): Promise<boolean> => {
      const { rowCount } = await client.query('SELECT FROM alarm WHERE (fired_at IS NULL AND due_at < $1) OR climb_at < $1', [new Date(healedAt)]);
      return (rowCount ?? 0) > 0;
    };
    while (Date.now() < healedAt + ALARM_MS && await overdue()) await sleep(AGAIN_MS);
  });
}
