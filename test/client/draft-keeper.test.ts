// A call is kept while it is typed: whatever the server does meanwhile, the last words are on the device or on the server.
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Refused, Unreachable } from '../../client/live/api.ts';
import { DraftKeeper, type KeeperPorts, type Sending } from '../../client/live/draft-keeper.ts';
import { draftShelf } from '../../client/live/draft-shelf.ts';

beforeEach(() => { jest.useFakeTimers(); });
afterEach(() => { jest.useRealTimers(); });

const said = (words: string) => ({ door: null, words, body: JSON.stringify({ summary: words }) });

class Memory {
  readonly items = new Map<string, string>();
  get length() { return this.items.size; }
  key(index: number) { return [...this.items.keys()][index] ?? null; }
  getItem(key: string) { return this.items.get(key) ?? null; }
  setItem(key: string, value: string) { this.items.set(key, value); }
  removeItem(key: string) { this.items.delete(key); }
}

/** A server of one draft, which answers as it is told to. */
function bench() {
  const memory = new Memory();
  const shelf = draftShelf('fern', memory);
  const sent: Sending[] = [];
  const server = { version: 0, body: '', fails: null as Error | null, losesAnswer: false };
  const ports: KeeperPorts = {
    shelf,
    async send(_id, _form, sending) {
      sent.push(sending);
      if (server.fails !== null) throw server.fails;
      const repeated = sending.afterVersion + 1 === server.version && sending.fields.body === server.body;
      if (!repeated && sending.afterVersion !== server.version) throw new Refused('draft-changed', 'Robin changed this call.', 409, {});
      if (!repeated) [server.version, server.body] = [server.version + 1, sending.fields.body];
      if (server.losesAnswer) {
        server.losesAnswer = false;
        throw new Unreachable();
      }
      return { version: server.version };
    },
  };
  return { memory, shelf, sent, server, ports, keeper: new DraftKeeper('d1', 'console', ports) };
}
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

test('on the device at once, on the server within two seconds, and then no longer on the device', async () => {
  const { keeper, server, shelf } = bench();
  keeper.change(said('A'));
  expect(shelf.all()).toMatchObject([{ id: 'd1', shelved: { fields: said('A'), version: 0 } }]);
  keeper.change(said('A girl'));
  await pass(2_000);
  expect(server.body).toBe(said('A girl').body);
  expect(shelf.all()).toEqual([]);
  expect(keeper.keeping).toEqual({ is: 'kept' });
});

test('whoever types on is kept every two seconds, not after the last word', async () => {
  const { keeper, sent } = bench();
  for (let typed = 0; typed < 60; typed += 1) {
    keeper.change(said('x'.repeat(typed + 1)));
    await pass(200);
  }
  expect(sent.length).toBeGreaterThanOrEqual(4);
  expect(sent.length).toBeLessThanOrEqual(7);
});

test('a server that is away: on the device, said so, and sent when it is back', async () => {
  const { keeper, server, shelf } = bench();
  server.fails = new Unreachable();
  keeper.change(said('A girl'));
  await pass(5_000);
  expect(keeper.keeping).toMatchObject({ is: 'on-device', why: expect.stringMatching(/kept on this device/) });
  keeper.change(said('A girl rings'));
  expect(shelf.all()[0]?.shelved.fields).toEqual(said('A girl rings'));
  server.fails = null;
  await pass(30_000);
  expect(server.body).toBe(said('A girl rings').body);
  expect(shelf.all()).toEqual([]);
});

test('a page that died with an answer on its way: the next page sends the same again, then the rest', async () => {
  const { keeper, server, shelf, ports, sent } = bench();
  server.losesAnswer = true;
  keeper.change(said('A girl'));
  keeper.flush();
  await pass(1);
  keeper.change(said('A girl rings'));
  const [left] = shelf.all();
  if (left === undefined) throw new Error('nothing on the device');
  const next = DraftKeeper.found(left.id, left.shelved.form, ports, left.shelved);
  await pass(30_000);
  expect(server.body).toBe(said('A girl rings').body);
  expect(next.keeping).toEqual({ is: 'kept' });
  expect(sent[1]).toEqual(sent[0]);
});

