// Who is said to be the same person in several records, as far as a viewer may see: what they may not is not there, nor anything beyond it.
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Viewer } from '../../shared/domain/visibility.ts';
import type { Queryable } from '../database/connect.ts';
import { visibleTo } from '../incidents/visible-to.ts';

export async function maySeePerson(db: Queryable, viewer: Viewer, personId: Id): Promise<boolean> {
  const parameters: unknown[] = [personId];
  const rows = await db.query<unknown[]>(`SELECT 1 FROM incident_person p JOIN incident i ON i.id = p.incident_id WHERE p.person_id = $1 AND ${visibleTo(viewer, parameters)}`, parameters);
  return rows.length > 0;
}

export async function areMatched(db: Queryable, personId: Id, otherId: Id): Promise<boolean> {
  const rows = await db.query<unknown[]>('SELECT 1 FROM person_match WHERE ended_at IS NULL AND ((person_id, other_id) = ($1, $2) OR (person_id, other_id) = ($2, $1)) LIMIT 1', [personId, otherId]);
  return rows.length > 0;
}

export interface Mark { matchId: Id; incidentId: Id; personId: Id; by: string; at: Instant; reason: string }
const MOST = 200;
const STEPS = 4;

/** These persons, and those that a chain of links leads to, each with the link that led there: by way of records the viewer may see, both of every link. */
export async function findSamePersons(db: Queryable, viewer: Viewer, personIds: readonly Id[]): Promise<Map<Id, Mark | null>> {
  const found = new Map<Id, Mark | null>(personIds.map((id) => [id, null]));
  let edge = [...personIds];
  for (let step = 0; step < STEPS && edge.length > 0 && found.size < MOST; step += 1) {
    const parameters: unknown[] = [edge];
    const sees = visibleTo(viewer, parameters);
    const seesOther = visibleTo(viewer, parameters, 'j');
    const rows = await db.query<(Mark & { otherId: Id })[]>(
      `SELECT m.id AS "matchId", m.incident_id AS "incidentId", m.person_id AS "personId", m.other_id AS "otherId", s.name AS by, m.at, coalesce(t.body, '(this text was erased)') AS reason
       FROM person_match m JOIN incident i ON i.id = m.incident_id JOIN incident_person op ON op.person_id = m.other_id JOIN incident j ON j.id = op.incident_id
         JOIN staff s ON s.id = m.by_id LEFT JOIN statement t ON t.id = m.reason_id
       WHERE m.ended_at IS NULL AND (m.person_id = ANY($1) OR m.other_id = ANY($1)) AND ${sees} AND ${seesOther} ORDER BY m.at, m.id LIMIT ${MOST}`, parameters);
    edge = [];
    for (const { otherId, ...mark } of rows) {
      for (const id of [mark.personId, otherId]) {
        if (found.has(id)) continue;
        found.set(id, mark);
        edge.push(id);
      }
    }
  }
  return found;
}

/** Of these persons, those that the viewer may not see: a line about a link to them is not shown. */
export async function concealedAmong(db: Queryable, viewer: Viewer, personIds: readonly Id[]): Promise<Set<Id>> {
  if (personIds.length === 0) return new Set();
  const parameters: unknown[] = [personIds];
  const rows = await db.query<{ id: Id }[]>(
    `SELECT p.person_id AS id FROM incident_person p JOIN incident i ON i.id = p.incident_id WHERE p.person_id = ANY($1) AND ${visibleTo(viewer, parameters)}`, parameters);
  const seen = new Set(rows.map(({ id }) => id));
  return new Set(personIds.filter((id) => !seen.has(id)));
}
