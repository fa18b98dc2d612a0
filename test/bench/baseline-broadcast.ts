// The least that could show a commit on every screen: insert, select, and a bare web socket's send to each, of the bytes that the product sent.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { WebSocketServer } from 'ws';
import { answer } from './answer.ts';

export type Question = { kind: 'start'; databaseUrl: string } | { kind: 'send'; text: string };
export interface Started { url: string }
/** The inserted row, whose commit Postgres remembers. */
export interface Sent { id: string }

let [server, writer, reader]: [WebSocketServer | null, pg.Client | null, pg.Client | null] = [null, null, null];

async function start({ databaseUrl }: Extract<Question, { kind: 'start' }>): Promise<Started> {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  // Greeted as the product's sockets are, so that one receiver serves both.
  server.on('connection', (socket) => { socket.on('message', () => undefined); socket.send('0{}'); socket.send('40{}'); });
  [writer, reader] = [new pg.Client({ connectionString: databaseUrl }), new pg.Client({ connectionString: databaseUrl })];
  await Promise.all([once(server, 'listening'), writer.connect(), reader.connect()]);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function send({ text }: Extract<Question, { kind: 'send' }>): Promise<Sent> {
  if (server === null || writer === null || reader === null) throw new Error('not started');
  const { rows } = await writer.query<{ id: string }>('INSERT INTO bench_feed (body) VALUES ($1) RETURNING id', [text]);
  const id = rows[0]?.id ?? '';
  const read = await reader.query<{ body: string }>('SELECT body FROM bench_feed WHERE id = $1', [id]);
  for (const socket of server.clients) socket.send(read.rows[0]?.body ?? '');
  return { id };
}

answer<Question>((question) => (question.kind === 'start' ? start(question) : send(question)));
