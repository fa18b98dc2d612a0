// A hold says "this process uses the database": a shared advisory lock on one connection, which dies with the process.
// The last to let go takes the lock alone and may stop the server. No file of ours can go stale, and kill -9 needs no cleaning up.
import { Socket } from 'node:net';
import { Client } from 'pg';
import { ADVISORY_KEYS } from '../advisory-keys.ts';
import { codeOf } from '../what-went-wrong.ts';

export interface Hold {
  /** Called once, when the connection is lost other than by `release`. */
  onLost(listener: () => void): void;
  /** True where nobody else holds on. The lock is then ours alone until the server goes down. */
  release(): Promise<boolean>;
}

/** 57P01 to 57P03: shutting down, crashed, starting up. `pg` gives no code where the connection ended under a query. */
const PASSING: unknown[] = [undefined, 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03'];

/** Undefined while the server starts, stops or is gone: try again. Waits while another process is stopping the server. */
export async function takeHold(adminUrl: string): Promise<Hold | undefined> {
  const socket = new Socket();
  const client = new Client({ connectionString: adminUrl, application_name: 'nightjar hold', keepAlive: true, stream: () => socket });
  // Losing the connection is told by its end; without a listener the error would end the process.
  client.on('error', () => undefined);
  let lost = false;
  client.once('end', () => { lost = true; });
  try {
    await client.connect();
    await client.query('SELECT pg_advisory_lock_shared($1)', [ADVISORY_KEYS.embeddedInUse]);
  } catch (error) {
    await client.end().catch(() => undefined);
    if (PASSING.includes(codeOf(error))) return undefined;
    throw error;
  }
  // Holding on is no reason for a process to live.
  socket.unref();
  return {
    onLost: (listener) => { if (lost) listener(); else client.once('end', listener); },
    release: () => {
      socket.ref();
      return release(client);
    },
  };
}

async function release(client: Client): Promise<boolean> {
  try {
    await client.query('SELECT pg_advisory_unlock_shared($1)', [ADVISORY_KEYS.embeddedInUse]);
    const { rows } = await client.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [ADVISORY_KEYS.embeddedInUse]);
    if (rows[0]?.alone) return true;
  } catch {
    // The server is gone already: there is nothing left to stop.
  }
  await client.end().catch(() => undefined);
  return false;
}

