// Postgres that dies in the very moment in which it lets somebody in, or a line to it that is lost without a word, holds nobody up for good: whoever asked is told, and the next is let in.
import { once } from 'node:events';
import { connect as dial, createServer, type AddressInfo, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connect } from '../../server/database/connect.ts';
import { POSTGRES_COMMITS, startFaultProxy } from '../chaos/fault-proxy.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';
import type { Db } from '../support/server.ts';

/** "Ready for a query", and what is said in the same breath where the postmaster was killed meanwhile. */
const READY = Buffer.from('Z\0\0\0\x05I', 'latin1');
const GOODBYE = message('E', 'SFATAL\0C57P01\0Mterminating connection due to unexpected postmaster exit\0\0');

let database: TestDatabase;
let door: Server;
let db: Db;
let dying = false;

beforeAll(async () => {
  database = await createTestDatabase();
  const url = new URL(database.databaseUrl);
  const port = Number(url.port);
  door = createServer((client) => {
    const server = dial({ host: url.hostname, port });
    client.pipe(server);
    server.on('data', (bytes: Buffer) => {
      if (dying && bytes.includes(READY)) client.end(Buffer.concat([bytes, GOODBYE]));
      else client.write(bytes);
    });
    for (const [one, other] of [[client, server], [server, client]] as const) one.on('error', () => undefined).on('close', () => other.destroy());
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  url.port = String(portOf(door));
  db = await connect(url.href, [], { poolSize: 2 });
});
afterAll(async () => {
  await db.destroy();
  door.close();
  await database.drop();
});

test('a connection that is lost as it is made', async () => {
  const holding = db.createQueryRunner();
  await holding.query('SELECT 1');
  dying = true;
  await expect(db.query('SELECT 2')).rejects.toThrow(/connection/);
  dying = false;
  expect(await db.query('SELECT 3 AS three')).toEqual([{ three: 3 }]);
  await holding.release();
});

test('a line that is lost without a word', async () => {
  const proxy = await startFaultProxy(POSTGRES_COMMITS);
  const url = new URL(database.databaseUrl);
  proxy.leadTo(Number(url.port));
  url.port = String(proxy.port);
  const behind = await connect(url.href, [], { poolSize: 1, silentMs: 500 });
  try {
    expect(await behind.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(proxy.halfOpen('server')).toBe(1);
    await expect(behind.query('SELECT 2')).rejects.toThrow(/not answered for 0.5 seconds|terminated/);
    expect(await behind.query('SELECT 3 AS three')).toEqual([{ three: 3 }]);
    // Who asks nothing may be silent for as long as they like.
    await sleep(700);
    expect(await behind.query('SELECT 4 AS four')).toEqual([{ four: 4 }]);
  } finally {
    await behind.destroy();
    await proxy.close();
  }
});

function message(kind: string, body: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(Buffer.byteLength(body) + 4);
  return Buffer.concat([Buffer.from(kind), length, Buffer.from(body)]);
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('the door has no port');
  return address.port;
}
