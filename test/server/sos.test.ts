// An SOS on a real server: who hears of it and who does not, that it goes on while nobody has it, and that only a named person's word ends it.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loggedEvent, type EventRow } from '../../server/events/logged-event.ts';
import { applySos, sentSos, type Sos, type SosEvent } from '../../shared/domain/sos.ts';
import { bookOff, readLive, reportPositions, setSharing } from '../../shared/protocol/duties.ts';
import { readIncident, restrictIncident } from '../../shared/protocol/incidents.ts';
import type { SosView } from '../../shared/protocol/sos-view.ts';
import { endSos, haveSos, sendSos } from '../../shared/protocol/sos.ts';
import type { Person } from '../support/server.ts';
import { Screen } from '../support/screen.ts';
import { expectLogToTellTheState } from '../support/verdict.ts';
import { waitFor } from '../support/wait-for.ts';
import { movableClock, startNight, type Crew, type Night, type Worker } from '../support/walk.ts';

const clock = movableClock('2026-11-20T22:00:00.000Z');
let night: Night;
let crew: Crew;
let elsewhere: Crew;
beforeAll(async () => {
  night = await startNight({ clock });
  [crew, elsewhere] = [await night.crew(), await night.crew()];
});
afterAll(() => night.server.stop());

const press = (by: Worker, more: Partial<Parameters<typeof by.call<typeof sendSos>>[1]> = {}) => by.call(sendSos, { dutyId: by.dutyId, fix: null, ...more });
const every = async (person: Person): Promise<SosView[]> => (await person.call(readLive, {})).sos;
const SAID = { ending: 'safe', spokenWith: 'Constable Rowan, with them', said: 'Both out of the house and in the car' } as const;

test('it is heard by control, the EDT desk and their own crew, and by nobody else; where they are by control and the crew alone', async () => {
  const listeners = { coordinator: night.coordinator, supervisor: night.supervisor, edt: night.edt, own: crew.constable, mate: crew.socialWorker, elsewhere: elsewhere.constable, dayWorker: night.dayWorker };
  const others = { administrator: await night.server.person('administrator'), auditor: await night.server.person('auditor'), analyst: await night.server.person('analyst') };
  const screens = new Map<string, Screen>();
  for (const [name, person] of Object.entries({ ...listeners, ...others })) screens.set(name, await Screen.open(person));

  const { ids } = await press(crew.constable, { fix: { at: clock.now(), offsetMs: 0, lat: 53.789, lon: -2.248, accuracyM: 12 } });
  await waitFor('the console to hear it', () => screens.get('coordinator')?.view(ids['sosId'] ?? '') !== undefined, 2_000);
  for (const screen of screens.values()) await screen.flushed();

  const heard = [...screens].filter(([, screen]) => screen.view(ids['sosId'] ?? '') !== undefined).map(([name]) => name);
  expect(heard.toSorted()).toEqual(['coordinator', 'edt', 'mate', 'own', 'supervisor']);
  for (const [name, screen] of screens) {
    if (!heard.includes(name)) expect(JSON.stringify(screen.received)).not.toContain(ids['sosId']);
    expect(screen.faults).toEqual([]);
  }
  expect(await every(night.coordinator)).toMatchObject([{ name: crew.constable.name, ref: null, where: { lat: 53.789, lon: -2.248, at: clock.now() }, stage: 'coordinator', hadBy: null }]);
  expect(await every(crew.socialWorker)).toMatchObject([{ where: { lat: 53.789 } }]);
  expect(await every(night.edt)).toMatchObject([{ where: null }]);
  expect(JSON.stringify(screens.get('edt')?.received)).not.toContain('53.789');
  for (const person of [elsewhere.constable, night.dayWorker, ...Object.values(others)]) expect(await every(person)).toEqual([]);

  await night.coordinator.call(endSos, { sosId: ids['sosId'] ?? '', ...SAID });
  for (const screen of screens.values()) await screen.flushed();
  expect(await every(night.coordinator)).toEqual([]);
});

test('pressed again it is the same; the duty and the sharing go on whatever is tried', async () => {
  await crew.constable.call(setSharing, { dutyId: crew.constable.dutyId, sharing: false });
  const [first, again] = [await press(crew.constable), await press(crew.constable)];
  expect(again.ids).toEqual(first.ids);
  expect(await crew.constable.refused(bookOff, { dutyId: crew.constable.dutyId })).toBe('sos-stands');
  expect(await crew.constable.refused(setSharing, { dutyId: crew.constable.dutyId, sharing: false })).toBe('sos-stands');
  expect(await crew.constable.call(reportPositions, { fixes: [{ at: clock.now(), offsetMs: 0, lat: 53.8, lon: -2.2, accuracyM: null }] })).toEqual({ taken: 1 });
  await night.edt.call(endSos, { sosId: first.ids['sosId'] ?? '', ...SAID, ending: 'pressed-by-mistake' });
});

