// Whether what is stored is what the log says: every file replayed, no hole in the numbers, the chain whole.
import { expect } from '@jest/globals';
import type { Queryable } from '../../server/database/connect.ts';
import type { LogKeys } from '../../server/events/keys.ts';
import { loggedEvent, type EventRow } from '../../server/events/logged-event.ts';
import { verifyLog } from '../../server/events/verify.ts';
import { loadFiles, replay } from '../../server/incidents/incident.store.ts';
import type { IncidentFile } from '../../shared/domain/incident-file.ts';
import { byId } from './watching.ts';

/** Rows come in an order of their own, events in theirs: the same things, each by its id. */
const inOrder = (file: IncidentFile) => Object.fromEntries(Object.entries(file).map(([part, value]) => [part, Array.isArray(value) ? byId(value) : value]));

/** Answers the head of the log. */
export async function expectLogToTellTheState(db: Queryable, keys: LogKeys): Promise<number> {
  const lines = (await db.query<EventRow[]>('SELECT * FROM event ORDER BY seq')).map(loggedEvent);
  expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, index) => index + 1));
  expect((await verifyLog(db, keys, [])).findings).toEqual([]);

  const ids = await db.query<{ id: string }[]>('SELECT id FROM incident');
  const logged = Map.groupBy(lines.filter(({ incidentId }) => incidentId !== null), ({ incidentId }) => incidentId);
  expect([...logged.keys()].toSorted()).toEqual(ids.map(({ id }) => id).toSorted());
  for (const { file } of await loadFiles(db, ids.map(({ id }) => id))) expect(inOrder(file)).toEqual(inOrder(replay(logged.get(file.incident.id) ?? [])));
  return lines.length;
}
