// Sessions live on the server: the cookie holds a random token, the table its digest. Idle and absolute ends, on wall time.
import { createHash, randomBytes } from 'node:crypto';
import type { Role } from '../../shared/domain/visibility.ts';
import type { Profession } from '../../shared/domain/activity.ts';
import { instantOf, plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import { wallNow } from '../clock/clock.ts';
import type { Queryable } from '../database/connect.ts';
import type { Actor } from './actor.ts';

export const COOKIE = '__Host-nightjar';
export interface SessionLimits { idleMinutes: number; hours: number }

export const digestToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
export const newToken = (): string => randomBytes(32).toString('base64url');

export async function openSession(db: Queryable, accountId: string, limits: SessionLimits): Promise<string> {
  const token = newToken();
  const now = wallNow();
  await db.query('INSERT INTO session (id, account_id, created_at, seen_at, ends_at) VALUES ($1, $2, $3, $3, $4)', [digestToken(token), accountId, now, plusMinutes(now, limits.hours * 60)]);
  return token;
}

export const closeSession = (db: Queryable, sessionId: string): Promise<unknown> => db.query('DELETE FROM session WHERE id = $1', [sessionId]);
/** Answers nothing about how many there were. */
export const closeSessionsOf = (db: Queryable, accountId: string, except: string | null = null): Promise<unknown> =>
  db.query('DELETE FROM session WHERE account_id = $1 AND id IS DISTINCT FROM $2', [accountId, except]);

const touchSession = (db: Queryable, sessionId: string): Promise<unknown> => db.query('UPDATE session SET seen_at = $2 WHERE id = $1 AND seen_at < $2', [sessionId, wallNow()]);

interface ActorRow {
  session_id: string; account_id: string; staff_id: string; name: string; organisation_id: string; organisation: string; profession: Profession | null;
  roles: Role[]; receiving_team_ids: string[]; seen_at: Instant; duty_id: string | null; team_id: string | null; seat: Actor['seat'];
}

/** Everything that decides what a person may see and do, in one query; `now` is domain time, for grants. */
const ACTOR = `
  SELECT s.id AS session_id, a.id AS account_id, st.id AS staff_id, st.name, st.organisation_id, o.name AS organisation, st.profession,
    COALESCE(array_agg(DISTINCT g.role) FILTER (WHERE g.role IS NOT NULL), '{}') AS roles,
    COALESCE(array_agg(DISTINCT g.receiving_team_id) FILTER (WHERE g.receiving_team_id IS NOT NULL), '{}') AS receiving_team_ids, s.seen_at,
    d.id AS duty_id, d.team_id, d.seat
  FROM session s
  JOIN account a ON a.id = s.account_id AND a.disabled_at IS NULL
  JOIN staff st ON st.id = a.staff_id
  JOIN organisation o ON o.id = st.organisation_id
  LEFT JOIN role_grant g ON g.account_id = a.id AND g.from_at <= $1 AND (g.until_at IS NULL OR g.until_at > $1)
  LEFT JOIN duty d ON d.staff_id = st.id AND d.ended_at IS NULL
  WHERE s.id = ANY($2) AND s.ends_at > $3 AND s.seen_at > $4
  GROUP BY s.id, a.id, st.id, o.id, d.id`;

/** The actors of those sessions that stand; one that has ended, or whose account is disabled, is not among them. */
export const findActors = async (db: Queryable, sessionIds: readonly string[], now: Instant, limits: SessionLimits): Promise<Map<string, Actor>> =>
  new Map((await actorRows(db, sessionIds, now, limits)).map((row) => [row.session_id, actorIn(row)]));

/** The actor of a session that is in use now: it is touched once a minute. */
export async function findActorAtWork(db: Queryable, sessionId: string, now: Instant, limits: SessionLimits): Promise<Actor | null> {
  const [row] = await actorRows(db, [sessionId], now, limits);
  if (row === undefined) return null;
  if (row.seen_at < plusMinutes(wallNow(), -1)) await touchSession(db, sessionId);
  return actorIn(row);
}

function actorRows(db: Queryable, sessionIds: readonly string[], now: Instant, limits: SessionLimits): Promise<ActorRow[]> {
  const wall = wallNow();
  return db.query<ActorRow[]>(ACTOR, [now, sessionIds, wall, instantOf(Date.parse(wall) - limits.idleMinutes * 60_000)]);
}

const actorIn = (row: ActorRow): Actor => ({
  sessionId: row.session_id, accountId: row.account_id, staffId: row.staff_id, name: row.name, organisationId: row.organisation_id, organisation: row.organisation, profession: row.profession,
  roles: row.roles, receivingTeamIds: row.receiving_team_ids, dutyId: row.duty_id, teamId: row.team_id, seat: row.seat,
});
