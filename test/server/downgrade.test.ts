// The downgrade rule through every door: nobody alone loosens or ends an unattended Grade 1 or 2, whichever way they come.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { COOKIE, openSession } from '../../server/identity/session.store.ts';
import { NO_ANSWERS } from '../../shared/domain/policy.ts';
import { cancelTask, decideFollowUp, recordNoAccess, standDown } from '../../shared/protocol/dispatch.ts';
import { rejectHandover, sendHandover, takeOverByPhone, takeOverHandover, withdrawHandover } from '../../shared/protocol/handovers.ts';
import { agreeSecond, askSecond, assessIncident, correctIncident, endIncident, gradeIncident, refuseSecond } from '../../shared/protocol/incidents.ts';
import type { Person } from '../support/server.ts';
import { movableClock, startNight, type Input, type Night, type Worker } from '../support/walk.ts';

const clock = movableClock('2026-11-20T22:00:00.000Z');
let night: Night;
let second: Worker;

beforeAll(async () => {
  night = await startNight({ clock });
  second = await night.onDuty('supervisor');
});
afterAll(() => night.server.stop());

type Action = Input<typeof askSecond>['action'];
const toGrade = (to: 3 | 4): Action => ({ kind: 'grade', to });
const settle: Action = { kind: 'end', ending: 'settled', duplicateOfId: null };
const toDayTeam = (): Action => ({ kind: 'hand-over', receivingTeamId: night.dayTeamId });

const ask = async (incidentId: string, action: Action, by: Person = night.coordinator): Promise<string> =>
  (await by.call(askSecond, { incidentId, action, rationale: 'The mother rang back: they are at her sister’s' })).ids.requestId ?? '';
const stands = async (incidentId: string): Promise<void> =>
  expect((await night.file(incidentId)).incident).toMatchObject({ state: 'open', grade: 2, strictest: 2, dueAt: '2026-11-20T22:55:00.000Z', downgradeRequestId: null });

describe('nobody alone', () => {
  test.each([3, 4] as const)('grades an unattended Grade 2 as %i, with whatever rationale', async (to) => {
    const incidentId = await night.raise();
    for (const by of [night.coordinator, night.supervisor]) {
      expect(await by.refused(gradeIncident, { incidentId, expectedVersion: 1, to, rationale: 'Calmer now' })).toBe('downgrade-needs-second-person');
    }
    await stands(incidentId);
  });

  test('takes the proposal back with milder answers, or by correcting the flags', async () => {
    const incidentId = await night.raise();
    await night.coordinator.call(assessIncident, { incidentId, flags: [], missingRisk: null, answers: { ...NO_ANSWERS, hurt: false, adviceEnough: true } });
    await night.coordinator.call(correctIncident, { incidentId, expectedVersion: await night.version(incidentId), flags: [], missingRisk: null, reason: 'Typed wrongly' });
    await stands(incidentId);
    expect(await night.coordinator.refused(gradeIncident, { incidentId, expectedVersion: await night.version(incidentId), to: 4, rationale: null })).toBe('downgrade-needs-second-person');
  });

  test('settles it, cancels it, passes it on or links it as a duplicate', async () => {
    const [incidentId, other] = [await night.raise(), await night.raise()];
    for (const ending of ['settled', 'cancelled', 'passed-on', 'duplicate'] as const) {
      const duplicateOfId = ending === 'duplicate' ? other : null;
      for (const by of [night.coordinator, night.supervisor]) {
        expect(await by.refused(endIncident, { incidentId, expectedVersion: 1, ending, reason: 'No need', callerTold: 'That nobody comes', duplicateOfId })).toBe('downgrade-needs-second-person');
      }
    }
    await stands(incidentId);
  });

  test('hands it to a day team; the EDT desk goes on working it', async () => {
    const incidentId = await night.raise();
    expect(await night.coordinator.refused(sendHandover, await night.handing(incidentId, night.dayTeamId))).toBe('downgrade-needs-second-person');
    await night.handOver(incidentId, night.deskId);
    await stands(incidentId);
  });

  test('gets it to a day team by way of the EDT desk, which names the day team as the right one', async () => {
    const incidentId = await night.raise();
    await night.edt.call(rejectHandover, { handoverId: await night.handOver(incidentId, night.deskId), reason: 'For the morning', rightTeamId: night.dayTeamId });
    const handoverId = (await night.file(incidentId)).handovers.find(({ state }) => state === 'sent')?.id ?? '';
    expect(await night.dayWorker.refused(takeOverHandover, { handoverId })).toBe('downgrade-needs-second-person');
    expect(await night.coordinator.refused(takeOverByPhone, { handoverId, name: 'Joan Pickup', role: 'Manager', readBack: 'All of it' })).toBe('downgrade-needs-second-person');
    await stands(incidentId);
  });

  test('gets it to a day team by sending it while it was mild', async () => {
    const incidentId = await night.raiseMild();
    const handoverId = await night.handOver(incidentId);
    await night.grade(incidentId, 2);
    expect(await night.dayWorker.refused(takeOverHandover, { handoverId })).toBe('downgrade-needs-second-person');
    await stands(incidentId);
  });

  test('lets its clock stop by cancelling its tasks or standing its crew down: it stays open and due', async () => {
    const [incidentId, crew] = [await night.raise(), await night.crew()];
    const taskId = await night.task(incidentId);
    const assignmentIds = await night.send(taskId, crew.both);
    await night.coordinator.call(standDown, { incidentId, assignmentIds, reason: 'Elsewhere first' });
    await night.coordinator.call(cancelTask, { taskId, reason: 'Not needed' });
    await stands(incidentId);
    expect(await night.coordinator.refused(endIncident, { incidentId, expectedVersion: await night.version(incidentId), ending: 'cancelled', reason: 'No task left', callerTold: null, duplicateOfId: null })).toBe('downgrade-needs-second-person');
  });
});

