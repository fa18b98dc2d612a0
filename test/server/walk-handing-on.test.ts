// Who holds it: raised by whom and owned by whom, handed over, rejected, taken by phone, taken back, and nobody leaves holding anything.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addTask, advanceAssignment, dispatchCrew } from '../../shared/protocol/dispatch.ts';
import { bookOff, handOn } from '../../shared/protocol/duties.ts';
import { readHandover, rejectHandover, sendHandover, takeOverByPhone, takeOverHandover, withdrawHandover } from '../../shared/protocol/handovers.ts';
import { ownIncident, raiseIncident, readIncident } from '../../shared/protocol/incidents.ts';
import type { Person } from '../support/server.ts';
import { CALLER, movableClock, SAID, startNight, type Night } from '../support/walk.ts';

const clock = movableClock('2026-11-20T22:00:00.000Z');
let night: Night;
let pendleTeamId = '';
let pendle: Person;

beforeAll(async () => {
  night = await startNight({ clock });
  pendleTeamId = await night.server.receivingTeam('Pendle day team');
  pendle = await night.server.person('receiving-team', { receivingTeamId: pendleTeamId });
});
afterAll(() => night.server.stop());

describe('a call', () => {
  test('raised by a responder belongs to somebody in control, and the responder keeps sight of it until book-off', async () => {
    const { constable } = await night.crew();
    const incidentId = await night.raise(constable);
    const { incident } = await night.file(incidentId);
    expect(incident).toMatchObject({ raisedById: constable.staffId, ownerId: night.coordinator.staffId });
    const read = await constable.call(readIncident, { incidentId });
    expect(read.incident.owner).toMatchObject({ name: night.coordinator.name, onDuty: true });
    await constable.call(bookOff, { dutyId: constable.dutyId });
    expect(await constable.refused(readIncident, { incidentId })).toBe('not-found');
  });

  test('cannot be raised off duty, in the future, or a month late', async () => {
    const call = { door: 'cmu' as const, reportedAt: clock.now(), summary: 'A call', location: null, people: [], caller: CALLER, flags: [], missingRisk: null, answers: SAID };
    const idle = await night.server.person('coordinator');
    expect(await idle.refused(raiseIncident, call)).toBe('not-on-duty');
    expect(await night.coordinator.refused(raiseIncident, { ...call, reportedAt: '2026-11-20T22:00:00.001Z' })).toBe('reported-in-future');
    expect(await night.coordinator.refused(raiseIncident, { ...call, reportedAt: '2026-10-20T22:00:00.000Z' })).toBe('reported-too-long-ago');
  });

  test('at the EDT desk is raised, worked by phone and settled there', async () => {
    const incidentId = await night.raise(night.edt, { door: 'edt' });
    expect((await night.file(incidentId)).incident.ownerId).toBe(night.edt.staffId);
    const { ids } = await night.edt.call(addTask, { incidentId, activity: 'bridging', kind: 'phone', legs: ['social-work'], detail: 'Ring the aunt', dueFrom: null, dueAt: null });
    const taskId = ids.taskId ?? '';
    const [ringing = ''] = await night.send(taskId, [night.edt], {}, night.edt);
    for (const to of ['accepted', 'there'] as const) await night.edt.call(advanceAssignment, { assignmentId: ringing, to, alsoFor: [] });
    await night.outcome(night.edt, taskId);
    await night.step(night.edt, ringing, 'left');
    expect((await night.file(incidentId)).tasks).toMatchObject([{ kind: 'phone', state: 'done', outcome: 'advice' }]);
    await night.end(incidentId, 'settled', night.edt);

    const visit = await night.task(await night.raise(night.edt), {}, night.edt);
    expect(await night.edt.refused(dispatchCrew, { taskId: visit, expectedVersion: 1, dutyIds: [night.edt.dutyId], insteadOf: [], reason: null })).toBe('stale');
    expect(await night.edt.refused(dispatchCrew, { taskId: visit, expectedVersion: 2, dutyIds: [night.edt.dutyId], insteadOf: [], reason: null })).toBe('not-your-role');
  });
});

