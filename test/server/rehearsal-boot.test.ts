// A played night as a newcomer starts it, by its own processes: begun anew, ended, stopped in order, and apart from everything live in both directions.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openDeployment } from '../../server/clock/deployment.ts';
import { backup } from '../../server/database/backup.ts';
import { connect } from '../../server/database/connect.ts';
import { wallNow } from '../../server/clock/clock.ts';
import { COOKIE } from '../../server/identity/session.store.ts';
import { Snapshot } from '../../shared/protocol/live.ts';
import { readRehearsal, type RehearsalView } from '../../shared/protocol/rehearsal.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { createTestDatabase } from '../support/postgres.ts';
import { waitFor } from '../support/wait-for.ts';

const FROM = '2026-11-20T19:00:00.000Z';
const HOURS = 3;
/** Forty people sign in before the clock starts, each at the price of a password: on a busy machine that is most of a minute. */
const PATIENCE_MS = 150_000;
const ROOT = join(import.meta.dirname, '../..');
const STREETS = `Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context
,2026-06,Lancashire Constabulary,Lancashire Constabulary,-2.699,53.759,On or near Quillfeather Lane,E01025190,Preston 001A,Anti-social behaviour,,
`;

let home: string;
let night: Night;

interface Ran { code: number; said: string }
const environment = (more: Record<string, string> = {}): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, NIGHTJAR_HOME: home, PORT: '0', ...more });

function run(program: 'main' | 'cli/nightjar', args: readonly string[], more: Record<string, string> = {}): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(ROOT, `dist/server/${program}.js`), ...args], { env: environment(more) }, (error, out, problems) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1, said: out + problems }));
  });
}
const nightjar = (...args: string[]): Promise<Ran> => run('cli/nightjar', args);

interface Night { process: ChildProcess; url: string; said(): string; ask(path: string, body?: object): Promise<unknown>; stop(): Promise<number | null> }

