// People known already who may be the one asked about, among those named where the asker may look: by name however it is written, and by date of birth.
import { addressKey } from '../../shared/domain/address-key.ts';
import { likenessOf, type Described } from '../../shared/domain/alike.ts';
import { incidentRef, type Id } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { foldName, nameKeys } from '../../shared/domain/name-key.ts';
import type { Viewer } from '../../shared/domain/visibility.ts';
import type { AlikePerson } from '../../shared/protocol/people.ts';
import type { Queryable } from '../database/connect.ts';
import { visibleTo } from '../incidents/visible-to.ts';
import { findBearers } from './name-bearer.store.ts';
import { ageOf, nameOf } from './person.store.ts';
import type { PersonFacts } from './person-facts.ts';

export interface AlikeQuery { name: string | null; aliases: readonly string[]; bornOn: string | null; approximateAge: number | null; address: string | null; /** An incident whose own people are left out. */ notOf: Id | null; /** Persons who are left out. */ besides?: readonly Id[] }

const LOOKED_AT = 120;
const SHOWN = 8;
const SAME_DAY = 100;
const AT_ONE_DOOR = 100;
/** Beside a name's own likeness, up to 1: what else speaks for somebody, so that a common name does not crowd them out. */
const WORTH = { born: 1, address: 0.5 } as const;

interface Row {
  personId: Id; name: string | null; relation: string | null; bornOn: string | null; approximateAge: number | null; recordedAt: Instant; body: PersonFacts | null;
  incidentId: Id; night: string; number: number; reportedAt: Instant; place: string | null; secret: boolean | null;
}

/** The likest first, each with its reasons. Nothing where there is neither a name nor a date of birth to go by. */
export async function findAlikePeople(db: Queryable, viewer: Viewer, query: AlikeQuery, now: Instant): Promise<AlikePerson[]> {
  const keys = nameKeys([query.name, ...query.aliases]);
  if (keys.length === 0 && query.bornOn === null) return [];
  const rows = await findRows(db, viewer, keys, query);
  const asked: Described = { ...query, saidAt: now, place: query.address };
  const here = query.address === null ? '' : foldName(query.address);
  const timesHere = Map.groupBy(rows.filter(({ place }) => place !== null && here !== '' && foldName(place) === here), ({ name }) => foldName(name ?? ''));
  return rows.flatMap((row) => {
    const likeness = likenessOf(asked, { ...row, aliases: row.body?.more.aliases ?? [], saidAt: row.recordedAt }, timesHere.get(foldName(row.name ?? ''))?.length ?? 0);
    return likeness === null ? [] : [alikePerson(row, likeness, now)];
  }).toSorted((a, b) => b.likeness - a.likeness || b.at.localeCompare(a.at)).slice(0, SHOWN);
}

const alikePerson = (row: Row, { score, reasons }: { score: number; reasons: string[] }, now: Instant): AlikePerson => ({
  personId: row.personId, name: nameOf(row), age: ageOf(row, now), relation: row.relation ?? '', incidentId: row.incidentId, ref: incidentRef(row), at: row.reportedAt,
  place: row.secret === true ? null : row.place, reasons, likeness: score,
});

/** By each of three ways, and what is found by several first; the rule says later what it is worth. */
async function findRows(db: Queryable, viewer: Viewer, keys: readonly string[], { bornOn, address, notOf, besides = [] }: AlikeQuery): Promise<Row[]> {
  const bearers = await findBearers(db, keys);
  const parameters: unknown[] = [bearers.map(({ personId }) => personId), bearers.map(({ likeness }) => likeness), bornOn, address === null ? null : addressKey(address), notOf, besides];
  const sees = visibleTo(viewer, parameters);
  return db.query<Row[]>(
    `WITH found AS (
       SELECT * FROM unnest($1::uuid[], $2::float8[]) AS named (id, worth)
       UNION ALL (SELECT id, ${WORTH.born} FROM subject WHERE born_on = $3::date AND kind = 'person' LIMIT ${SAME_DAY})
       UNION ALL (SELECT p.person_id, ${WORTH.address} FROM location l JOIN incident i ON i.id = l.incident_id AND i.location_id = l.id JOIN incident_person p ON p.incident_id = i.id
         WHERE l.address_key = $4 ORDER BY l.recorded_at DESC LIMIT ${AT_ONE_DOOR})),
     best AS (SELECT id, sum(worth) AS worth FROM found GROUP BY id)
     SELECT s.id AS "personId", s.name, s.relation, s.born_on AS "bornOn", s.approximate_age AS "approximateAge", s.recorded_at AS "recordedAt", f.body,
       i.id AS "incidentId", i.night, i.number, i.reported_at AS "reportedAt", l.label AS place, l.secret
     FROM best b JOIN subject s ON s.id = b.id JOIN incident_person p ON p.person_id = s.id JOIN incident i ON i.id = p.incident_id
       LEFT JOIN person_facts f ON f.id = s.facts_id LEFT JOIN location l ON l.id = i.location_id
     WHERE ($5::uuid IS NULL OR i.id <> $5) AND b.id <> ALL($6::uuid[]) AND ${sees} ORDER BY b.worth DESC, i.reported_at DESC LIMIT ${LOOKED_AT}`, parameters);
}