describe('a handover', () => {
  const attended = async (): Promise<string> => {
    const incidentId = await night.raise();
    await night.visited(incidentId, await night.crew());
    return incidentId;
  };

  test('rejected to the right team goes there with its clock and its pack unchanged, and stays owned until then', async () => {
    const incidentId = await attended();
    const handoverId = await night.handOver(incidentId);
    const [sent] = (await night.file(incidentId)).handovers;
    clock.move(45);
    expect(await night.dayWorker.refused(rejectHandover, { handoverId, reason: 'Not ours', rightTeamId: night.dayTeamId })).toBe('same-team');
    expect(await pendle.refused(rejectHandover, { handoverId, reason: 'Not ours', rightTeamId: null })).toBe('not-found');
    await night.dayWorker.call(rejectHandover, { handoverId, reason: 'They live in Nelson', rightTeamId: pendleTeamId });

    const { handovers, incident } = await night.file(incidentId);
    const [rejected, next] = [handovers.find(({ id }) => id === handoverId), handovers.find(({ id }) => id !== handoverId)];
    expect(rejected).toMatchObject({ state: 'rejected', rightTeamId: pendleTeamId, reasonId: expect.any(String), endedAt: clock.now() });
    expect(next).toMatchObject({ state: 'sent', receivingTeamId: pendleTeamId, dueAt: sent?.dueAt, packId: sent?.packId, sentById: night.coordinator.staffId, sentAt: clock.now() });
    expect(incident).toMatchObject({ state: 'open', ownerId: night.coordinator.staffId });
    expect((await night.happened(incidentId)).slice(-2)).toEqual(['handover.rejected', 'handover.sent']);

    await pendle.call(takeOverHandover, { handoverId: next?.id ?? '' });
    expect((await night.file(incidentId)).incident).toMatchObject({ state: 'closed', ownerId: pendle.staffId });
    expect(await night.dayWorker.refused(takeOverHandover, { handoverId })).toBe('handover-ended');
  });

  test('without a right team comes back to its owner, who sends it again', async () => {
    const incidentId = await attended();
    await night.dayWorker.call(rejectHandover, { handoverId: await night.handOver(incidentId), reason: 'Not known to us', rightTeamId: null });
    expect((await night.file(incidentId)).handovers).toMatchObject([{ state: 'rejected' }]);
    await night.handOver(incidentId, pendleTeamId);
    expect(await night.coordinator.refused(sendHandover, await night.handing(incidentId, night.dayTeamId))).toBe('handover-waiting');
  });

  test('is taken over by phone by a named person in a role, who reads it back', async () => {
    const incidentId = await attended();
    const handoverId = await night.handOver(incidentId);
    await night.coordinator.call(takeOverByPhone, { handoverId, name: 'Joan Pickup', role: 'Duty manager', readBack: 'Maya, nine, at 4 Accrington Road' });
    const { handovers, incident } = await night.file(incidentId);
    expect(handovers).toMatchObject([{ state: 'taken-over', takenBy: 'phone', takenById: incident.ownerId }]);
    expect(incident).toMatchObject({ state: 'closed', ending: 'taken-over' });
    expect(await night.server.db.query('SELECT name, title FROM staff WHERE id = $1', [incident.ownerId])).toEqual([{ name: 'Joan Pickup', title: 'Duty manager' }]);
    const { timeline } = await night.coordinator.call(readIncident, { incidentId });
    expect(timeline.find(({ name }) => name === 'handover.takenOver')).toMatchObject({ sentence: 'Taken over by Joan Pickup, Burnley day team, on the phone', note: 'Joan Pickup, Duty manager. Read back: Maya, nine, at 4 Accrington Road' });
  });

  test('is withdrawn before anybody has it, and then no more', async () => {
    const incidentId = await attended();
    const handoverId = await night.handOver(incidentId);
    await night.coordinator.call(withdrawHandover, { handoverId, reason: 'The aunt has come' });
    expect((await night.file(incidentId)).handovers).toMatchObject([{ state: 'withdrawn', takenById: null }]);
    expect(await night.dayWorker.refused(takeOverHandover, { handoverId })).toBe('handover-ended');
    expect(await night.dayWorker.refused(rejectHandover, { handoverId, reason: 'Late', rightTeamId: null })).toBe('handover-ended');
    expect(await night.coordinator.refused(withdrawHandover, { handoverId, reason: 'Again' })).toBe('handover-ended');
  });

  test('to the EDT desk changes who holds it, on duty and by name, and the night goes on with it', async () => {
    const incidentId = await night.raise();
    await night.grade(incidentId, 2, night.coordinator, null);
    const handoverId = await night.handOver(incidentId, night.deskId);
    const idle = await night.server.person('edt');
    expect(await idle.refused(takeOverHandover, { handoverId })).toBe('not-on-duty');
    expect(await night.coordinator.refused(takeOverByPhone, { handoverId, name: 'Somebody', role: 'EDT', readBack: 'All of it' })).toBe('not-your-team');
    await night.edt.call(takeOverHandover, { handoverId });
    expect(await night.file(incidentId)).toMatchObject({ incident: { state: 'open', ownerId: night.edt.staffId, dueAt: expect.any(String) }, handovers: [{ state: 'taken-over', takenById: night.edt.staffId }] });
    expect((await night.happened(incidentId)).slice(-1)).toEqual(['handover.takenOver']);
  });

  test('freezes its pack: what is corrected afterwards is not in it', async () => {
    const incidentId = await attended();
    const handoverId = await night.handOver(incidentId);
    const before = await night.dayWorker.call(readHandover, { handoverId });
    await night.grade(incidentId, 3);
    const after = await night.dayWorker.call(readHandover, { handoverId });
    expect(after.pack).toEqual(before.pack);
    expect(after.pack.grade).toBe(2);
  });
});

