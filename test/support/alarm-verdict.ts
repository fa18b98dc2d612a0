// Whether the alarms are what the log says: what every replayed file asks for, and what has fired, each once.
import { expect } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { loggedEvent, type EventRow } from '../../server/events/logged-event.ts';
import { incidentEventOf, replay } from '../../server/incidents/incident.store.ts';
import { policyOf } from '../../server/incidents/policy.store.ts';
import { asOfOnePlace } from '../../server/realtime/broadcast.ts';
import { alarmKey, alarmsOf, type DueAlarm } from '../../shared/domain/alarm.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { waitFor } from './wait-for.ts';

/** What is due by this moment has fired, so that nothing moves while it is looked at. */
export const untilAllFired = async (db: DataSource, now: Instant): Promise<void> => {
  await waitFor('all that is due to have fired', async () => (await db.query<unknown[]>('SELECT FROM alarm WHERE fired_at IS NULL AND due_at <= $1 LIMIT 1', [now])).length === 0);
};

interface Row extends DueAlarm { incidentId: string; firedAt: Instant | null; over: boolean }
const named = (alarms: readonly Row[]): string[] => alarms.map((one) => `${one.incidentId} ${alarmKey(one)} ${one.firedAt ?? 'to come'}${one.over ? ', over' : ''}`).toSorted();

/** Read at one place in the log: an alarm that fires meanwhile is not seen half. Answers how many have fired. */
export const expectAlarmsToTellTheState = (db: DataSource): Promise<number> => asOfOnePlace(db, async (reading) => {
  const lines = (await reading.query<EventRow[]>('SELECT * FROM event WHERE incident_id IS NOT NULL ORDER BY seq')).map(loggedEvent);
  const stored = await reading.query<Row[]>('SELECT incident_id AS "incidentId", cause, about_id AS "aboutId", due_at AS "dueAt", fired_at AS "firedAt", ended_at IS NOT NULL AS over FROM alarm');
  const told: Row[] = [];
  let fired = 0;
  for (const [incidentId, ofIncident] of Map.groupBy(lines, (line) => line.incidentId ?? '')) {
    const file = replay(ofIncident);
    const wanted = alarmsOf(file, (await policyOf(reading, file.incident.gradePolicyId)).body);
    const firings = ofIncident.map(incidentEventOf).filter((event) => event.name === 'alarm.fired');
    const firedAt = new Map(firings.map((event) => [alarmKey(event), event.at]));
    expect({ incidentId, twice: firings.length - firedAt.size }).toEqual({ incidentId, twice: 0 });
    fired += firings.length;
    const standing = new Set(wanted.map(alarmKey));
    told.push(...wanted.map((alarm) => ({ ...alarm, incidentId, firedAt: firedAt.get(alarmKey(alarm)) ?? null, over: false })));
    told.push(...firings.filter((event) => !standing.has(alarmKey(event))).map(({ cause, aboutId, dueAt, at }) => ({ cause, aboutId, dueAt, incidentId, firedAt: at, over: true })));
  }
  expect(named(stored)).toEqual(named(told));
  return fired;
});
