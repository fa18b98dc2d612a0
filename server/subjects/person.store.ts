// People named in incidents: the latest of what is known of each, and the keys they are found by. Nobody is merged.
import { differenceInYears, format, parse, parseISO } from 'date-fns';
import { dateOf } from '../../shared/domain/duty-night.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { nameKeys, wordsIn } from '../../shared/domain/name-key.ts';
import { NOTHING_MORE, type PersonMore } from '../../shared/protocol/person-more.ts';
import type { Queryable } from '../database/connect.ts';
import { newId, type Tx } from '../database/transaction.ts';
import { saveNameWords } from './name-word.store.ts';
import { factsOf, type NewPerson, type PersonFacts } from './person-facts.ts';

/** What they are to the matter is typed by hand, so it is kept here with the name, and never on the log. */
export interface KnownPerson { id: Id; name: string | null; relation: string | null; bornOn: string | null; approximateAge: number | null; factsId: Id | null; more: PersonMore }

export async function savePerson(tx: Tx, person: NewPerson): Promise<Id> {
  const [id, factsId] = [newId(), newId()];
  await Promise.all([
    tx.query("INSERT INTO subject (id, kind, name, relation, born_on, approximate_age, organisation_id, recorded_at, facts_id) VALUES ($1, 'person', $2, $3, $4, $5, $6, $7, $8)",
      [id, person.name, person.relation, person.bornOn, person.approximateAge, tx.actor.organisationId, tx.now, factsId]),
    insertFacts(tx, id, factsId, factsOf(person)),
    insertNames(tx, id, keysOf(person)),
  ]);
  return id;
}

/** A new version beside those before it. Answers its id. */
export async function saveFacts(tx: Tx, personId: Id, person: NewPerson): Promise<Id> {
  const [factsId, keys] = [newId(), keysOf(person)];
  await Promise.all([
    insertFacts(tx, personId, factsId, factsOf(person)),
    tx.query('UPDATE subject SET name = $2, relation = $3, born_on = $4, approximate_age = $5, facts_id = $6 WHERE id = $1',
      [personId, person.name, person.relation, person.bornOn, person.approximateAge, factsId]),
    tx.query('DELETE FROM person_name WHERE person_id = $1 AND key <> ALL($2)', [personId, keys]),
    insertNames(tx, personId, keys),
  ]);
  return factsId;
}

const keysOf = ({ name, more }: NewPerson): string[] => nameKeys([name, ...more?.aliases ?? []]);
const insertFacts = (tx: Tx, personId: Id, factsId: Id, facts: PersonFacts): Promise<unknown> =>
  tx.query('INSERT INTO person_facts (id, person_id, body, by_id, organisation_id, at) VALUES ($1, $2, $3, $4, $5, $6)',
    [factsId, personId, JSON.stringify(facts), tx.actor.staffId, tx.actor.organisationId, tx.now]);
const insertNames = async (tx: Tx, personId: Id, keys: readonly string[]): Promise<void> => {
  if (keys.length === 0) return;
  await Promise.all([tx.query('INSERT INTO person_name (person_id, key) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING', [personId, keys]), saveNameWords(tx, wordsIn(keys))]);
};

interface PersonRow { id: Id; name: string | null; relation: string | null; bornOn: string | null; approximateAge: number | null; factsId: Id | null; body: PersonFacts | null }

export async function findPeople(db: Queryable, ids: readonly Id[]): Promise<Map<Id, KnownPerson>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<PersonRow[]>(
    `SELECT s.id, s.name, s.relation, s.born_on AS "bornOn", s.approximate_age AS "approximateAge", s.facts_id AS "factsId", f.body
     FROM subject s LEFT JOIN person_facts f ON f.id = s.facts_id WHERE s.id = ANY($1)`, [ids]);
  return new Map(rows.map(({ body, ...person }) => [person.id, { ...person, more: { ...NOTHING_MORE, ...body?.more } }]));
}

export const nameOf = (person: Pick<KnownPerson, 'name'> | undefined): string => person?.name ?? 'Name not known';

export function ageOf(person: Pick<KnownPerson, 'bornOn' | 'approximateAge'> & { more?: Pick<PersonMore, 'expectedMonth'> } | undefined, now: Instant): string {
  if (person?.bornOn) return `${differenceInYears(parseISO(dateOf(now)), parseISO(person.bornOn))}, born ${format(parseISO(person.bornOn), 'd MMM yyyy')}`;
  const expected = person?.more?.expectedMonth ?? null;
  if (person?.approximateAge === -1) return expected === null ? 'unborn' : `unborn, expected ${format(parse(expected, 'yyyy-MM', parseISO(dateOf(now))), 'MMM yyyy')}`;
  return person?.approximateAge === null || person === undefined ? 'age not known' : `about ${person.approximateAge}`;
}
