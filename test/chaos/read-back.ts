// What the database holds when all is over.
import type { Queryable } from '../../server/database/connect.ts';
import type { LogKeys } from '../../server/events/keys.ts';
import { loggedEvent, type EventRow } from '../../server/events/logged-event.ts';
import { verifyLog } from '../../server/events/verify.ts';
import { loadFiles } from '../../server/incidents/incident.store.ts';
import type { AlarmKept, History } from './history.ts';

export async function readBack(db: Queryable, keys: LogKeys): Promise<Pick<History, 'log' | 'stored' | 'kept' | 'alarms' | 'verification'>> {
  const ids = await db.query<{ id: string }[]>('SELECT id FROM incident ORDER BY id');
  return {
    log: (await db.query<EventRow[]>('SELECT * FROM event ORDER BY seq')).map(loggedEvent),
    stored: await loadFiles(db, ids.map(({ id }) => id)),
    kept: await db.query('SELECT id AS "commandId", status FROM command'),
    alarms: await db.query<AlarmKept[]>('SELECT id, incident_id AS "incidentId", cause, due_at AS "dueAt", fired_at AS "firedAt", ended_at AS "endedAt", climb_at AS "climbAt" FROM alarm'),
    verification: (await verifyLog(db, keys, [])).findings,
  };
}