test('two devices at once make one', async () => {
  const answers = await Promise.all([press(elsewhere.constable), press(elsewhere.constable), press(elsewhere.constable)]);
  expect(new Set(answers.map(({ ids }) => ids['sosId'])).size).toBe(1);
  await night.coordinator.call(endSos, { sosId: answers[0].ids['sosId'] ?? '', ...SAID });
});

test('while nobody has it, it goes on to the supervisor and to the people on call; who has it stops that, and leaves it to others with their duty', async () => {
  const other = await night.onDuty('coordinator');
  const { ids } = await press(crew.constable);
  const sosId = ids['sosId'] ?? '';
  const stage = async () => (await every(night.coordinator))[0]?.stage;
  clock.move(1);
  await waitFor('it to reach the supervisor', async () => await stage() === 'supervisor', 3_000);

  await other.call(haveSos, { sosId });
  expect(await night.coordinator.refused(haveSos, { sosId })).toBe('sos-with-another');
  clock.move(30);
  expect(await stage()).toBe('supervisor');

  await other.call(bookOff, { dutyId: other.dutyId });
  expect(await every(night.coordinator)).toMatchObject([{ hadBy: null, stage: 'supervisor' }]);
  clock.move(2);
  await waitFor('it to reach the people on call', async () => await stage() === 'on-call', 3_000);
  await night.supervisor.call(endSos, { sosId, ...SAID });
});

test('nobody ends their own, nor without a name and what was said, nor off duty, nor whom it is not theirs to see', async () => {
  const { ids } = await press(crew.constable);
  const sosId = ids['sosId'] ?? '';
  const offDuty = await night.server.person('coordinator');
  expect(await offDuty.refused(endSos, { sosId, ...SAID })).toBe('not-on-duty');
  expect(await crew.constable.refused(endSos, { sosId, ...SAID })).toBe('not-your-role');
  expect(await night.coordinator.refused(endSos, { sosId, ...SAID, spokenWith: ' ' })).toBe('not-understood');
  expect(await night.coordinator.refused(endSos, { sosId, ...SAID, said: '' })).toBe('not-understood');
  await night.coordinator.call(endSos, { sosId, ...SAID });
  expect(await night.coordinator.refused(endSos, { sosId, ...SAID })).toBe('sos-over');
  expect(await night.coordinator.refused(haveSos, { sosId })).toBe('sos-over');
});

test('on a visit the incident’s own log says so, with who was spoken to; a restricted one is named to those alone who may see it', async () => {
  const incidentId = await night.raise();
  await night.grade(incidentId, 2);
  const taskId = await night.task(incidentId);
  await night.send(taskId, crew.both);
  await night.supervisor.call(restrictIncident, { incidentId, staffIds: [night.supervisor.staffId], reason: 'A colleague lives there' });

  // Pressed four minutes ago, without signal.
  const at = clock.now();
  clock.move(4);
  const { ids } = await press(crew.socialWorker, { device: { at, offsetMs: 0 } });
  expect(await every(night.supervisor)).toMatchObject([{ incidentId, pressedAt: at, heardAt: clock.now() }]);
  const other = await night.onDuty('coordinator');
  expect(await every(other)).toMatchObject([{ incidentId: null, ref: null }]);
  await other.call(endSos, { sosId: ids['sosId'] ?? '', ...SAID });
  const { timeline } = await night.supervisor.call(readIncident, { incidentId });
  expect(timeline.slice(-2).map(({ sentence, note }) => [sentence, note])).toEqual([
    [`SOS from ${crew.socialWorker.name}`, null],
    [`The SOS of ${crew.socialWorker.name} is over: they are safe`, `${SAID.spokenWith} · ${SAID.said}`],
  ]);
  expect(night.server.logged()).not.toContain(SAID.said);
});

test('the log gives back every one as it is stored', async () => {
  await expectLogToTellTheState(night.server.db, night.server.keys);
  const lines = (await night.server.db.query<EventRow[]>("SELECT * FROM event WHERE entity_type = 'sos' ORDER BY seq")).map(loggedEvent);
  const replayed = new Map<string, Sos>();
  for (const line of lines) {
    const event = { name: line.name, at: line.occurredAt, byId: line.actor, ...Object.fromEntries(Object.entries(line.payload).filter(([key]) => key !== 'digests')) } as SosEvent;
    const before = replayed.get(line.entityId);
    replayed.set(line.entityId, event.name === 'sos.sent' ? sentSos(line.entityId, event) : applySos(before ?? sentSos(line.entityId, event as never), event));
  }
  const stored = await night.server.db.query<Sos[]>(
    `SELECT id, staff_id AS "staffId", duty_id AS "dutyId", team_id AS "teamId", incident_id AS "incidentId", pressed_at AS "pressedAt", stage, came_at AS "cameAt", because, had_by_id AS "hadById", had_at AS "hadAt",
      ending, spoken_with_id AS "spokenWithId", said_id AS "saidId", ended_at AS "endedAt", ended_by_id AS "endedById" FROM sos ORDER BY id`);
  expect([...replayed.values()].toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(stored);
  expect(stored.length).toBeGreaterThanOrEqual(6);
});
