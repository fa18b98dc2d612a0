// What is read of people: who may be known already, and the history of one, in every record that the reader may see.
import { incidentRef, type Id } from '../../shared/domain/incident-file.ts';
import type { Grade } from '../../shared/domain/grade.ts';
import type { Ending, Outcome } from '../../shared/domain/incident-words.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Viewer } from '../../shared/domain/visibility.ts';
import type * as routes from '../../shared/protocol/people.ts';
import type { Queryable } from '../database/connect.ts';
import { Refused } from '../database/transaction.ts';
import { logAccess } from '../events/access-log.ts';
import type { Query } from '../http/handle.ts';
import { visibleTo } from '../incidents/visible-to.ts';
import { findAlikePeople } from './alike.store.ts';
import { findSamePersons, maySeePerson, type Mark } from './match.store.ts';
import { nameOf } from './person.store.ts';
import { findVersions } from './version.store.ts';

/** That somebody looked is logged; for whom is not. */
export const findAlike: Query<typeof routes.findAlike> = async ({ db, actor, now }, input) => {
  await logAccess(db, actor, now, { action: 'search', entity: 'people', entityId: null, purpose: undefined });
  const same = input.besides === undefined ? [] : [...(await findSamePersons(db, actor, [input.besides])).keys()];
  return findAlikePeople(db, actor, { ...input, besides: same }, now);
};

export const readPersonHistory: Query<typeof routes.readPersonHistory> = async ({ db, actor, now }, { personId }) => {
  if (!await maySeePerson(db, actor, personId)) throw new Refused('not-found');
  await logAccess(db, actor, now, { action: 'read', entity: 'person', entityId: personId, purpose: undefined });
  return { versions: await findVersions(db, personId, now), incidents: await findHistoryOf(db, actor, await findSamePersons(db, actor, [personId])) };
};

interface Row { incidentId: Id; personId: Id; night: string; number: number; reportedAt: Instant; grade: Grade; state: 'open' | 'closed'; name: string | null; relation: string | null; place: string | null; secret: boolean | null; summary: string | null; owner: string; ending: Ending | null; outcomes: Outcome[] }
const MOST = 100;

/** The incidents that these persons were named on, as far as the viewer may see, the latest first. */
export async function findHistoryOf(db: Queryable, viewer: Viewer, persons: ReadonlyMap<Id, Mark | null>) {
  const parameters: unknown[] = [[...persons.keys()]];
  const rows = await db.query<Row[]>(
    `SELECT i.id AS "incidentId", p.person_id AS "personId", i.night, i.number, i.reported_at AS "reportedAt", i.grade, i.state, s.name, s.relation, l.label AS place, l.secret, t.body AS summary, i.ending,
       (SELECT name FROM staff WHERE id = i.owner_id) AS owner, ARRAY(SELECT k.outcome FROM task k WHERE k.incident_id = i.id AND k.outcome IS NOT NULL ORDER BY k.outcome_at) AS outcomes
     FROM incident_person p JOIN incident i ON i.id = p.incident_id JOIN subject s ON s.id = p.person_id LEFT JOIN location l ON l.id = i.location_id LEFT JOIN statement t ON t.id = i.summary_id
     WHERE p.person_id = ANY($1) AND ${visibleTo(viewer, parameters)} ORDER BY i.reported_at DESC, i.id LIMIT ${MOST}`, parameters);
  return rows.map(({ night, number, name, relation, place, secret, summary, ...row }) => ({
    ...row, ref: incidentRef({ night, number }), name: nameOf({ name }), relation: relation ?? '', place: secret === true ? null : place, summary: summary ?? '(this text was erased)', match: persons.get(row.personId) ?? null,
  }));
}
