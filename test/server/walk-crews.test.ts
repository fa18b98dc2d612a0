// Who goes: declined, stood down, cancelled, sent instead, one tablet for both, phone work beside a visit, Grade 1 and Grade 4.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { NO_ANSWERS } from '../../shared/domain/policy.ts';
import * as dispatch from '../../shared/protocol/dispatch.ts';
import { readLive } from '../../shared/protocol/duties.ts';
import * as incidents from '../../shared/protocol/incidents.ts';
import { movableClock, startNight, type Crew, type Night } from '../support/walk.ts';

const clock = movableClock('2026-11-20T22:00:00.000Z');
let night: Night;
let crew: Crew;
let incidentId = '';

beforeAll(async () => { night = await startNight({ clock }); });
afterAll(() => night.server.stop());
beforeEach(async () => {
  crew = await night.crew();
  incidentId = await night.raise();
});

const statesOf = async (id: string): Promise<string[]> => (await night.file(id)).assignments.map(({ state }) => state).toSorted();
const availabilityOf = async (dutyId: string): Promise<string | undefined> =>
  (await night.coordinator.call(readLive, {})).duty.find(({ id }) => id === dutyId)?.availability;

describe('a crew', () => {
  test('declines with a reason: both the leg and the person are free again, and another takes it', async () => {
    const taskId = await night.task(incidentId);
    const [own = ''] = await night.send(taskId, [crew.constable]);
    await crew.constable.call(dispatch.declineAssignment, { assignmentId: own, reason: 'too-far', note: 'Still in Colne' });
    expect((await night.file(incidentId)).assignments).toMatchObject([{ id: own, state: 'declined', declineReason: 'too-far', endedAt: clock.now() }]);
    expect((await night.log(incidentId)).at(-1)).toMatchObject({ name: 'assignment.declined', entityId: own, actor: crew.constable.staffId, payload: { reason: 'too-far', noteId: expect.any(String) } });
    expect(await availabilityOf(crew.constable.dutyId)).toBe('free');

    const other = await night.crew();
    await night.send(taskId, [other.constable]);
    expect(await statesOf(incidentId)).toEqual(['declined', 'dispatched']);
    expect(await crew.constable.refused(dispatch.advanceAssignment, { assignmentId: own, to: 'accepted', alsoFor: [] })).toBe('assignment-ended');
  });

  test('cannot decline what it has accepted, nor answer for somebody who is not in the car', async () => {
    const taskId = await night.task(incidentId);
    const stranger = await night.onDuty('responder', 'social-worker');
    const [own = '', others = ''] = await night.send(taskId, [crew.constable, stranger]);
    expect(await crew.constable.refused(dispatch.advanceAssignment, { assignmentId: own, to: 'accepted', alsoFor: [others] })).toBe('not-your-partner');
    await night.step(crew.constable, own, 'accepted');
    expect(await crew.constable.refused(dispatch.declineAssignment, { assignmentId: own, reason: 'unwell', note: null })).toBe('already-answered');
    expect(await crew.constable.refused(dispatch.advanceAssignment, { assignmentId: others, to: 'accepted', alsoFor: [] })).toBe('not-found');
  });

  test('is stood down on the way, and the task asks for somebody again', async () => {
    const taskId = await night.task(incidentId);
    const sent = await night.send(taskId, crew.both);
    await night.step(crew.constable, sent[0], 'going');
    await night.coordinator.call(dispatch.standDown, { incidentId, assignmentIds: sent, reason: 'Needed elsewhere' });
    expect(await statesOf(incidentId)).toEqual(['stood-down', 'stood-down']);
    expect((await night.happened(incidentId)).slice(-2)).toEqual(['assignment.stoodDown', 'assignment.stoodDown']);
    expect((await night.file(incidentId)).tasks[0]?.state).toBe('open');
    expect(await availabilityOf(crew.constable.dutyId)).toBe('free');
    expect(await night.coordinator.refused(dispatch.standDown, { incidentId, assignmentIds: sent, reason: 'Again' })).toBe('assignment-ended');
    expect(await night.send(taskId, crew.both)).toHaveLength(2);
  });

  test('is freed when its task is cancelled, unless it is there', async () => {
    const taskId = await night.task(incidentId);
    const [own] = await night.send(taskId, [crew.constable]);
    await night.step(crew.constable, own, 'there');
    expect(await night.coordinator.refused(dispatch.cancelTask, { taskId, reason: 'Not needed' })).toBe('crew-still-there');
    const second = await night.task(incidentId, { activity: 'hospital-liaison' });
    await night.send(second, [crew.socialWorker]);
    await night.coordinator.call(dispatch.cancelTask, { taskId: second, reason: 'The ward has rung' });
    expect(await statesOf(incidentId)).toEqual(['stood-down', 'there']);
    expect((await night.file(incidentId)).tasks.find(({ id }) => id === second)?.state).toBe('cancelled');
    expect(await night.coordinator.refused(dispatch.cancelTask, { taskId: second, reason: 'Again' })).toBe('task-ended');
  });

  test('is sent instead of another in one breath, with the reason', async () => {
    const taskId = await night.task(incidentId);
    const first = await night.send(taskId, crew.both);
    const other = await night.crew();
    const sending = { taskId, expectedVersion: await night.version(incidentId), dutyIds: other.both.map(({ dutyId }) => dutyId), insteadOf: first };
    expect(await night.coordinator.refused(dispatch.dispatchCrew, { ...sending, reason: null })).toBe('rationale-needed');
    expect(await night.coordinator.refused(dispatch.dispatchCrew, { ...sending, insteadOf: [], reason: null })).toBe('leg-covered');
    await night.send(taskId, other.both, { insteadOf: first, reason: 'They are nearer' });
    expect(await statesOf(incidentId)).toEqual(['dispatched', 'dispatched', 'stood-down', 'stood-down']);
    const lines = (await night.log(incidentId)).slice(-4);
    expect(lines.map(({ name }) => name)).toEqual(['assignment.stoodDown', 'assignment.stoodDown', 'assignment.dispatched', 'assignment.dispatched']);
    expect(new Set(lines.map(({ commandId }) => commandId)).size).toBe(1);
  });

  test('goes only where its profession fits, and only on duty: all go, or nobody does', async () => {
    const taskId = await night.task(incidentId);
    const other = await night.crew();
    const sending = async (dutyIds: string[]) => ({ taskId, expectedVersion: await night.version(incidentId), dutyIds, insteadOf: [], reason: null });
    expect(await night.coordinator.refused(dispatch.dispatchCrew, await sending([crew.constable.dutyId, other.constable.dutyId]))).toBe('nobody-fits');
    expect(await night.coordinator.refused(dispatch.dispatchCrew, await sending([night.coordinator.dutyId]))).toBe('nobody-fits');
    expect(await night.edt.refused(dispatch.dispatchCrew, await sending([crew.constable.dutyId]))).toBe('not-found');
    await night.grade(incidentId, 2, night.coordinator, null);
    expect(await night.edt.refused(dispatch.dispatchCrew, await sending([crew.constable.dutyId]))).toBe('not-your-role');
    expect(await statesOf(incidentId)).toEqual([]);
  });

  test('may hold phone tasks beside its visit, several at once, and never a second visit', async () => {
    const visit = await night.task(incidentId);
    await night.send(visit, [crew.socialWorker]);
    const elsewhere = await night.raise();
    for (const id of [incidentId, elsewhere]) {
      const phone = await night.task(id, { activity: 'bridging', kind: 'phone' });
      await night.send(phone, [crew.socialWorker]);
    }
    const second = await night.task(elsewhere);
    const answer = await night.coordinator.raw('POST', `/api/tasks/${second}/dispatch`, {
      commandId: crypto.randomUUID(), expectedVersion: await night.version(elsewhere), dutyIds: [crew.socialWorker.dutyId], insteadOf: [], reason: null,
    });
    const ref = `EAR-1120-${String((await night.file(incidentId)).incident.number).padStart(4, '0')}`;
    expect(answer).toMatchObject({ status: 409, body: { code: 'responder-busy', detail: `${crew.socialWorker.name} is already on ${ref}, sent by ${night.coordinator.name} at 22:00. Choose another.` } });
    const [row] = await night.server.db.query<{ live: number }[]>("SELECT count(*) AS live FROM assignment WHERE staff_id = $1 AND state = 'dispatched'", [crew.socialWorker.staffId]);
    expect(row?.live).toBe(3);
  });
});