describe('a second person', () => {
  test('agrees from their own session, and what was asked for is done in the same breath, in the asker’s name', async () => {
    const incidentId = await night.raise();
    const requestId = await ask(incidentId, toGrade(3));
    await stands(incidentId);
    await night.supervisor.call(agreeSecond, { incidentId, requestId });
    const { incident, requests } = await night.file(incidentId);
    expect(incident).toMatchObject({ grade: 3, strictest: 3, gradedAt: clock.now(), dueAt: '2026-11-22T21:55:00.000Z', downgradeRequestId: requestId });
    expect(requests).toMatchObject([{ id: requestId, state: 'agreed', byId: night.coordinator.staffId, decidedById: night.supervisor.staffId }]);
    const [agreed, graded] = (await night.log(incidentId)).slice(-2);
    expect([agreed?.name, agreed?.actor, graded?.name, graded?.actor, graded?.payload.requestId]).toEqual(['downgrade.agreed', night.supervisor.staffId, 'incident.graded', night.coordinator.staffId, requestId]);
    expect(agreed?.commandId).toBe(graded?.commandId);
  });

  test('is a supervisor, and never the one who asked, in whatever session', async () => {
    const incidentId = await night.raise();
    const requestId = await ask(incidentId, settle, night.supervisor);
    expect(await night.coordinator.refused(agreeSecond, { incidentId, requestId })).toBe('not-your-role');
    expect(await night.supervisor.refused(agreeSecond, { incidentId, requestId })).toBe('second-person-is-first');
    const otherTab = await openSession(night.server.db, night.supervisor.accountId, { idleMinutes: 60, hours: 12 });
    const answer = await night.supervisor.raw('POST', `/api/incidents/${incidentId}/downgrade-requests/${requestId}/agree`, { commandId: crypto.randomUUID() }, { cookie: `${COOKIE}=${otherTab}` });
    expect(answer).toMatchObject({ status: 403, body: { code: 'second-person-is-first' } });
    await stands(incidentId);
    await second.call(agreeSecond, { incidentId, requestId });
    expect((await night.file(incidentId)).incident).toMatchObject({ state: 'closed', ending: 'settled', downgradeRequestId: requestId });
  });

  test('refuses, and the stricter grade stands; the asker withdraws; nobody else decides', async () => {
    const incidentId = await night.raise();
    const refused = await ask(incidentId, toGrade(4));
    expect(await night.edt.refused(refuseSecond, { incidentId, requestId: refused, reason: 'No' })).toBe('not-found');
    expect(await night.coordinator.refused(askSecond, { incidentId, action: settle, rationale: 'Both at once' })).toBe('request-waiting');
    await night.supervisor.call(refuseSecond, { incidentId, requestId: refused, reason: 'She said that last week' });
    const withdrawn = await ask(incidentId, toGrade(3));
    const other = await night.onDuty('coordinator');
    expect(await other.refused(refuseSecond, { incidentId, requestId: withdrawn, reason: 'No' })).toBe('not-your-role');
    await night.coordinator.call(refuseSecond, { incidentId, requestId: withdrawn, reason: 'They rang again' });
    expect((await night.file(incidentId)).requests.map(({ state }) => state).toSorted()).toEqual(['refused', 'withdrawn']);
    for (const requestId of [refused, withdrawn]) expect(await night.supervisor.refused(agreeSecond, { incidentId, requestId })).toBe('request-not-waiting');
    await stands(incidentId);
  });

  test('is asked only where one is needed, and never about another incident’s request', async () => {
    const [incidentId, mild] = [await night.raise(), await night.raiseMild()];
    expect(await night.coordinator.refused(askSecond, { incidentId: mild, action: settle, rationale: 'To be sure' })).toBe('no-downgrade');
    expect(await night.coordinator.refused(askSecond, { incidentId, action: { kind: 'end', ending: 'duplicate', duplicateOfId: incidentId }, rationale: 'Itself' })).toBe('duplicate-of-itself');
    for (const action of [{ ending: 'duplicate', duplicateOfId: null }, { ending: 'settled', duplicateOfId: mild }] as const) {
      expect(await night.coordinator.refused(askSecond, { incidentId, action: { kind: 'end', ...action }, rationale: 'Of nothing' })).toBe('not-understood');
    }
    expect(await night.supervisor.refused(agreeSecond, { incidentId: mild, requestId: await ask(incidentId, settle) })).toBe('not-found');
  });

  test('agrees to a handover, which then ends it when a named person takes it over', async () => {
    const incidentId = await night.raise();
    await night.supervisor.call(agreeSecond, { incidentId, requestId: await ask(incidentId, toDayTeam()) });
    const [handover] = (await night.file(incidentId)).handovers;
    expect(handover).toMatchObject({ state: 'sent', sentById: night.coordinator.staffId, dueAt: '2026-11-23T09:00:00.000Z' });
    await night.dayWorker.call(takeOverHandover, { handoverId: handover?.id ?? '' });
    expect((await night.file(incidentId)).incident).toMatchObject({ state: 'closed', ending: 'taken-over' });
  });
});

