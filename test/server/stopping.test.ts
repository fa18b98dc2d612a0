// A server that is told to stop while somebody asks on and on by a connection they keep: what was asked is answered, and it ends.
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => { server = await startTestServer(); });
afterAll(() => server.stop());

const GONE = { code: expect.stringMatching(/^(?:ECONNREFUSED|ECONNRESET)$/) };
const oneConnection = (): Agent => new Agent({ keepAlive: true, maxSockets: 1 });

interface Asked { status: number; reused: boolean; isLast: boolean }
const ask = (url: string, agent: Agent): Promise<Asked> => new Promise((resolve, reject) => {
  const asking = request(`${url}/api/health/live`, { agent }, (response) => {
    response.resume();
    response.on('end', () => resolve({ status: response.statusCode ?? 0, reused: asking.reusedSocket, isLast: response.headers.connection === 'close' }));
  });
  asking.on('error', reject);
  asking.end();
});

/** Asks until nobody answers: what came before that, and how it ended. */
async function asksOnAndOn(url: string, agent: Agent): Promise<{ answered: Asked[]; ended: unknown }> {
  const answered: Asked[] = [];
  for (;;) {
    try {
      answered.push(await ask(url, agent));
    } catch (ended) {
      return { answered, ended };
    }
  }
}

test('it does not wait for a client that asks on and on by a connection that it keeps', async () => {
  const agent = oneConnection();
  await ask(server.url, agent);
  expect(await ask(server.url, agent)).toEqual({ status: 200, reused: true, isLast: false });

  const asking = asksOnAndOn(server.url, agent);
  await server.restart(async () => {
    const { answered, ended } = await asking;
    expect(ended).toMatchObject(GONE);
    expect(answered.every(({ status }) => status === 200)).toBe(true);
  });
  agent.destroy();
}, 30_000);

test('who had begun to ask is answered, and told that it was the last on that connection', async () => {
  const agent = oneConnection();
  const { url } = server;
  const begun = request(`${url}/api/session`, { agent, method: 'POST', headers: { 'Content-Type': 'application/json', 'Content-Length': 2, Expect: '100-continue' } });
  const answer = once(begun, 'response') as Promise<[IncomingMessage]>;
  begun.flushHeaders();
  await once(begun, 'continue');

  let isStopped = false;
  const restarted = server.restart(async () => { isStopped = true; });
  const atTheDoor = oneConnection();
  expect(await asksOnAndOn(url, atTheDoor)).toMatchObject({ ended: GONE });
  atTheDoor.destroy();
  expect(isStopped).toBe(false);

  begun.end('{}');
  const [response] = await answer;
  response.resume();
  expect(response.statusCode).toBe(400);
  expect(response.headers.connection).toBe('close');
  await restarted;
  agent.destroy();
}, 30_000);
