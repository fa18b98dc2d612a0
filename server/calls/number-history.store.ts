// Earlier calls from one number, newest first, of incidents that the viewer may see.
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Viewer } from '../../shared/domain/visibility.ts';
import type { Queryable } from '../database/connect.ts';
import { visibleTo } from '../incidents/visible-to.ts';
import { LOOKED_AT } from './address-history.store.ts';

export interface EarlierCall { callId: Id; incidentId: Id; at: Instant; name: string | null; agency: string | null }

export function callsFrom(db: Queryable, viewer: Viewer, phoneKey: string): Promise<EarlierCall[]> {
  const parameters: unknown[] = [phoneKey];
  return db.query<EarlierCall[]>(
    `SELECT c.id AS "callId", c.incident_id AS "incidentId", c.reported_at AS at, c.caller_name AS name, c.agency FROM call c JOIN incident i ON i.id = c.incident_id
     WHERE c.phone_e164 = $1 AND ${visibleTo(viewer, parameters)} ORDER BY c.reported_at DESC LIMIT ${LOOKED_AT}`, parameters);
}
