// "3rd concern in 7 days" on the queue's row: the same over HTTP and on every open screen as things change, told at the desks alone, and never of what not everybody there may see.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { wallNow } from '../../server/clock/clock.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { correctIncident, endIncident, restrictIncident } from '../../shared/protocol/incidents.ts';
import { aCall, startNight, type Night } from '../support/night.ts';
import { Screen } from '../support/screen.ts';
import { startTestServer, type Person, type TestServer } from '../support/server.ts';
import { waitFor } from '../support/wait-for.ts';

let server: TestServer;
let night: Night;
let other: Person;
beforeAll(async () => {
  server = await startTestServer();
  night = await startNight(server);
  other = await server.person('coordinator', { name: 'Linnet Blackthorn' });
});
afterAll(() => server.stop());

const DOOR = { label: '14 Quayside Street, Fleetwood', lat: 53.921, lon: -3.014, secret: false };
const raised = async (label: string, minutesAgo: number): Promise<string> =>
  night.graded(await night.raised(night.coordinator, aCall({ location: { ...DOOR, label }, reportedAt: plusMinutes(wallNow(), -minutesAgo), people: [] })));
const correction = async (incidentId: string, label: string) => ({ incidentId, expectedVersion: (await night.record(incidentId)).version, location: { ...DOOR, lat: null, lon: null, label }, reason: 'Misheard' });

test('counts what was reported of the door before it, and follows what becomes of that, on every desk’s screen', async () => {
  const screens = await Promise.all([night.supervisor, other, night.edt].map((person) => Screen.open(person)));
  const [first, second] = [await raised('14 quayside st', 50), await raised('14 Quayside Street', 40)];
  const third = await raised(DOOR.label, 30);
  const shown = async (concern: number): Promise<void> => {
    for (const screen of screens) {
      await waitFor(`concern ${concern} on a screen`, () => JSON.stringify(screen.view(third))?.includes(`"concern":${concern},`) === true);
      await waitFor('what the screen holds to be what is so now', async () => (await screen.differences()).length === 0);
    }
    expect((await night.record(third)).concern).toBe(concern);
  };
  await shown(3);
  expect((await night.record(first)).concern).toBe(1);

  // A restricted one is no longer counted for anybody: a count would tell of it.
  await night.supervisor.call(restrictIncident, { incidentId: first, staffIds: [night.supervisor.staffId], reason: 'A colleague lives there' });
  await shown(2);
  await night.supervisor.call(restrictIncident, { incidentId: first, staffIds: [], reason: 'Moved away' });
  await shown(3);
  await night.coordinator.call(correctIncident, await correction(second, '16 Quayside Street'));
  await shown(2);
  await night.coordinator.call(correctIncident, await correction(second, '14 Quayside Street'));
  await shown(3);
  await night.coordinator.call(endIncident, { incidentId: second, expectedVersion: (await night.record(second)).version, ending: 'duplicate', reason: 'The same', callerTold: null, duplicateOfId: first });
  await shown(2);
});

test('what nobody has graded yet does not count; a call entered late counts for those after it', async () => {
  const place = '3 Rowan Mews';
  const [first, last] = [await night.raised(night.coordinator, aCall({ location: { ...DOOR, label: place }, people: [], reportedAt: plusMinutes(wallNow(), -20) })), await raised(place, 5)];
  expect((await night.record(last)).concern).toBe(1);
  await night.graded(first);
  expect((await night.record(last)).concern).toBe(2);
  await raised(place, 60);
  expect((await night.record(last)).concern).toBe(3);
  await raised(place, 8 * 24 * 60);
  expect((await night.record(last)).concern).toBe(3);
});

test('a crew is sent no count: it may not see what is counted', async () => {
  const place = '9 Hazel Fold';
  await raised(place, 40);
  const { incidentId } = await night.sent(await night.tasked(await raised(place, 20)));
  expect((await night.record(incidentId)).concern).toBe(2);
  expect((await night.record(incidentId, night.constable)).concern).toBe(1);
});
