// Certificates: entered and ended by an administrator, seen by control alone, and enforced where somebody is sent.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { wallNow } from '../../server/clock/clock.ts';
import { dateOf } from '../../shared/domain/duty-night.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { addCertificate, endCertificate, listCertificates } from '../../shared/protocol/certificates.ts';
import { addTask, dispatchCrew } from '../../shared/protocol/dispatch.ts';
import { readLive } from '../../shared/protocol/duties.ts';
import { readMe } from '../../shared/protocol/session.ts';
import { known, made, onDuty, startNight, type Night, type OnDuty } from '../support/night.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let night: Night;
let worker: OnDuty;
const day = (days: number): string => dateOf(plusMinutes(wallNow(), days * 24 * 60));

beforeAll(async () => {
  server = await startTestServer();
  night = await startNight(server);
  worker = await onDuty(await server.person('responder', { name: 'Nerys Alder', profession: 'social-worker' }), 'responder');
});
afterAll(() => server.stop());

/** The task that waits for an AMHP, as it is sent to. */
async function waiting() {
  const incidentId = await night.graded();
  const taskId = made(await night.coordinator.call(addTask, { incidentId, activity: 'mental-health-assessment', kind: 'phone', legs: ['amhp'], detail: null, dueFrom: null, dueAt: null }), 'taskId');
  return { taskId, expectedVersion: (await night.record(incidentId)).version, dutyIds: [worker.dutyId], insteadOf: [], reason: null };
}
const refusal = async (): Promise<string | undefined> => night.coordinator.refused(dispatchCrew, await waiting());
const enter = async (from: string, until: string | null): Promise<string> => made(await night.administrator.call(addCertificate, { staffId: worker.staffId, skill: 'amhp', from, until }), 'certificateId');
const skillsSeen = async (): Promise<readonly string[]> => known((await night.coordinator.call(readLive, {})).duty.find(({ id }) => id === worker.dutyId)).skills;

test('nobody is sent without one, on one that has run out, or on one that has not begun', async () => {
  expect(await refusal()).toBe('certificate-needed');
  await enter(day(-400), day(-1));
  await enter(day(1), day(400));
  expect(await refusal()).toBe('certificate-needed');
  expect(await skillsSeen()).toEqual([]);
});

test('on its last day it holds, and the person, their crew and control see it; taken away it ends at once and stays in sight', async () => {
  const certificateId = await enter(day(-365), day(0));
  await night.coordinator.call(dispatchCrew, await waiting());
  expect(await skillsSeen()).toEqual(['amhp']);
  expect((await worker.call(readMe, {})).skills).toEqual(['amhp']);
  await night.administrator.call(endCertificate, { certificateId, reason: 'Approval not renewed by the authority' });
  expect(await refusal()).toBe('certificate-needed');
  expect(await night.administrator.refused(endCertificate, { certificateId, reason: 'Again' })).toBe('certificate-over');
  expect(known((await night.coordinator.call(listCertificates, {})).find(({ id }) => id === certificateId))).toMatchObject({ endedBy: 'Idris Featherstone', endedOn: day(0), reason: 'Approval not renewed by the authority' });
});

test('days that cannot be are refused, and so is somebody who is not there', async () => {
  expect(await night.administrator.refused(addCertificate, { staffId: worker.staffId, skill: 'amhp', from: day(1), until: day(0) })).toBe('certificate-days');
  expect(await night.administrator.refused(addCertificate, { staffId: '018f0000-0000-7000-8000-000000000000', skill: 'amhp', from: day(0), until: null })).toBe('not-found');
  expect((await night.administrator.raw('POST', `/api/staff/${worker.staffId}/certificates`, { commandId: '018f0000-0000-7000-8000-000000000001', skill: 'amhp', from: '2026-02-30', until: null })).status).toBe(400);
});

test('no responder, desk, team or auditor hears of anybody’s certificates', async () => {
  for (const person of [night.constable, night.edt, night.northMember, night.auditor, night.analyst]) expect(await person.refused(listCertificates, {})).toBe('not-your-role');
  for (const person of [night.coordinator, night.supervisor, worker]) expect(await person.refused(addCertificate, { staffId: worker.staffId, skill: 'amhp', from: day(0), until: null })).toBe('not-your-role');
});
