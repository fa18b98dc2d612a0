// Whether the alarms are what the log says: what every replayed file asks for, and what has fired, each once.
import { expect } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { loggedEvent, type EventRow, type LoggedEvent } from '../../server/events/logged-event.ts';
import { incidentEventOf, replay } from '../../server/incidents/incident.store.ts';
import { policyOf } from '../../server/incidents/policy.store.ts';
import { asOfOnePlace } from '../../server/realtime/broadcast.ts';
import { alarmKey, alarmsOf, type DueAlarm } from '../../shared/domain/alarm.ts';
import { apply } from '../../shared/domain/apply-incident.ts';
import type { IncidentFile } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import { applyAlarm, newlyStanding, type StandingAlarm } from '../../shared/domain/standing-alarm.ts';
import { waitFor } from './wait-for.ts';

/** What is due by this moment has fired, so that nothing moves while it is looked at. */
export const untilAllFired = async (db: DataSource, now: Instant): Promise<void> => {
  await waitFor('all that is due to have fired', async () => (await db.query<unknown[]>('SELECT FROM alarm WHERE (fired_at IS NULL AND due_at <= $1) OR climb_at <= $1 LIMIT 1', [now])).length === 0);
};

type Held = Pick<StandingAlarm, 'stage' | 'cameAt' | 'because' | 'acknowledgedById' | 'acknowledgedAt' | 'putOffUntil' | 'putOffById'>;
interface Row extends DueAlarm { incidentId: string; firedAt: Instant | null; over: boolean; held: Held }
const heldText = ({ stage, cameAt, because, acknowledgedById, acknowledgedAt, putOffUntil, putOffById }: Held): string => [stage, cameAt, because, acknowledgedById, acknowledgedAt, putOffUntil, putOffById].join(' ');
const named = (alarms: readonly Row[]): string[] => alarms.map((one) => `${one.incidentId} ${alarmKey(one)} ${one.firedAt ?? 'to come'}${one.over ? ', over' : ''}, ${heldText(one.held)}`).toSorted();

/** Who has each alarm, by its key, as the log tells it: with the end of its cause nobody has it any more. */
function heldOf(lines: readonly LoggedEvent[], policy: Pick<Policy, 'warnMinutes' | 'clocks' | 'planning' | 'sending'>): Map<string, Held> {
  const [held, keys] = [new Map<string, Held>(), new Map<string, string>()];
  let file: IncidentFile | null = null;
  // A command's events are one change: what stands is asked after the last of them.
  for (const [index, line] of lines.entries()) {
    const event = incidentEventOf(line);
    file = apply(file, event);
    if (event.name === 'alarm.fired') {
      keys.set(event.alarmId, alarmKey(event));
      held.set(alarmKey(event), newlyStanding);
    } else if (event.name === 'alarm.acknowledged' || event.name === 'alarm.putOff' || event.name === 'alarm.climbed' || event.name === 'alarm.released' || event.name === 'alarm.spoken') {
      const key = keys.get(event.alarmId) ?? '';
      held.set(key, applyAlarm(held.get(key) ?? newlyStanding, event));
    } else if (line.commandId === null || lines[index + 1]?.commandId !== line.commandId) {
      const wanted = new Set(alarmsOf(file, policy).map(alarmKey));
      for (const key of held.keys()) if (!wanted.has(key)) held.set(key, newlyStanding);
    }
  }
  return held;
}

/** Read at one place in the log: an alarm that fires meanwhile is not seen half. Answers how many have fired. */
export const expectAlarmsToTellTheState = (db: DataSource): Promise<number> => asOfOnePlace(db, async (reading) => {
  const lines = (await reading.query<EventRow[]>('SELECT * FROM event WHERE incident_id IS NOT NULL ORDER BY seq')).map(loggedEvent);
  const stored = (await reading.query<(Row & Pick<Held, 'cameAt' | 'acknowledgedAt' | 'putOffUntil'>)[]>(`SELECT incident_id AS "incidentId", cause, about_id AS "aboutId", due_at AS "dueAt", fired_at AS "firedAt", ended_at IS NOT NULL AS over,
    jsonb_build_object('stage', stage, 'because', because, 'acknowledgedById', acknowledged_by_id, 'putOffById', put_off_by_id) AS held, came_at AS "cameAt", acknowledged_at AS "acknowledgedAt", put_off_until AS "putOffUntil" FROM alarm`))
    .map(({ cameAt, acknowledgedAt, putOffUntil, ...row }) => ({ ...row, held: { ...row.held, cameAt, acknowledgedAt, putOffUntil } }));
  const told: Row[] = [];
  let fired = 0;
  for (const [incidentId, ofIncident] of Map.groupBy(lines, (line) => line.incidentId ?? '')) {
    const file = replay(ofIncident);
    const policy = (await policyOf(reading, file.incident.gradePolicyId)).body;
    const wanted = alarmsOf(file, policy);
    const held = heldOf(ofIncident, policy);
    const holder = (alarm: DueAlarm): Held => held.get(alarmKey(alarm)) ?? newlyStanding;
    const firings = ofIncident.map(incidentEventOf).filter((event) => event.name === 'alarm.fired');
    const firedAt = new Map(firings.map((event) => [alarmKey(event), event.at]));
    expect({ incidentId, twice: firings.length - firedAt.size }).toEqual({ incidentId, twice: 0 });
    fired += firings.length;
    const standing = new Set(wanted.map(alarmKey));
    told.push(...wanted.map((alarm) => ({ ...alarm, incidentId, firedAt: firedAt.get(alarmKey(alarm)) ?? null, over: false, held: holder(alarm) })));
    told.push(...firings.filter((event) => !standing.has(alarmKey(event))).map((event) => ({ cause: event.cause, aboutId: event.aboutId, dueAt: event.dueAt, incidentId, firedAt: event.at, over: true, held: holder(event) })));
  }
  expect(named(stored)).toEqual(named(told));
  return fired;
});