describe('the end of duty', () => {
  test('is refused while one holds anything, and allowed once it is handed on by name', async () => {
    const leaving = await night.onDuty('coordinator');
    const incidentIds = [await night.raise(leaving), await night.raise(leaving)];
    const answer = await leaving.raw('POST', `/api/duties/${leaving.dutyId}/end`, { commandId: crypto.randomUUID() });
    expect(answer).toMatchObject({ status: 409, body: { code: 'owns-open-work', detail: expect.stringContaining('You still hold 2 × open incident') } });

    const gone = await night.onDuty('coordinator');
    await gone.call(bookOff, { dutyId: gone.dutyId });
    expect(await leaving.refused(handOn, { dutyId: leaving.dutyId, toStaffId: gone.staffId })).toBe('owner-off-duty');
    expect(await leaving.refused(ownIncident, { incidentId: incidentIds[0] ?? '', ownerId: gone.staffId })).toBe('owner-off-duty');
    await leaving.call(handOn, { dutyId: leaving.dutyId, toStaffId: night.supervisor.staffId });
    for (const id of incidentIds) {
      expect((await night.file(id)).incident.ownerId).toBe(night.supervisor.staffId);
      expect((await night.log(id)).at(-1)).toMatchObject({ name: 'incident.ownerChanged', payload: { fromId: leaving.staffId, ownerId: night.supervisor.staffId } });
    }
    await leaving.call(bookOff, { dutyId: leaving.dutyId });
    expect(await leaving.refused(bookOff, { dutyId: leaving.dutyId })).toBe('not-on-duty');
  });

  test('is refused to a responder whom a task holds', async () => {
    const crew = await night.crew();
    const taskId = await night.task(await night.raise());
    const [own] = await night.send(taskId, [crew.constable]);
    expect(await crew.constable.refused(bookOff, { dutyId: crew.constable.dutyId })).toBe('owns-open-work');
    await night.step(crew.constable, own, 'left');
    await crew.constable.call(bookOff, { dutyId: crew.constable.dutyId });
  });
});
