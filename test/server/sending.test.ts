// How people are sent, by a real server: one leg ahead by saying so, where they meet, and who hears of it.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { wallNow } from '../../server/clock/clock.ts';
import { dispatchCrew, standDown } from '../../shared/protocol/dispatch.ts';
import { readIncident } from '../../shared/protocol/incidents.ts';
import { readLive } from '../../shared/protocol/duties.ts';
import { suggestForTask } from '../../shared/protocol/suggestions.ts';
import { startNight, type Night, type Tasked } from '../support/night.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let night: Night;
beforeAll(async () => {
  server = await startTestServer();
  night = await startNight(server);
});
afterAll(() => server.stop());

interface Said { soloBecause?: string; meeting?: { where: string; meetAt: string | null } }
const asked = async ({ incidentId, taskId }: Tasked, dutyIds: string[], said: Said = {}) =>
  ({ taskId, expectedVersion: (await night.record(incidentId)).version, dutyIds, insteadOf: [], reason: null, ...said });
async function freed({ incidentId }: Tasked) {
  const { assignments } = await night.record(incidentId);
  await night.coordinator.call(standDown, { incidentId, assignmentIds: assignments.filter(({ endedAt }) => endedAt === null).map(({ id }) => id), reason: 'Once more' });
}

test('one leg of two is sent only with a reason; the other is owed by name until it is filled, and nothing is kept of what was refused', async () => {
  const task = await night.tasked();
  expect((await night.coordinator.call(suggestForTask, { taskId: task.taskId, insteadOf: [] })).mayGoAhead).toBe(true);
  expect(await night.coordinator.refused(dispatchCrew, await asked(task, [night.constable.dutyId], { meeting: { where: 'Church gate', meetAt: null } }))).toBe('solo-first-why');
  expect(await night.record(task.incidentId)).toMatchObject({ solos: [], meetings: [], assignments: [] });

  const meetAt = plusMinutes(wallNow(), 20);
  await night.coordinator.call(dispatchCrew, await asked(task, [night.constable.dutyId], { soloBecause: 'Child alone at the door', meeting: { where: '53.75900, -2.69900', meetAt } }));
  const { solos: [solo], meetings: [meeting] } = await night.record(task.incidentId);
  expect(solo).toMatchObject({ taskId: task.taskId, reason: 'Child alone at the door', by: { name: night.coordinator.name }, endedAt: null });
  expect(meeting).toMatchObject({ where: '53.75900, -2.69900', lat: 53.759, lon: -2.699, meetAt });

  // Whoever goes reads where they meet; whoever is on other work hears of neither.
  expect((await night.record(task.incidentId, night.constable)).meetings).toHaveLength(1);
  expect(await night.socialWorker.refused(readIncident, { incidentId: task.incidentId })).toBe('not-found');
  const { timeline } = await night.coordinator.call(readIncident, { incidentId: task.incidentId });
  expect(timeline.map(({ sentence, note }) => [sentence, note])).toEqual(expect.arrayContaining([['One leg goes ahead alone. Owed: social work leg', 'Child alone at the door']]));

  await night.coordinator.call(dispatchCrew, await asked(task, [night.socialWorker.dutyId]));
  expect((await night.record(task.incidentId)).solos[0]?.endedAt).not.toBeNull();
  expect((await night.record(task.incidentId, night.socialWorker)).meetings).toHaveLength(1);
  await freed(task);
});

test('a time to meet that has passed, or a place of no words, is refused, and nobody is sent', async () => {
  const task = await night.tasked();
  const both = [night.constable.dutyId, night.socialWorker.dutyId];
  expect(await night.coordinator.refused(dispatchCrew, await asked(task, both, { meeting: { where: 'Church gate', meetAt: plusMinutes(wallNow(), -5) } }))).toBe('meeting-when');
  expect(await night.coordinator.refused(dispatchCrew, await asked(task, both, { meeting: { where: '   ', meetAt: null } }))).toBe('not-understood');
  const { duty } = await night.coordinator.call(readLive, {});
  expect(duty.filter(({ availability }) => availability !== 'free')).toEqual([]);
});
