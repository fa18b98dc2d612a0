// What an auditor reads: the log (ids, codes, instants) and who read what. Both newest first, by pages.
import type * as routes from '../../shared/protocol/admin.ts';
import type { OutOf } from '../../shared/protocol/route.ts';
import type { Query } from '../http/handle.ts';

const PAGE = 200;

export const readLog: Query<typeof routes.readLog> = ({ db }, input) => db.query<OutOf<typeof routes.readLog>>(
  `SELECT e.seq, e.occurred_at AS at, e.received_at AS "receivedAt", COALESCE(s.name, 'Nightjar') AS by, COALESCE(o.name, '') AS organisation, e.name, e.entity_type AS entity, CASE WHEN i.restricted THEN NULL ELSE e.entity_id END AS "entityId",
    CASE WHEN i.restricted THEN NULL ELSE e.incident_id END AS "incidentId"
   FROM event e LEFT JOIN staff s ON s.id = e.actor LEFT JOIN organisation o ON o.id = e.organisation LEFT JOIN incident i ON i.id = e.incident_id
   WHERE ($1::bigint IS NULL OR e.seq < $1) ORDER BY e.seq DESC LIMIT ${PAGE}`, [input.before ?? null]);

export const readAccessLog: Query<typeof routes.readAccessLog> = ({ db }, input) => db.query<OutOf<typeof routes.readAccessLog>>(
  `SELECT a.id, a.at, s.name AS by, o.name AS organisation, a.action, a.entity, a.entity_id AS "entityId", a.purpose
   FROM access_log a JOIN staff s ON s.id = a.staff_id JOIN organisation o ON o.id = a.organisation_id WHERE ($1::bigint IS NULL OR a.id < $1) ORDER BY a.id DESC LIMIT ${PAGE}`, [input.before ?? null]);
