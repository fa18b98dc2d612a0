// Who published a policy, and from when it holds.
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Queryable } from '../database/connect.ts';

export interface Published { fromAt: Instant; publishedAt: Instant | null; publishedBy: string | null }

export async function publishedOf(db: Queryable, id: Id): Promise<Published> {
  const [row] = await db.query<Published[]>(
    'SELECT p.from_at AS "fromAt", p.published_at AS "publishedAt", s.name AS "publishedBy" FROM policy p LEFT JOIN staff s ON s.id = p.published_by_id WHERE p.id = $1', [id]);
  if (row === undefined) throw new Error(`Policy ${id} is missing.`);
  return row;
}
