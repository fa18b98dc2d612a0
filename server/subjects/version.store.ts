// The versions of what was said of a person, each in words: who said it, and when.
import type { Id } from '../../shared/domain/incident-file.ts';
import { clockTime } from '../../shared/domain/duty-night.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { dayAndClock } from '../../shared/domain/local-moment.ts';
import { NOTHING_MORE } from '../../shared/protocol/person-more.ts';
import { personLines } from '../../shared/protocol/person-words.ts';
import type { PersonHistory } from '../../shared/protocol/people.ts';
import type { Queryable } from '../database/connect.ts';
import type { PersonFacts } from './person-facts.ts';
import { ageOf, nameOf } from './person.store.ts';

interface VersionRow { id: Id; body: PersonFacts; at: Instant; by: string; organisation: string }

/** The latest first. */
export async function findVersions(db: Queryable, personId: Id, now: Instant): Promise<PersonHistory['versions']> {
  const rows = await db.query<VersionRow[]>(
    `SELECT f.id, f.body, f.at, s.name AS by, o.name AS organisation FROM person_facts f JOIN staff s ON s.id = f.by_id JOIN organisation o ON o.id = f.organisation_id
     WHERE f.person_id = $1 ORDER BY f.at DESC, f.id DESC`, [personId]);
  return rows.map(({ body, at, by, organisation }) => ({ at, by, organisation, says: saysOf(body, now) }));
}

/** Ages as of now in every version: a birthday between two of them changed nothing that was said. */
function saysOf(facts: PersonFacts, now: Instant): PersonHistory['versions'][number]['says'] {
  const more = { ...NOTHING_MORE, ...facts.more };
  return [
    { about: 'name', text: nameOf(facts) }, { about: 'age', text: `${facts.isChild ? 'child, ' : ''}${ageOf({ ...facts, more }, now)}` }, { about: 'relation', text: facts.relation },
    ...personLines(more, dayAndClock).map(({ about, text }) => ({ about, text })),
  ];
}

/** Who wrote the version that stands, and when: for somebody who wrote on an older one. */
export async function lastDescribed(db: Queryable, personId: Id): Promise<string> {
  const [row] = await db.query<{ name: string; at: Instant }[]>('SELECT s.name, f.at FROM person_facts f JOIN staff s ON s.id = f.by_id WHERE f.person_id = $1 ORDER BY f.at DESC, f.id DESC LIMIT 1', [personId]);
  return row === undefined ? 'somebody described them' : `${row.name} changed it at ${clockTime(row.at)}`;
}
