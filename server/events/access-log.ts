// Who read, exported or disclosed which record, and for what (DPA 2018 s62). Append-only.
import type { Instant } from '../../shared/domain/instant.ts';
import type { Queryable } from '../database/connect.ts';
import type { Actor } from '../identity/actor.ts';

export type AccessAction = 'read' | 'search' | 'lookup' | 'export';
const SAME_CONSULTATION = "interval '5 minutes'";

/** A record left open refreshes itself: within five minutes that is one consultation, not many. */
export async function logAccess(db: Queryable, actor: Actor, now: Instant, access: { action: AccessAction; entity: string; entityId: string | null; purpose?: string | undefined }): Promise<void> {
  await db.query(
    `INSERT INTO access_log (at, staff_id, organisation_id, action, entity, entity_id, purpose)
     SELECT $1::timestamptz, $2::uuid, $3::uuid, $4, $5, $6::uuid, $7
     WHERE NOT EXISTS (SELECT FROM access_log WHERE entity_id = $6::uuid AND staff_id = $2::uuid AND action = $4 AND purpose IS NOT DISTINCT FROM $7 AND at > $1::timestamptz - ${SAME_CONSULTATION})`,
    [now, actor.staffId, actor.organisationId, access.action, access.entity, access.entityId, access.purpose ?? null],
  );
}
