// The simulated people's own process: it plays what it is told, says when it is over, and goes when its parent lets go.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { staffOf } from '../../server/rehearsal/staff.ts';
import { setSpeed } from '../../shared/protocol/rehearsal.ts';
import { BEGAN, PASSWORD, startRehearsal, type Played, type Rehearsal } from '../support/simulated.ts';
import { waitFor } from '../support/wait-for.ts';

const MAIN = join(import.meta.dirname, '../../dist/server/rehearsal/main.js');
const RESPONDERS = 2;
const BEGIN = { kind: 'begin', password: PASSWORD, seed: 1, from: BEGAN, hours: 1, responders: RESPONDERS, way: 'by-eye', places: [] };
const PATIENCE_MS = 40_000;

let rehearsal: Rehearsal;

beforeAll(async () => {
  const [first, ...rest] = staffOf(RESPONDERS).map(({ key, username = key, roles: [role = 'responder'], profession, receivingTeam }): Played => ({ username, role, profession, receivingTeam }));
  if (first === undefined) throw new Error('nobody is on the staff list');
  rehearsal = await startRehearsal([first, ...rest]);
  await rehearsal.supervisor.call(setSpeed, { speed: 0 });
});
afterAll(() => rehearsal.stop());

interface Forked { child: ChildProcess; said: Record<string, unknown>[]; problems(): string; ended: Promise<unknown[]> }

function forked(change: object = {}): Forked {
  const child = fork(MAIN, [], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const said: Record<string, unknown>[] = [];
  let printed = '';
  child.on('message', (message) => { said.push({ ...Object(message) }); });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => { printed += text.toString(); });
  child.send({ ...BEGIN, url: rehearsal.server.url, ...change });
  return { child, said, problems: () => printed, ended: once(child, 'exit') };
}
const isReady = ({ said }: Forked): Promise<unknown> => waitFor('everybody has signed in', () => said.some(({ kind }) => kind === 'ready'), PATIENCE_MS);

test('it goes when its parent goes, in the middle of whatever it does', async () => {
  const people = forked();
  await waitFor('somebody has signed in', async () => (await rehearsal.server.db.query<unknown[]>('SELECT 1 FROM session WHERE simulated')).length > 0, PATIENCE_MS);
  people.child.disconnect();
  expect(await people.ended).toEqual([0, null]);
  expect(people.problems()).toBe('');
}, PATIENCE_MS);

test('it says in a sentence why it could not begin, and tries the password of one account alone', async () => {
  const people = forked({ password: 'not the password of anybody' });
  expect(await people.ended).toEqual([1, null]);
  expect(people.problems()).toBe('A simulated person could not sign in to the rehearsal: wrong-sign-in.\n');
  expect(await rehearsal.server.db.query('SELECT count(*) FROM sign_in_failure')).toEqual([{ count: 1 }]);
}, PATIENCE_MS);

test('an hour is played to its end: people book on, calls are taken, and nothing is printed', async () => {
  const people = forked();
  await isReady(people);
  await rehearsal.supervisor.call(setSpeed, { speed: 300 });
  await waitFor('it is over', () => people.said.some(({ kind }) => kind === 'over'), 2 * PATIENCE_MS);
  expect(await people.ended).toEqual([0, null]);
  expect(people.problems()).toBe('');
  const over = Object(people.said.find(({ kind }) => kind === 'over')?.summary);
  expect(over.calls).toBeGreaterThan(0);
  expect(over.done).toBeGreaterThan(over.calls);
  const [counted] = await rehearsal.server.db.query<{ incidents: number; duties: number }[]>('SELECT (SELECT count(*) FROM incident) AS incidents, (SELECT count(*) FROM duty) AS duties');
  expect(counted?.incidents).toBeGreaterThan(0);
  expect(counted?.duties).toBeGreaterThan(RESPONDERS);
}, 4 * PATIENCE_MS);