test('another writer stops it, and what was typed stays', async () => {
  const { keeper, server, shelf, sent } = bench();
  keeper.change(said('A girl'));
  await pass(2_000);
  server.version = 7;
  keeper.change(said('A girl rings'));
  await pass(2_000);
  expect(keeper.keeping).toMatchObject({ is: 'stopped', code: 'draft-changed', why: 'Robin changed this call.' });
  keeper.change(said('A girl rings again'));
  await pass(60_000);
  expect(sent).toHaveLength(2);
  expect(shelf.all()[0]?.shelved.fields).toEqual(said('A girl rings again'));
  expect(keeper.fields).toEqual(said('A girl rings again'));
});

test('one that was swept is begun again; one that was saved is gone from the device', async () => {
  const { keeper, server, memory, ports } = bench();
  keeper.change(said('A girl'));
  await pass(2_000);
  const found = DraftKeeper.read('d2', 'console', { ...ports, send: async (id, form, sending) => { if (sending.afterVersion > 0) throw new Refused('not-found', 'Not there.', 404, {}); return ports.send(id, form, sending); } }, 9, said('old'));
  server.version = 0;
  found.change(said('new'));
  await pass(20_000);
  expect(server.body).toBe(said('new').body);
  found.change(said('newer'));
  found.end();
  expect(memory.length).toBe(0);
  await pass(20_000);
  expect(server.body).toBe(said('new').body);
});

test('a browser without storage, and one with somebody else’s in it, keep nothing and break nothing', () => {
  const broken = draftShelf('fern', { length: 1, key: () => { throw new Error('no'); }, getItem: () => 'x', setItem: () => { throw new Error('full'); }, removeItem: () => { throw new Error('no'); } });
  broken.keep('d', { form: 'console', version: 0, pending: null, fields: said('A') });
  broken.forget('d');
  expect(broken.all()).toEqual([]);
  const memory = new Memory();
  memory.setItem('nightjar.call.robin.d', '{}');
  memory.setItem('nightjar.call.fern.d', 'no json');
  expect(draftShelf('fern', memory).all()).toEqual([]);
});

test('it is ahead of the server until its last words are there: who goes back to it is given this one, not an older reading', async () => {
  const { keeper, server } = bench();
  expect(keeper.isAhead).toBe(false);
  keeper.change(said('A girl'));
  expect(keeper.isAhead).toBe(true);
  await pass(2_000);
  expect(keeper.isAhead).toBe(false);
  server.fails = new Unreachable();
  keeper.change(said('A girl at the door'));
  await pass(2_000);
  expect(keeper.isAhead).toBe(true);
  keeper.lost('Robin', '2026-11-22T23:41:00.000Z');
  expect(keeper.isAhead).toBe(false);
});

test('while the call itself is sent nothing of it is kept: what was on its way arrives first, and where that fails it goes on', async () => {
  const { keeper, sent, server } = bench();
  keeper.change(said('A girl'));
  await pass(2_000);
  const steps: string[] = [];
  keeper.change(said('A girl rings'));
  keeper.flush();
  const saving = keeper.holdFor(async () => {
    steps.push(`saved after ${sent.length}`);
    keeper.change(said('A girl rings again'));
    await pass(10_000);
    keeper.flush();
    steps.push(`then ${sent.length}`);
    return null;
  });
  await saving;
  expect(steps).toEqual(['saved after 2', 'then 2']);
  await pass(2_000);
  expect(server.body).toBe(said('A girl rings again').body);
  await keeper.holdFor(async () => { keeper.end(); });
  await pass(10_000);
  expect(sent).toHaveLength(3);
});
