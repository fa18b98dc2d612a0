// Slows down guessing: by name and by address, over wall time, shared by every server. Digests only: no names of people who mistyped.
import { createHash } from 'node:crypto';
import { instantOf, latest, plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import { wallNow } from '../clock/clock.ts';
import type { Queryable } from '../database/connect.ts';

const WINDOW_MINUTES = 15;
const TRIES_BY_NAME = 5;
const TRIES_BY_ADDRESS = 50;

const digest = (text: string): string => createHash('sha256').update(text.toLowerCase()).digest('base64url');
const windowStart = (): Instant => instantOf(Date.now() - WINDOW_MINUTES * 60_000);

interface Tries { by_name: number; by_address: number; first_by_name: Instant | null; first_by_address: Instant | null }

/**
 * Counts a try before it is judged, so that a hundred guesses at once are a hundred. Null, or the moment from which another is taken:
 * one that is not taken leaves no trace, so that nobody is locked out for longer by hammering at their name.
 */
export async function countTry(db: Queryable, username: string, address: string): Promise<Instant | null> {
  const [own] = await db.query<{ id: number }[]>('INSERT INTO sign_in_failure (username_digest, address_digest, at) VALUES ($1, $2, $3) RETURNING id', [digest(username), digest(address), wallNow()]);
  const [others] = await db.query<Tries[]>(
    `SELECT count(*) FILTER (WHERE username_digest = $1) AS by_name, count(*) FILTER (WHERE address_digest = $2) AS by_address,
       min(at) FILTER (WHERE username_digest = $1) AS first_by_name, min(at) FILTER (WHERE address_digest = $2) AS first_by_address
     FROM sign_in_failure WHERE id <> $3 AND at > $4 AND (username_digest = $1 OR address_digest = $2)`,
    [digest(username), digest(address), own?.id, windowStart()],
  );
  const first = others === undefined ? null : latest([others.by_name < TRIES_BY_NAME ? null : others.first_by_name, others.by_address < TRIES_BY_ADDRESS ? null : others.first_by_address]);
  if (first === null) return null;
  await db.query('DELETE FROM sign_in_failure WHERE id = $1', [own?.id]);
  return plusMinutes(first, WINDOW_MINUTES);
}

/** The password was right: those tries were a person's. */
export const forgetTries = (db: Queryable, username: string): Promise<unknown> =>
  db.query('DELETE FROM sign_in_failure WHERE username_digest = $1', [digest(username)]);
