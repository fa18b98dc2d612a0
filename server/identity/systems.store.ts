// The other systems that may send calls, and their keys: all their SQL.
import type { Door } from '../../shared/domain/incident-words.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import type { OutOf } from '../../shared/protocol/route.ts';
import type { listSystems as listSystemsRoute } from '../../shared/protocol/systems.ts';
import type { Queryable } from '../database/connect.ts';
import { newId, type Tx } from '../database/transaction.ts';
import type { CallingSystem } from './system-key.ts';

/** Among the staff without an account, so that every line which names who did something can name it. */
export async function createSystem(tx: Tx, system: { name: string; door: Door; organisationId: Id }): Promise<Id> {
  const id = newId();
  await tx.query('INSERT INTO staff (id, organisation_id, name) VALUES ($1, $2, $3)', [id, system.organisationId, system.name]);
  await tx.query('INSERT INTO outside_system (id, name, door, added_at) VALUES ($1, $2, $3, $4)', [id, system.name, system.door, tx.now]);
  return id;
}

export async function findSystemNamed(db: Queryable, name: string): Promise<CallingSystem | null> {
  const [row] = await db.query<CallingSystem[]>(
    `SELECT o.id, o.name, o.door, s.organisation_id AS "organisationId", g.name AS organisation FROM outside_system o JOIN staff s ON s.id = o.id JOIN organisation g ON g.id = s.organisation_id WHERE o.name = $1`, [name]);
  return row ?? null;
}

export const listSystems = (db: Queryable): Promise<OutOf<typeof listSystemsRoute>> => db.query(
  `SELECT o.id, o.name, o.door, g.name AS organisation, o.added_at AS "addedAt",
    COALESCE((SELECT jsonb_agg(jsonb_build_object('id', k.id, 'madeAt', to_char(k.made_at AT TIME ZONE 'UTC', ${ISO}), 'lastUsedAt', to_char(k.last_used_at AT TIME ZONE 'UTC', ${ISO}),
      'revokedAt', to_char(k.revoked_at AT TIME ZONE 'UTC', ${ISO})) ORDER BY k.made_at, k.id) FROM system_key k WHERE k.system_id = o.id), '[]') AS keys
   FROM outside_system o JOIN staff s ON s.id = o.id JOIN organisation g ON g.id = s.organisation_id ORDER BY o.name`);
const ISO = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
