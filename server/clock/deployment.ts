// One row says whether this database is live or a rehearsal, and refuses the wrong boot; a rehearsal's clock stands still while nobody serves it.
import { instantOf, type Instant } from '../../shared/domain/instant.ts';
import type { Queryable } from '../database/connect.ts';
import { liveClock, rehearsalClock, wallNow, type Clock } from './clock.ts';

interface DeploymentRow { kind: 'live' | 'rehearsal'; anchor_domain_at: Instant | null; anchor_wall_at: Instant | null; speed: number; beat_domain_at: Instant | null; beat_wall_at: Instant | null }
const ANOTHER_SERVES_MS = 15_000;
export const BEAT_MS = 3_000;

/** Throws a sentence when the database is of the other kind. `startAt` is where a new rehearsal's clock begins. */
export async function openDeployment(db: Queryable, kind: Clock['kind'], startAt: Instant): Promise<Clock> {
  await db.query(
    'INSERT INTO deployment (kind, anchor_domain_at, anchor_wall_at, speed) VALUES ($1, $2, $3, 1) ON CONFLICT DO NOTHING',
    kind === 'live' ? [kind, null, null] : [kind, startAt, wallNow()],
  );
  const [row] = await db.query<DeploymentRow[]>('SELECT * FROM deployment');
  if (row === undefined || row.kind !== kind) {
    throw new Error(kind === 'live'
      ? 'This database is a rehearsal. It cannot be opened as the live service: give the live database, or start the demo.'
      : 'This database is live. A rehearsal cannot touch it: start the demo without DATABASE_URL.');
  }
  if (row.kind === 'live' || row.anchor_domain_at === null || row.anchor_wall_at === null) return liveClock;
  const resumed = await resume(db, row);
  return rehearsalClock(resumed);
}

/** Nobody has served it for a while: time goes on from where it stood. */
async function resume(db: Queryable, row: DeploymentRow): Promise<{ domainAt: Instant; wallAt: Instant; speed: number }> {
  const anchored = { domainAt: row.anchor_domain_at ?? '', wallAt: row.anchor_wall_at ?? '', speed: row.speed };
  if (row.beat_domain_at === null || row.beat_wall_at === null || Date.now() - Date.parse(row.beat_wall_at) < ANOTHER_SERVES_MS) return anchored;
  const wallAt = wallNow();
  await db.query('UPDATE deployment SET anchor_domain_at = $1, anchor_wall_at = $2, beat_wall_at = $2', [row.beat_domain_at, wallAt]);
  return { domainAt: row.beat_domain_at, wallAt, speed: row.speed };
}

export const beat = (db: Queryable, clock: Clock): Promise<unknown> =>
  db.query('UPDATE deployment SET beat_domain_at = $1, beat_wall_at = $2', [clock.now(), instantOf(Date.now())]);