describe('Grade 1', () => {
  test('is passed to the police with who took it, is never dispatched here, and its social-work need stays open', async () => {
    const urgent = await night.raise(night.coordinator, { answers: { ...NO_ANSWERS, dangerNow: true } });
    const { incident } = await night.file(urgent);
    expect(incident).toMatchObject({ grade: 1, dueAt: incident.reportedAt });
    const taskId = await night.task(urgent);
    const sending = async () => ({ taskId, expectedVersion: await night.version(urgent), dutyIds: [crew.constable.dutyId], insteadOf: [], reason: null });
    expect(await night.coordinator.refused(dispatch.dispatchCrew, await sending())).toBe('grade-1-goes-to-police');

    await night.coordinator.call(incidents.passToPolice, { incidentId: urgent, takenBy: 'Insp. Ward', reference: 'LC-20261120-0412' });
    const after = await night.file(urgent);
    expect(after.incident).toMatchObject({ state: 'open', grade: 1, policeHaveItAt: clock.now() });
    expect(after.tasks[0]?.state).toBe('open');
    expect((await night.log(urgent)).at(-1)).toMatchObject({ name: 'incident.passedToPolice', payload: { takerId: expect.any(String), referenceId: after.incident.policeReferenceId } });
    expect(await night.coordinator.refused(incidents.passToPolice, { incidentId: urgent, takenBy: 'Insp. Ward', reference: 'again' })).toBe('police-have-it');
    expect(await night.coordinator.refused(dispatch.dispatchCrew, await sending())).toBe('grade-1-goes-to-police');
    expect(await night.coordinator.refused(incidents.passToPolice, { incidentId, takenBy: 'Insp. Ward', reference: 'a Grade 2' })).toBe('not-grade-1');
  });

  test('may be reached by anybody on the way there: a responder raises it, and cannot lower it', async () => {
    const taskId = await night.task(incidentId);
    await night.send(taskId, [crew.constable]);
    await night.grade(incidentId, 1, crew.constable, 'A knife was seen');
    expect((await night.file(incidentId)).incident).toMatchObject({ grade: 1, strictest: 1 });
    expect(await crew.constable.refused(incidents.gradeIncident, { incidentId, expectedVersion: await night.version(incidentId), to: 2, rationale: 'It was a spoon' })).toBe('only-upgrade');
    expect(await statesOf(incidentId)).toEqual(['dispatched']);
  });
});

