// Another system's key: 256 random bits, shown once, kept as a digest. It opens the routes for systems, and nothing that a session opens.
import { timingSafeEqual } from 'node:crypto';
import type { Door } from '../../shared/domain/incident-words.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import { instantOf, type Instant } from '../../shared/domain/instant.ts';
import { wallNow } from '../clock/clock.ts';
import type { Queryable } from '../database/connect.ts';
import { Refused } from '../database/transaction.ts';
import { NIGHTJAR, type Actor } from './actor.ts';
import { digestToken, newToken } from './session.store.ts';

export interface CallingSystem { id: Id; name: string; door: Door; organisationId: Id; organisation: string }

/** The first part finds the row, the second is the secret; the word in front lets a scanner for lost secrets know it. */
export const newSecret = (): { secret: string; digest: string } => { const secret = newToken(); return { secret, digest: digestToken(secret) }; };
export const keyText = (keyId: Id, secret: string): string => `nightjar.${keyId.replaceAll('-', '')}.${secret}`;

const HEADER = /^Bearer +nightjar\.([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})\.([\w-]{43})$/i;
const NO_DIGEST = digestToken('');

interface KeyRow extends CallingSystem { digest: string }

/** Which system sends this; refused alike where the key is none, another's, or revoked, and where it has asked too often. A revoked key is none at the next request. */
export async function systemFrom(db: Queryable, authorization: string | undefined, mostPerMinute: number): Promise<CallingSystem> {
  const [, ...parts] = HEADER.exec(authorization ?? '') ?? [];
  const [secret, keyId] = [parts.pop() ?? '', parts.join('-')];
  const [found] = keyId === '' ? [] : await db.query<KeyRow[]>(
    `SELECT o.id, o.name, o.door, s.organisation_id AS "organisationId", g.name AS organisation, k.digest FROM system_key k JOIN outside_system o ON o.id = k.system_id
     JOIN staff s ON s.id = o.id JOIN organisation g ON g.id = s.organisation_id WHERE k.id = $1 AND k.revoked_at IS NULL`, [keyId]);
  const isRight = timingSafeEqual(Buffer.from(digestToken(secret)), Buffer.from(found?.digest ?? NO_DIGEST));
  if (found === undefined || !isRight) throw new Refused('wrong-key');
  await countRequest(db, keyId, mostPerMinute);
  const { digest: _, ...system } = found;
  return system;
}

const WINDOW_MS = 60_000;

/** One window for every server, on wall time; a request that is refused for it counts too, and moves nothing on. */
async function countRequest(db: Queryable, keyId: Id, most: number): Promise<void> {
  const now = wallNow();
  const [rows] = await db.query<[{ from: Instant; count: number }[], number]>(
    `UPDATE system_key SET last_used_at = $2, window_from = CASE WHEN window_from > $3 THEN window_from ELSE $2 END, window_count = CASE WHEN window_from > $3 THEN window_count + 1 ELSE 1 END
     WHERE id = $1 RETURNING window_from AS "from", window_count AS count`, [keyId, now, instantOf(Date.parse(now) - WINDOW_MS)]);
  const [window] = rows;
  if (window !== undefined && window.count > most) throw new Refused('too-many-calls', { until: instantOf(Date.parse(window.from) + WINDOW_MS) });
}

/** On the log a system stands under its own name: it has no account, no role and no duty, so it sees nothing. */
export const actorOfSystem = ({ id, name, organisationId, organisation }: CallingSystem): Actor => ({ ...NIGHTJAR, accountId: id, staffId: id, name, organisationId, organisation });
