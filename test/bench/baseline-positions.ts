// Positions shown the plain way: the same rows read as often, and one web socket send for each fix and each console.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { WebSocketServer } from 'ws';
import { answer } from './answer.ts';

export type Question = { kind: 'start'; databaseUrl: string } | { kind: 'cpu' };
export interface Started { url: string }

const LOOK_MS = 500;

async function start({ databaseUrl }: Extract<Question, { kind: 'start' }>): Promise<Started> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  // Greeted as the product's sockets are, so that one receiver serves both.
  server.on('connection', (socket) => { socket.on('message', () => undefined); socket.send('0{}'); socket.send('40{}'); });
  const client = new pg.Client({ connectionString: databaseUrl });
  await Promise.all([once(server, 'listening'), client.connect()]);
  let seen = new Date(0).toISOString();
  setInterval(() => {
    client.query('SELECT duty_id AS "dutyId", lat, lon, accuracy_m AS "accuracyM", at, stored_at AS "storedAt" FROM position_latest WHERE stored_at > $1', [seen]).then(({ rows }) => {
      for (const { storedAt, ...fix } of rows) {
        seen = storedAt.toISOString() > seen ? storedAt.toISOString() : seen;
        const text = `42["positions",[${JSON.stringify(fix)}]]`;
        for (const socket of server.clients) socket.send(text);
      }
    }, (error: unknown) => { process.stderr.write(`${String(error)}\n`); process.exit(1); });
  }, LOOK_MS);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

answer<Question>(async (question) => {
  if (question.kind === 'start') return start(question);
  const { user, system } = process.cpuUsage();
  return { seconds: (user + system) / 1e6 };
});