async function played(...options: string[]): Promise<Night> {
  const server = spawn(process.execPath, [join(ROOT, 'dist/server/main.js'), '--demo', ...options], { env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (data: Buffer) => { said += data.toString(); });
  const url = await waitFor('the night is announced', () => {
    if (server.exitCode !== null) throw new Error(`it did not start (is it built?):\n${said}`);
    return /Open (http:\/\/localhost:\d+)/.exec(said)?.[1];
  }, 60_000);
  const signedIn = await fetch(`${url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username: 'supervisor2', password: 'nightjar-by-night' }) });
  const cookie = new RegExp(`${COOKIE}=[^;]+`).exec(signedIn.headers.get('set-cookie') ?? '')?.[0] ?? '';
  return {
    process: server, url, said: () => said,
    async ask(path, body) {
      return (await fetch(`${url}${path}`, body === undefined ? { headers: { cookie } } : { method: 'POST', body: JSON.stringify(body), headers: { cookie, 'content-type': 'application/json' } })).json();
    },
    async stop() {
      const gone = once(server, 'exit');
      server.kill('SIGINT');
      await gone;
      return server.exitCode;
    },
  };
}
const clockOf = async (of: Night): Promise<RehearsalView> => readRehearsal.out.parse(await of.ask('/api/rehearsal'));

/** The process of the simulated people. */
async function peopleOf({ process: parent }: Night): Promise<number> {
  return Number(await waitFor('the simulated people', async () => (await readFile(`/proc/${parent.pid}/task/${parent.pid}/children`, 'utf8')).trim().split(' ').filter((pid) => pid !== '').at(-1)));
}
const isThere = (pid: number): Promise<boolean> => readFile(`/proc/${pid}/stat`).then(() => true, () => false);

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'nightjar-played-'));
  const streets = join(home, 'streets.csv');
  await writeFile(streets, STREETS);
  for (const args of [['migrate'], ['import', 'places', streets]]) {
    const { code, said } = await nightjar('--demo', ...args);
    if (code !== 0) throw new Error(said);
  }
  night = await played('--speed', '600', '--seed', '3', '--hours', String(HOURS), '--staff', '6');
}, PATIENCE_MS);
afterAll(async () => {
  if (night.process.exitCode === null) await night.stop();
  await rm(home, { recursive: true, force: true });
}, PATIENCE_MS);

test('a wrong option stops it with a sentence', async () => {
  expect(await run('main', ['--demo', '--speed', '0'])).toEqual({ code: 1, said: '--speed is a whole number from 1 to 600, and “0” is not.\n' });
}, PATIENCE_MS);

test('it is played by its people on the demo’s places, at the speed and from the moment that were asked for', async () => {
  expect(await clockOf(night)).toMatchObject({ seed: 3, startedAt: FROM, endsAt: plusMinutes(FROM, HOURS * 60), over: false });
  expect(await night.ask('/api/places/search', { q: 'Quillfeather' })).toMatchObject([{ name: 'Quillfeather Lane' }]);
  await waitFor('its clock runs', async () => (await clockOf(night)).now > FROM, PATIENCE_MS);
  await waitFor('people have booked on', async () => Snapshot.parse(await night.ask('/api/live')).duty.length > 4, PATIENCE_MS);
  expect(await night.ask('/api/rehearsal/seats')).toEqual(['supervisor2']);
}, PATIENCE_MS);

test('the same home plays one night at a time', async () => {
  expect(await run('main', ['--demo', '--speed', '60'])).toEqual({ code: 1, said: 'A night is being played here already: stop it first, or give this one a NIGHTJAR_HOME of its own.\n' });
}, PATIENCE_MS);

test('its hours over, it stands and says where the debrief is, and its log is whole', async () => {
  await waitFor('it says so', () => night.said().includes('The rehearsal’s hours are over'), PATIENCE_MS);
  expect(night.said()).toContain(`${night.url}/debrief\n`);
  expect(night.said()).toContain(`${night.url}/api/debrief.csv`);
  expect(await clockOf(night)).toMatchObject({ over: true, speed: 0, now: plusMinutes(FROM, HOURS * 60) });
  expect(night.said()).not.toContain('"level":50');
}, PATIENCE_MS);

test('the command line reaches it by --rehearsal, and not the demo', async () => {
  const { code, said } = await nightjar('--rehearsal', 'audit', 'verify');
  expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('The log is whole.') });
  expect((await nightjar('--rehearsal', 'user', 'list')).said).toContain('supervisor2');
  expect((await nightjar('--demo', 'user', 'list')).said).not.toContain('supervisor2');
  expect(await nightjar('--rehearsal', '--demo', 'user', 'list')).toMatchObject({ code: 1, said: expect.stringContaining('give --demo or --rehearsal') });
}, PATIENCE_MS);

test('its backup says what it is of, and no live service takes it; nor does a rehearsal take a live one', async () => {
  const [ours, theirs, elsewhere] = [join(home, 'ours'), join(home, 'theirs'), join(home, 'elsewhere')];
  const made = await nightjar('--rehearsal', 'backup', ours);
  expect(made).toMatchObject({ code: 0, said: expect.stringContaining('all of a rehearsal') });
  await mkdir(join(elsewhere, 'live'), { recursive: true });
  await copyFile(join(home, 'rehearsal/log-key'), join(elsewhere, 'live/log-key'));
  expect(await run('cli/nightjar', ['restore', ours], { NIGHTJAR_HOME: elsewhere })).toMatchObject({ code: 1, said: expect.stringContaining('It is of a rehearsal, which is no live service') });

  const live = await createTestDatabase();
  const db = await connect(live.databaseUrl, [], { poolSize: 1 });
  await openDeployment(db, 'live', wallNow());
  await db.destroy();
  expect(await backup(live.migrateDatabaseUrl, theirs, { createdAt: new Date(), productVersion: '1.2.3' })).toMatchObject({ deployment: 'live' });
  expect(await nightjar('--rehearsal', 'restore', theirs)).toMatchObject({ code: 1, said: expect.stringContaining('It is of a live service, which no rehearsal may hold') });
  expect(await nightjar('--demo', 'restore', theirs)).toMatchObject({ code: 1 });
  await live.drop();
}, PATIENCE_MS);

test('a live start, and every verb of a live command line, leaves a rehearsal’s database alone', async () => {
  const rehearsal = await createTestDatabase();
  const db = await connect(rehearsal.databaseUrl, [], { poolSize: 1 });
  await openDeployment(db, 'rehearsal', '2026-11-20T19:00:00.000Z');
  const settings = { DATABASE_URL: rehearsal.databaseUrl, MIGRATE_DATABASE_URL: rehearsal.migrateDatabaseUrl, LOG_KEY: 'a key for the log of a night of tests' };
  const refused = { code: 1, said: expect.stringContaining('This database is a rehearsal. It cannot be opened as the live service') };
  expect(await run('main', [], settings)).toMatchObject(refused);
  for (const verb of ['migrate', 'audit verify', `import places ${join(home, 'streets.csv')}`]) {
    expect({ verb, ...await run('cli/nightjar', verb.split(' '), settings) }).toMatchObject({ verb, ...refused });
  }
  expect(await db.query('SELECT 1 FROM account')).toEqual([]);
  await db.destroy();
  await rehearsal.drop();
}, PATIENCE_MS);

test('Ctrl-C ends the people and the server; the next start begins anew, and calls its people again where they are lost', async () => {
  const people = await peopleOf(night);
  expect(await night.stop()).toBe(0);
  await waitFor('the people have gone', async () => !await isThere(people), PATIENCE_MS);

  night = await played('--speed', '60', '--seed', '4', '--hours', '12', '--staff', '6');
  expect(await clockOf(night)).toMatchObject({ seed: 4, now: FROM, over: false });
  const first = await peopleOf(night);
  process.kill(first, 'SIGKILL');
  await waitFor('they are called again', () => night.said().includes('The simulated people were lost, and are being called again.'), PATIENCE_MS);
  const second = await peopleOf(night);
  expect(second).not.toBe(first);
  expect(await night.stop()).toBe(0);
  await waitFor('the people called again have gone', async () => !await isThere(second), PATIENCE_MS);
}, PATIENCE_MS);
