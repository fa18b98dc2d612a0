// Slows down guessing: by name and by address, over wall time, shared by every server. Digests only: no names of people who mistyped.
import { createHash } from 'node:crypto';
import { instantOf, plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import { wallNow } from '../clock/clock.ts';
import type { Queryable } from '../database/connect.ts';

const WINDOW_MINUTES = 15;
const TRIES_BY_NAME = 5;
const TRIES_BY_ADDRESS = 50;

const digest = (text: string): string => createHash('sha256').update(text.toLowerCase()).digest('base64url');
const windowStart = (): Instant => instantOf(Date.now() - WINDOW_MINUTES * 60_000);

/** Null, or the moment from which another try is taken. */
export async function throttledUntil(db: Queryable, username: string, address: string): Promise<Instant | null> {
  const [row] = await db.query<{ by_name: number; by_address: number; first_at: Instant | null }[]>(
    `SELECT count(*) FILTER (WHERE username_digest = $1) AS by_name, count(*) FILTER (WHERE address_digest = $2) AS by_address, min(at) AS first_at
     FROM sign_in_failure WHERE at > $3 AND (username_digest = $1 OR address_digest = $2)`,
    [digest(username), digest(address), windowStart()],
  );
  if (row === undefined || row.first_at === null || (row.by_name < TRIES_BY_NAME && row.by_address < TRIES_BY_ADDRESS)) return null;
  return plusMinutes(row.first_at, WINDOW_MINUTES);
}

export const rememberFailure = (db: Queryable, username: string, address: string): Promise<unknown> =>
  db.query('INSERT INTO sign_in_failure (username_digest, address_digest, at) VALUES ($1, $2, $3)', [digest(username), digest(address), wallNow()]);

export const forgetFailures = (db: Queryable, username: string): Promise<unknown> =>
  db.query('DELETE FROM sign_in_failure WHERE username_digest = $1', [digest(username)]);
