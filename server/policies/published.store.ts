// Who published a policy, and from when it holds.
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Queryable } from '../database/connect.ts';

export interface Published { id: Id; version: number; name: string; fromAt: Instant; publishedAt: Instant | null; publishedBy: string | null }

/** Newest first. */
export const published = (db: Queryable): Promise<Published[]> => db.query(
  `SELECT p.id, p.version, p.body->>'name' AS name, p.from_at AS "fromAt", p.published_at AS "publishedAt", s.name AS "publishedBy"
   FROM policy p LEFT JOIN staff s ON s.id = p.published_by_id ORDER BY p.version DESC`);
