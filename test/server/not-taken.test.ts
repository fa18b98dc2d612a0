// Not taken: kept by name at the door, never lost, counted, and a Grade 2 only with a second person.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { wallNow } from '../../server/clock/clock.ts';
import { newId } from '../../server/database/transaction.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { NO_ANSWERS } from '../../shared/domain/policy.ts';
import { readDebrief } from '../../shared/protocol/debrief.ts';
import * as incidents from '../../shared/protocol/incidents.ts';
import { notTakeIncident } from '../../shared/protocol/taking.ts';
import { known, startNight, type Night } from '../support/night.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { expectLogToTellTheState } from '../support/verdict.ts';

let server: TestServer;
let night: Night;
beforeAll(async () => {
  server = await startTestServer();
  night = await startNight(server);
}, 30_000);
afterAll(() => server.stop());

const kept = async (incidentId: string) => ({
  incidentId, expectedVersion: (await night.record(incidentId)).version, keptBy: 'Desk sergeant Larch', organisation: 'Police contact desk', toldAt: wallNow(), callerTold: 'The desk will ring her back', reason: 'Outside the districts', reasons: ['outside-area'],
});

test('it ends at once, is found among the closed of its night, says who keeps it, and is counted', async () => {
  const incidentId = await night.raised();
  await night.coordinator.call(notTakeIncident, await kept(incidentId));
  const view = await night.record(incidentId);
  expect(view).toMatchObject({ state: 'closed', ending: 'not-taken', notTaken: { keptBy: 'Desk sergeant Larch', organisation: 'Police contact desk', callerTold: 'The desk will ring her back' } });
  expect((await night.coordinator.call(incidents.listClosed, { night: view.night })).map(({ id }) => id)).toContain(incidentId);
  const { timeline } = await night.coordinator.call(incidents.readIncident, { incidentId });
  expect(timeline.find(({ name }) => name === 'incident.notTaken')?.note).toContain('Desk sergeant Larch');
  const debrief = await night.coordinator.call(readDebrief, { from: plusMinutes(wallNow(), -60), until: plusMinutes(wallNow(), 0) });
  expect(debrief.endings).toContainEqual({ ending: 'not-taken', attended: 0, unattended: 1 });
  expect(debrief.notTaken).toEqual([{ code: 'outside-area', calls: 1 }]);

  await night.coordinator.call(incidents.reopenIncident, { incidentId, reason: 'The desk gave it back' });
  expect(await night.record(incidentId)).toMatchObject({ state: 'open', notTaken: null });
});

test('a Grade 2 stays ours until a second person agrees, who is another than the first', async () => {
  const incidentId = await night.raised(night.coordinator, { answers: { ...NO_ANSWERS, hurt: true } });
  await night.coordinator.call(notTakeIncident, await kept(incidentId));
  const waiting = await night.record(incidentId);
  expect(waiting).toMatchObject({ state: 'open', grade: 2, notTaken: { keptBy: 'Desk sergeant Larch' }, requests: [{ state: 'waiting', kind: 'end', ending: 'not-taken' }] });
  await night.supervisor.call(incidents.agreeSecond, { incidentId, requestId: known(waiting.requests[0]).id });
  expect(await night.record(incidentId)).toMatchObject({ state: 'closed', ending: 'not-taken' });
});

test('to whom it is not theirs to see it is not there; a stale or impossible one is refused and changes nothing', async () => {
  const incidentId = await night.raised();
  const input = await kept(incidentId);
  const hidden = await night.restricted(await night.raised(night.supervisor), night.supervisor);
  for (const id of [hidden, newId()]) expect(await night.coordinator.refused(notTakeIncident, { ...input, incidentId: id })).toBe('not-found');
  expect(await night.coordinator.refused(notTakeIncident, { ...input, expectedVersion: input.expectedVersion + 1 })).toBe('stale');
  expect(await night.coordinator.refused(notTakeIncident, { ...input, toldAt: plusMinutes(wallNow(), 30) })).toBe('kept-when');
  expect((await night.record(incidentId)).state).toBe('open');
  await expectLogToTellTheState(server.db, server.keys);
});
