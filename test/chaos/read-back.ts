// What the database holds when all is over: as of one moment, for alarms fall due while it is read.
import type { DataSource } from 'typeorm';
import type { LogKeys } from '../../server/events/keys.ts';
import { loggedEvent, type EventRow } from '../../server/events/logged-event.ts';
import { verifyLog } from '../../server/events/verify.ts';
import { loadFiles } from '../../server/incidents/incident.store.ts';
import { asOfOnePlace } from '../../server/realtime/broadcast.ts';
import type { AlarmKept, History } from './history.ts';

export const readBack = (database: DataSource, keys: LogKeys): Promise<Pick<History, 'log' | 'stored' | 'kept' | 'alarms' | 'verification'>> => asOfOnePlace(database, async (db) => {
  const ids = await db.query<{ id: string }[]>('SELECT id FROM incident ORDER BY id');
  return {
    log: (await db.query<EventRow[]>('SELECT * FROM event ORDER BY seq')).map(loggedEvent),
    stored: await loadFiles(db, ids.map(({ id }) => id)),
    kept: await db.query('SELECT id AS "commandId", status FROM command'),
    alarms: await db.query<AlarmKept[]>('SELECT id, incident_id AS "incidentId", cause, due_at AS "dueAt", fired_at AS "firedAt", ended_at AS "endedAt", climb_at AS "climbAt" FROM alarm'),
    verification: (await verifyLog(db, keys, [])).findings,
  };
});