describe('what was agreed is decided on the state as it is', () => {
  test('an ending waits while a crew is there, and stands once they have left', async () => {
    const [incidentId, crew] = [await night.raise(), await night.crew()];
    const requestId = await ask(incidentId, settle);
    const [own] = await night.send(await night.task(incidentId), [crew.constable]);
    await night.step(crew.constable, own, 'there');
    expect(await night.supervisor.refused(agreeSecond, { incidentId, requestId })).toBe('crew-still-there');
    expect(await night.file(incidentId)).toMatchObject({ incident: { state: 'open' }, requests: [{ state: 'waiting' }] });
    await night.step(crew.constable, own, 'left');
    await night.supervisor.call(agreeSecond, { incidentId, requestId });
    expect((await night.file(incidentId)).incident.state).toBe('closed');
  });

  test('an ending frees those who are on their way', async () => {
    const [incidentId, crew] = [await night.raise(), await night.crew()];
    const requestId = await ask(incidentId, settle);
    await night.send(await night.task(incidentId), crew.both);
    await night.supervisor.call(agreeSecond, { incidentId, requestId });
    expect((await night.file(incidentId)).assignments.map(({ state }) => state)).toEqual(['stood-down', 'stood-down']);
  });

  test('neither ending nor handover passes a follow-up or a waiting handover', async () => {
    const [incidentId, crew] = [await night.raise(), await night.crew()];
    const requestId = await ask(incidentId, toDayTeam());
    const deskHandoverId = await night.handOver(incidentId, night.deskId);
    expect(await night.supervisor.refused(agreeSecond, { incidentId, requestId })).toBe('handover-waiting');
    await night.coordinator.call(withdrawHandover, { handoverId: deskHandoverId, reason: 'We keep it' });
    const [own = ''] = await night.send(await night.task(incidentId), [crew.constable]);
    await crew.constable.call(recordNoAccess, { assignmentId: own, note: null });
    expect(await night.supervisor.refused(agreeSecond, { incidentId, requestId })).toBe('follow-up-open');
    await night.coordinator.call(decideFollowUp, { followUpId: (await night.file(incidentId)).followUps[0]?.id ?? '', decision: 'ring', note: 'They answered' });
    expect(await night.supervisor.refused(agreeSecond, { incidentId, requestId })).toBe('crew-still-out');
  });

  test('a worse assessment withdraws what was asked for before it: the second person would agree to something else', async () => {
    const incidentId = await night.raise();
    const requestId = await ask(incidentId, toGrade(4));
    await night.coordinator.call(assessIncident, { incidentId, flags: ['vulnerable-child'], missingRisk: null, answers: { ...NO_ANSWERS, dangerNow: true } });
    expect(await night.supervisor.refused(agreeSecond, { incidentId, requestId })).toBe('request-not-waiting');
    expect(await night.file(incidentId)).toMatchObject({ incident: { grade: 1, strictest: 1 }, requests: [{ state: 'withdrawn' }] });

    const graded = await night.raise();
    const asked = await ask(graded, settle);
    await night.grade(graded, 1);
    expect(await night.supervisor.refused(agreeSecond, { incidentId: graded, requestId: asked })).toBe('request-not-waiting');
  });

  test('two supervisors agreeing at once agree once', async () => {
    const incidentId = await night.raise();
    const requestId = await ask(incidentId, toGrade(3));
    const path = `/api/incidents/${incidentId}/downgrade-requests/${requestId}/agree`;
    const answers = await Promise.all([night.supervisor, second].map((by) => by.raw('POST', path, { commandId: crypto.randomUUID() })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'request-not-waiting' });
    expect((await night.happened(incidentId)).filter((name) => name === 'downgrade.agreed' || name === 'incident.graded')).toEqual(['downgrade.agreed', 'incident.graded']);
  });
});
