// People named in incidents, with what is known of their age; never merged by themselves.
import { differenceInYears, format, parseISO } from 'date-fns';
import { dateOf } from '../../shared/domain/duty-night.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Queryable } from '../database/connect.ts';
import { newId, type Tx } from '../database/transaction.ts';

export interface NewPerson { name: string | null; isChild: boolean; relation: string; bornOn: string | null; approximateAge: number | null }
/** What they are to the matter is typed by hand, so it is kept here with the name, and never on the log. */
export interface KnownPerson { id: Id; name: string | null; relation: string | null; bornOn: string | null; approximateAge: number | null }

export async function savePerson(tx: Tx, person: NewPerson): Promise<Id> {
  const id = newId();
  await tx.query("INSERT INTO subject (id, kind, name, relation, born_on, approximate_age, organisation_id, recorded_at) VALUES ($1, 'person', $2, $3, $4, $5, $6, $7)",
    [id, person.name, person.relation, person.bornOn, person.approximateAge, tx.actor.organisationId, tx.now]);
  return id;
}

export async function findPeople(db: Queryable, ids: readonly Id[]): Promise<Map<Id, KnownPerson>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<KnownPerson[]>('SELECT id, name, relation, born_on AS "bornOn", approximate_age AS "approximateAge" FROM subject WHERE id = ANY($1)', [ids]);
  return new Map(rows.map((person) => [person.id, person]));
}

export const nameOf = (person: KnownPerson | undefined): string => person?.name ?? 'Name not known';

export function ageOf(person: KnownPerson | undefined, now: Instant): string {
  if (person?.bornOn) return `${differenceInYears(parseISO(dateOf(now)), parseISO(person.bornOn))}, born ${format(parseISO(person.bornOn), 'd MMM yyyy')}`;
  if (person?.approximateAge === -1) return 'unborn';
  return person?.approximateAge === null || person === undefined ? 'age not known' : `about ${person.approximateAge}`;
}
