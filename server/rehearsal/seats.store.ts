// Which seats real people have taken. A person is there while a screen of theirs is open, or for a minute after they did something;
// a simulated person's session says of itself that it is one. All on wall time, as sessions are.
import { instantOf, type Instant } from '../../shared/domain/instant.ts';
import type { Queryable } from '../database/connect.ts';

const DID_SOMETHING_MS = 60_000;
/** Each server says every five seconds which screens are open on it. */
export const SCREENS_TOLD_MS = 5_000;
const SCREEN_OPEN_MS = 3 * SCREENS_TOLD_MS;

const before = (wall: Instant, ms: number): Instant => instantOf(Date.parse(wall) - ms);

export const markSessionSimulated = (db: Queryable, sessionId: string): Promise<unknown> => db.query('UPDATE session SET simulated = true WHERE id = $1', [sessionId]);

export const noteOpenScreens = (db: Queryable, sessionIds: readonly string[], wall: Instant): Promise<unknown> =>
  db.query('UPDATE session SET screen_at = $2 WHERE id = ANY($1) AND NOT simulated', [sessionIds, wall]);

export async function takenSeats(db: Queryable, wall: Instant): Promise<string[]> {
  const rows = await db.query<{ username: string }[]>(
    `SELECT DISTINCT a.username FROM session s JOIN account a ON a.id = s.account_id AND a.disabled_at IS NULL
     WHERE NOT s.simulated AND s.ends_at > $1 AND (s.seen_at > $2 OR s.screen_at > $3) ORDER BY a.username`,
    [wall, before(wall, DID_SOMETHING_MS), before(wall, SCREEN_OPEN_MS)],
  );
  return rows.map(({ username }) => username);
}
