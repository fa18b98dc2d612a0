// One row says whether this database is live or a rehearsal, and refuses the wrong boot; a rehearsal's clock stands still while nobody serves it.
import { instantOf, latest, type Instant } from '../../shared/domain/instant.ts';
import type { Queryable } from '../database/connect.ts';
import { domainMsAt, liveClock, rehearsalClock, wallNow, type Anchor, type Clock } from './clock.ts';

type Kind = Clock['kind'];
export interface Plan { speed: number; seed: number | null; endsAt: Instant | null }

export interface DeploymentRow {
  id: string; kind: Kind; anchor_domain_at: Instant | null; anchor_wall_at: Instant | null; speed: number; beat_domain_at: Instant | null; beat_wall_at: Instant | null;
  seed: number | null; started_at: Instant | null; ends_at: Instant | null; over_at: Instant | null;
}
export interface RehearsalRow extends DeploymentRow { kind: 'rehearsal'; anchor_domain_at: Instant; anchor_wall_at: Instant }

const ANOTHER_SERVES_MS = 15_000;
export const BEAT_MS = 3_000;
const UNPLAYED: Plan = { speed: 1, seed: null, endsAt: null };

const ANOTHER_KIND: Record<Kind, string> = {
  live: 'This database is a rehearsal. It cannot be opened as the live service: give the live database, or start the demo.',
  rehearsal: 'This database is live. A rehearsal cannot touch it: start the demo without DATABASE_URL.',
};

/** Throws a sentence when the database is of the other kind. `startAt` and `plan` are for a rehearsal that is new. */
export async function openDeployment(db: Queryable, kind: Kind, startAt: Instant, plan = UNPLAYED): Promise<Clock> {
  if (kind === 'live') await db.query("INSERT INTO deployment (kind) VALUES ('live') ON CONFLICT DO NOTHING");
  else {
    await db.query(
      `INSERT INTO deployment (kind, anchor_domain_at, anchor_wall_at, started_at, speed, seed, ends_at) VALUES ('rehearsal', $1, $2, $1, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [startAt, wallNow(), plan.speed, plan.seed, plan.endsAt],
    );
  }
  const row = await readDeployment(db);
  if (row === undefined || row.kind !== kind) throw new Error(ANOTHER_KIND[kind]);
  return isRehearsal(row) ? rehearsalClock(await resume(db, row)) : liveClock;
}

/** Before anything is written: of a database that has never been opened, and may not even have the table, nothing is known. */
export async function refuseOtherKind(db: Queryable, kind: Kind): Promise<void> {
  const [table] = await db.query<{ there: boolean }[]>("SELECT to_regclass('public.deployment') IS NOT NULL AS there");
  if (table?.there !== true) return;
  const [row] = await db.query<{ kind: Kind }[]>('SELECT kind FROM deployment');
  if (row !== undefined && row.kind !== kind) throw new Error(ANOTHER_KIND[kind]);
}

export async function readDeployment(db: Queryable, lock: '' | 'FOR UPDATE' = ''): Promise<DeploymentRow | undefined> {
  const [row] = await db.query<DeploymentRow[]>(`SELECT * FROM deployment ${lock}`);
  return row;
}

export const isRehearsal = (row: DeploymentRow | undefined): row is RehearsalRow =>
  row?.kind === 'rehearsal' && row.anchor_domain_at !== null && row.anchor_wall_at !== null;

/** Once its hours have been over, somebody may let it run on. */
export const anchorOf = (row: RehearsalRow): Anchor =>
  ({ domainAt: row.anchor_domain_at, wallAt: row.anchor_wall_at, speed: row.speed, until: row.over_at === null ? row.ends_at : null });

/** Nobody has served it for a while: time goes on from where it stood, and from no earlier than the log's last line. */
async function resume(db: Queryable, row: RehearsalRow): Promise<Anchor> {
  const anchor = anchorOf(row);
  if (row.beat_domain_at === null || row.beat_wall_at === null || Date.now() - Date.parse(row.beat_wall_at) < ANOTHER_SERVES_MS) return anchor;
  const [last] = await db.query<{ at: Instant }[]>('SELECT received_at AS at FROM event ORDER BY seq DESC LIMIT 1');
  // A beat is up to three seconds old when a process is killed: at sixty times the speed, three minutes.
  const stood = latest([row.beat_domain_at, row.anchor_domain_at, last?.at ?? null]) ?? row.beat_domain_at;
  const resumed: Anchor = { ...anchor, domainAt: stood, wallAt: wallNow() };
  await db.query('UPDATE deployment SET anchor_domain_at = $1, anchor_wall_at = $2, beat_wall_at = $2', [resumed.domainAt, resumed.wallAt]);
  return resumed;
}

/** Every process turns at the same moment: a change takes effect a little after it is decided, when all have heard of it. */
export const HEARD_BY_ALL_MS = 300;

/** In the transaction that holds the row's lock. From then on the clock runs at this speed, with no time lost or doubled. */
export async function reanchor(db: Queryable, row: RehearsalRow, speed: number): Promise<void> {
  const wallMs = Date.now() + HEARD_BY_ALL_MS;
  await db.query('UPDATE deployment SET anchor_domain_at = $1, anchor_wall_at = $2, speed = $3', [instantOf(domainMsAt(anchorOf(row), wallMs)), instantOf(wallMs), speed]);
}

export const beat = (db: Queryable, clock: Clock): Promise<unknown> =>
  db.query('UPDATE deployment SET beat_domain_at = $1, beat_wall_at = $2', [clock.now(), instantOf(Date.now())]);
