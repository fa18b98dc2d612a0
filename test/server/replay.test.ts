// After a long storm of commands, refused ones among them, the log alone gives back every row, and every screen shows what is stored.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { IncidentEvent } from '../../shared/domain/incident-event.ts';
import { readIncident } from '../../shared/protocol/incidents.ts';
import { addressOf } from '../support/address.ts';
import { expectAlarmsToTellTheState, untilAllFired } from '../support/alarm-verdict.ts';
import type { Person } from '../support/server.ts';
import { nextDeed, seeded, type Cast } from '../support/storm.ts';
import { expectLogToTellTheState } from '../support/verdict.ts';
import { startNight, type Night } from '../support/walk.ts';
import { asksForWork, byId, readSnapshot, watch, type Watching } from '../support/watching.ts';

const DEEDS = 1_500;
const AT_ONCE = 6;
/** What a long night is bound to have had, or the storm was none. */
const HAPPENED: readonly IncidentEvent['name'][] = [
  'incident.graded', 'incident.ended', 'incident.reopened', 'incident.ownerChanged', 'incident.restricted', 'downgrade.requested', 'task.added', 'task.finished', 'assignment.dispatched', 'assignment.advanced',
  'assignment.corrected', 'incident.reportedLate', 'followUp.opened', 'handover.sent', 'handover.takenOver',
];


let night: Night;
let cast: Cast<Person>;
const screens = new Map<Person, Watching>();
const answers = new Map<number, number>();
const faults: unknown[] = [];

beforeAll(async () => {
  night = await startNight();
  const crews = [await night.crew(), await night.crew(), await night.crew()];
  cast = {
    coordinators: [night.coordinator, await night.onDuty('coordinator')], supervisors: [night.supervisor, await night.onDuty('supervisor')], edt: [night.edt], responders: crews.flatMap(({ both }) => both),
    receivers: [night.dayWorker], receivingTeamIds: [night.dayTeamId, night.deskId], teamIds: crews.map(({ teamId }) => teamId),
  };
  for (const person of [night.coordinator, night.supervisor, night.edt, night.dayWorker, crews[0]?.constable ?? night.edt]) screens.set(person, watch(() => night.server.url, person.cookie));

  const random = seeded(20_261_120);
  let left = DEEDS;
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    while (left > 0) {
      left -= 1;
      const { by, route, input } = await nextDeed(night.server.db, cast, random);
      const { status, body } = await by.raw(route.method, ...addressOf(route, input));
      answers.set(status, (answers.get(status) ?? 0) + 1);
      if (status >= 500 || status === 400) faults.push({ route: route.path, input, body });
    }
  }));
  await untilAllFired(night.server.db, night.now());
}, 240_000);
afterAll(async () => {
  for (const screen of screens.values()) screen.close();
  await night.server.stop();
});

describe('after a storm', () => {
  test('every answer was a yes or an expected no, and there were many of both', () => {
    expect(faults).toEqual([]);
    expect(answers.get(200)).toBeGreaterThan(DEEDS / 4);
    expect(answers.get(409)).toBeGreaterThan(DEEDS / 10);
  });

  test('it was a storm: much of what can happen did', async () => {
    const names = new Set((await night.server.db.query<{ name: string }[]>('SELECT DISTINCT name FROM event')).map(({ name }) => name));
    // Who comes first differs from night to night: a rare one or two may not come about.
    expect(HAPPENED.filter((name) => !names.has(name)).length).toBeLessThanOrEqual(3);
  });

  test('the log, replayed, gives every row as it is stored; its numbers have no hole and its chain holds', async () => {
    await expectLogToTellTheState(night.server.db, night.server.keys);
  });

  test('its alarms are what the replayed files ask for, and those that fired', async () => {
    expect(await expectAlarmsToTellTheState(night.server.db)).toBeGreaterThan(0);
  });

  test('every screen that listened shows what its snapshot says', async () => {
    const [head] = await night.server.db.query<{ seq: number }[]>('SELECT max(seq) AS seq FROM event');
    for (const [person, screen] of screens) {
      await screen.reached(head?.seq ?? 0);
      const { incident, duty, team, handover, overnightNote, night: nights, silentSource, sos } = await readSnapshot(night.server.url, person.cookie);
      const { incident: shown = [], ...rest } = screen.shows();
      // A closed incident stays on the screens that had it, marked closed; a snapshot leaves it out, unless news waits on it.
      expect({ who: person.name, incident: shown.filter(asksForWork), ...rest })
        .toEqual({ who: person.name, incident: byId(incident), duty: byId(duty), team: byId(team), handover: byId(handover), overnightNote: byId(overnightNote), night: byId(nights), silentSource: byId(silentSource), sos: byId(sos) });
    }
  });

  test('the snapshot shows control every open incident that is not concealed, each as its record has it', async () => {
    const open = await night.server.db.query<{ id: string }[]>("SELECT id FROM incident WHERE (state = 'open' OR id IN (SELECT incident_id FROM closed_news WHERE decision IS NULL)) AND (NOT restricted OR $1::uuid = ANY(named_staff_ids)) ORDER BY id", [night.supervisor.staffId]);
    const { incident } = await readSnapshot(night.server.url, night.supervisor.cookie);
    expect(byId(incident).map(({ id }) => id)).toEqual(open.map(({ id }) => id));
    for (const view of incident) expect((await night.supervisor.call(readIncident, { incidentId: view.id })).incident).toEqual(view);
  });
});