describe('Grade 4', () => {
  test('is settled by phone and advice, without a visit, with what the caller was told', async () => {
    const mild = await night.raise(night.coordinator, { flags: [], answers: { ...NO_ANSWERS, adviceEnough: true } });
    expect((await night.file(mild)).incident).toMatchObject({ grade: 4, dueAt: null });
    const visit = await night.task(mild);
    expect(await night.coordinator.refused(dispatch.dispatchCrew, { taskId: visit, expectedVersion: await night.version(mild), dutyIds: [crew.constable.dutyId], insteadOf: [], reason: null })).toBe('grade-4-no-visit');
    const phone = await night.task(mild, { activity: 'bridging', kind: 'phone' });
    const [ringing] = await night.send(phone, [crew.socialWorker]);
    await night.outcome(crew.socialWorker, phone);
    await night.step(crew.socialWorker, ringing, 'left');
    await night.coordinator.call(incidents.endIncident, { incidentId: mild, expectedVersion: await night.version(mild), ending: 'settled', reason: 'Signposted to Help Direct', callerTold: 'Who to ring in the morning', duplicateOfId: null });
    expect(await night.file(mild)).toMatchObject({ incident: { state: 'closed', ending: 'settled' }, tasks: expect.arrayContaining([expect.objectContaining({ id: visit, state: 'cancelled' }), expect.objectContaining({ id: phone, state: 'done' })]) });
    expect((await night.log(mild)).at(-1)).toMatchObject({ name: 'incident.ended', payload: { ending: 'settled', callerToldId: expect.any(String), requestId: null } });
  });
});
