// What the rule of asking looks at, read for one incident: the sources in use, whose name is known, whether the address must stay secret.
import type { Askable } from '../../shared/domain/check.ts';
import type { IncidentFile } from '../../shared/domain/incident-file.ts';
import type { Queryable } from '../database/connect.ts';
import { findPeople } from '../subjects/person.store.ts';
import { sourcesInUse, type StoredSource } from './source.store.ts';

export async function askableOf(db: Queryable, file: IncidentFile, sources?: readonly StoredSource[]): Promise<Askable> {
  const people = await findPeople(db, file.people.map(({ personId }) => personId));
  const [location] = file.incident.locationId === null ? [] : await db.query<{ secret: boolean }[]>('SELECT secret FROM location WHERE id = $1', [file.incident.locationId]);
  return {
    sources: sources ?? await sourcesInUse(db), namedIds: new Set([...people.values()].filter(({ name }) => name !== null).map(({ id }) => id)), secretAddress: location?.secret ?? true,
  };
}
