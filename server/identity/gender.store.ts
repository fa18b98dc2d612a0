// Who is recorded as a woman or a man, by agreement: asked for whom a visit is, and for nothing else.
import type { Gender } from '../../shared/domain/crew-gender.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Queryable } from '../database/connect.ts';

export async function gendersOf(db: Queryable, staffIds: readonly Id[]): Promise<Map<Id, Gender>> {
  const rows = staffIds.length === 0 ? [] : await db.query<{ id: Id; gender: Gender }[]>('SELECT id, gender FROM staff WHERE id = ANY($1) AND gender IS NOT NULL', [[...new Set(staffIds)]]);
  return new Map(rows.map(({ id, gender }) => [id, gender]));
}
