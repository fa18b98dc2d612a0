// What is read together is of one place in the log, however it is asked: at once or after a while, with others writing between.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { headOf } from '../../server/events/append.ts';
import { asOfOnePlace } from '../../server/realtime/broadcast.ts';
import { startNight, type Night } from '../support/night.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let night: Night;
beforeAll(async () => {
  server = await startTestServer();
  night = await startNight(server);
});
afterAll(() => server.stop());

test('the first question is inside the transaction already, which may write nothing', async () => {
  const asked = await asOfOnePlace(server.db, (reading) => Promise.all([
    reading.query<{ isolation: string; readOnly: string }[]>(`SELECT current_setting('transaction_isolation') AS isolation, current_setting('transaction_read_only') AS "readOnly"`),
    reading.query<{ at: string }[]>('SELECT now() AS at'), reading.query<{ at: string }[]>('SELECT now() AS at, 1 AS again'),
  ]));
  expect(asked[0]).toEqual([{ isolation: 'repeatable read', readOnly: 'on' }]);
  expect(asked[1][0]?.at).toBe(asked[2][0]?.at);
});

test('what others commit meanwhile is not in it, and the place is that of the first look', async () => {
  const before = await headOf(server.db);
  const [place, later] = await asOfOnePlace(server.db, async (reading, seq) => {
    const first = await seq;
    await night.raised();
    return [first, await headOf(reading)] as const;
  });
  expect([place, later]).toEqual([before, before]);
  expect(await headOf(server.db)).toBeGreaterThan(before);
});

test('a question that fails fails the reading, and leaves nothing behind: the pool goes on', async () => {
  await expect(asOfOnePlace(server.db, (reading) => Promise.all([reading.query('SELECT 1'), reading.query('SELECT nothing'), reading.query('SELECT 2')]))).rejects.toThrow('nothing');
  for (let time = 0; time < 30; time += 1) expect(await asOfOnePlace(server.db, (_reading, seq) => seq)).toBe(await headOf(server.db));
});
