// Tails the log and hands each stretch on, in order. The server that committed pokes itself; the others hear a debounced NOTIFY, or poll.
import pg from 'pg';
import type { Logger } from 'pino';
import type { Queryable } from '../database/connect.ts';
import { loggedEvent, type EventRow, type LoggedEvent } from './logged-event.ts';

const CHANNEL = 'nightjar_log';
const POLL_MS = 500;
/** NOTIFY outside the command's transaction, and once for a burst: inside, it halved throughput. */
const NOTIFY_MS = 20;
const PAGE = 500;

/** For whoever committed outside a server: those that run show it at once. */
export const tellServers = (db: Queryable): Promise<unknown> => db.query(`NOTIFY ${CHANNEL}`);

export interface Relay { start(): Promise<void>; stop(): Promise<void>; committed(): void; cursor(): number }

export function makeRelay(db: Queryable, databaseUrl: string, log: Logger, handOn: (events: readonly LoggedEvent[]) => Promise<void>): Relay {
  let cursor = 0;
  let running = false;
  let draining: Promise<void> | null = null;
  let again = false;
  let poll: NodeJS.Timeout | undefined;
  let notifyTimer: NodeJS.Timeout | undefined;
  let listener: pg.Client | null = null;

  async function drain(): Promise<void> {
    for (;;) {
      again = false;
      const rows = await db.query<EventRow[]>('SELECT * FROM event WHERE seq > $1 ORDER BY seq LIMIT $2', [cursor, PAGE]);
      if (rows.length > 0) {
        await handOn(rows.map(loggedEvent));
        cursor = rows.at(-1)?.seq ?? cursor;
      }
      if (rows.length < PAGE && !again) return;
    }
  }
  function wake(): void {
    again = true;
    if (!running || draining !== null) return;
    draining = drain()
      .catch((error: unknown) => log.error({ err: error }, 'the relay could not read the log; it tries again'))
      .finally(() => { draining = null; });
  }
  async function listen(): Promise<void> {
    const client = new pg.Client({ connectionString: databaseUrl, application_name: 'nightjar relay' });
    client.on('error', () => client.end().catch(() => undefined));
    client.on('end', () => { if (running) setTimeout(() => void listen().catch(() => undefined), 1_000).unref(); });
    client.on('notification', wake);
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
    listener = client;
  }
  return {
    async start() {
      const [head] = await db.query<{ seq: number | null }[]>('SELECT max(seq) AS seq FROM event');
      cursor = head?.seq ?? 0;
      running = true;
      await listen();
      poll = setInterval(wake, POLL_MS);
    },
    async stop() {
      running = false;
      clearInterval(poll);
      clearTimeout(notifyTimer);
      await draining;
      await listener?.end().catch(() => undefined);
    },
    committed() {
      wake();
      notifyTimer ??= setTimeout(() => {
        notifyTimer = undefined;
        db.query(`NOTIFY ${CHANNEL}`).catch((error: unknown) => log.warn({ err: error }, 'NOTIFY failed; the other servers poll'));
      }, NOTIFY_MS);
    },
    cursor: () => cursor,
  };
}
