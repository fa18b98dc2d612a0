// What does not come from our own page is not carried out, over HTTP and over the socket, behind a proxy too.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import { COOKIE } from '../../server/identity/session.store.ts';
import { startNight, type Night } from '../support/night.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { PASSWORD, signingInto } from '../support/sign-in.ts';

let server: TestServer;
let night: Night;
beforeAll(async () => {
  server = await startTestServer();
  night = await startNight(server);
});
afterAll(() => server.stop());
const { withPassword, send } = signingInto(() => server);

describe('only from our own page', () => {
  const FOREIGN = ['https://evil.example', 'null', 'http://127.0.0.1:1', 'not an address'];

  test.each(FOREIGN)('a command from %s is not carried out', async (origin) => {
    const incidentId = await night.raised();
    const note = (headers: Record<string, string>) => night.coordinator.raw('POST', `/api/incidents/${incidentId}/notes`, { commandId: crypto.randomUUID(), body: 'A note', internal: false }, headers);
    expect(await note({ origin })).toMatchObject({ status: 403, body: { code: 'wrong-origin' } });
    expect((await note({ origin: server.url })).status).toBe(200);
  });

  test('nor one that the browser calls cross-site, nor a sign-in from elsewhere', async () => {
    const person = await withPassword();
    expect(await send('DELETE', '/session', undefined, { cookie: person.cookie, 'sec-fetch-site': 'cross-site' })).toMatchObject({ status: 403, body: { code: 'wrong-origin' } });
    expect(await send('POST', '/session', { username: person.username, password: PASSWORD }, { origin: 'https://evil.example' })).toMatchObject({ status: 403, body: { code: 'wrong-origin' }, cookies: [] });
  });

  /** What a handshake with these headers comes to. */
  function handshake(extraHeaders: Record<string, string>, { url }: TestServer = server): Promise<string> {
    const socket: Socket = io(url, { transports: ['websocket'], extraHeaders, reconnection: false, forceNew: true });
    return new Promise<string>((resolve) => {
      socket.once('connect', () => resolve('connected'));
      socket.once('connect_error', (error) => resolve(error.message));
    }).finally(() => socket.disconnect());
  }

  test('a socket: with our origin and a session, and in no other way', async () => {
    const { cookie } = night.coordinator;
    expect(await handshake({ cookie, origin: server.url })).toBe('connected');
    expect(await handshake({ cookie })).toBe('not-signed-in');
    expect(await handshake({ origin: server.url })).toBe('not-signed-in');
    expect(await handshake({ cookie: `${COOKIE}=made-up`, origin: server.url })).toBe('not-signed-in');
    for (const origin of FOREIGN) expect(await handshake({ cookie, origin })).toBe('not-signed-in');
  });

  test('behind a proxy our page is the public address alone, whatever host the request names', async () => {
    const origin = 'https://nightjar.example';
    const proxied = await startTestServer({ settings: { PUBLIC_ORIGIN: `${origin}/` } });
    try {
      const person = await proxied.person('coordinator');
      const propose = (from: string) => person.raw('POST', '/api/grade-proposals', {}, { origin: from });
      expect(await propose(origin)).toMatchObject({ status: 400 });
      expect(await handshake({ cookie: person.cookie, origin }, proxied)).toBe('connected');
      for (const other of [proxied.url, 'https://nightjar.example.evil', 'http://nightjar.example']) {
        expect(await propose(other)).toMatchObject({ status: 403, body: { code: 'wrong-origin' } });
        expect(await handshake({ cookie: person.cookie, origin: other }, proxied)).toBe('not-signed-in');
      }
    } finally {
      await proxied.stop();
    }
  });
});
