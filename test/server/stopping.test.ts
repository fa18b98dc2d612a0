// A server that is told to stop while somebody asks on and on by a connection they keep: what was asked is answered, and it ends.
import { Agent, request } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
beforeAll(async () => { server = await startTestServer(); });
afterAll(async () => {
  agent.destroy();
  await server.stop();
});

interface Asked { status: number; reused: boolean; isLast: boolean }
const ask = (url: string): Promise<Asked> => new Promise((resolve, reject) => {
  const asking = request(`${url}/api/health/live`, { agent }, (response) => {
    response.resume();
    response.on('end', () => resolve({ status: response.statusCode ?? 0, reused: asking.reusedSocket, isLast: response.headers.connection === 'close' }));
  });
  asking.on('error', reject);
  asking.end();
});

test('it says on a connection that this answer is the last, and does not wait for more', async () => {
  const { url } = server;
  await ask(url);
  expect(await ask(url)).toEqual({ status: 200, reused: true, isLast: false });

  const answered: Asked[] = [];
  const asksOnAndOn = (async (): Promise<unknown> => {
    for (;;) {
      try {
        answered.push(await ask(url));
      } catch (error) {
        return error;
      }
    }
  })();
  // Who comes anew finds nobody, or was still waiting at the door as it was shut.
  await server.restart(async () => { expect(await asksOnAndOn).toMatchObject({ code: expect.stringMatching(/^(?:ECONNREFUSED|ECONNRESET)$/) }); });

  expect(answered.every(({ status }) => status === 200)).toBe(true);
  expect(answered.at(-1)?.isLast).toBe(true);
}, 30_000);
