// Nobody let us in: by every way in which an incident can end, by every desk and tablet, it is refused, or the follow-up goes with it to an owner on duty.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openFollowUps, type FollowUp } from '../../shared/domain/incident-file.ts';
import { NO_ANSWERS } from '../../shared/domain/policy.ts';
import { cancelTask, decideFollowUp, recordNoAccess, recordOutcome, standDown } from '../../shared/protocol/dispatch.ts';
import { bookOff } from '../../shared/protocol/duties.ts';
import { sendHandover, takeOverByPhone, takeOverHandover } from '../../shared/protocol/handovers.ts';
import { agreeSecond, askSecond, endIncident, gradeIncident, ownIncident } from '../../shared/protocol/incidents.ts';
import { notTakeIncident } from '../../shared/protocol/taking.ts';
import { movableClock, startNight, type Crew, type Input, type Night, type Worker } from '../support/walk.ts';

const clock = movableClock('2026-11-20T22:00:00.000Z');
let night: Night;
let crew: Crew;
beforeAll(async () => {
  night = await startNight({ clock });
  crew = await night.crew();
});
afterAll(() => night.server.stop());

interface Door { incidentId: string; taskId: string; assignmentIds: string[] }
/** The constable pressed it on the tablet, with the social worker beside him. */
async function nobodyLetUsIn(incidentId: string, taskId?: string): Promise<Door> {
  const task = taskId ?? await night.task(incidentId);
  const assignmentIds = await night.send(task, crew.both);
  const [own = '', partner = ''] = assignmentIds;
  await night.step(crew.constable, own, 'there', { alsoFor: [partner] });
  await crew.constable.call(recordNoAccess, { assignmentId: own, note: 'A light upstairs, nobody answers' });
  return { incidentId, taskId: task, assignmentIds };
}
const leave = ({ assignmentIds: [own, partner = ''] }: Door) => night.step(crew.constable, own, 'left', { alsoFor: [partner] });
async function waits(incidentId: string): Promise<FollowUp> {
  const file = await night.file(incidentId);
  const [followUp] = openFollowUps(file);
  expect([file.incident.state, openFollowUps(file).length]).toEqual(['open', 1]);
  if (followUp === undefined) throw new Error('no follow-up waits');
  return followUp;
}
const ending = async (incidentId: string, change: Partial<Input<typeof endIncident>> = {}): Promise<Input<typeof endIncident>> =>
  ({ incidentId, expectedVersion: await night.version(incidentId), ending: 'settled', reason: 'Nothing further is needed', callerTold: 'That nobody comes tonight', duplicateOfId: null, ...change });
const mild = { answers: NO_ANSWERS };

describe('a follow-up is open', () => {
  test('it has an owner and a clock; settled, cancelled, linked, passed on, not taken, handed to a day team: refused to everybody who may end anything', async () => {
    const incidentId = await night.raise(night.coordinator, mild);
    await night.grade(incidentId, 3);
    const other = await night.raise(night.coordinator, mild);
    await night.grade(other, 3);
    const door = await nobodyLetUsIn(incidentId);
    expect(await waits(incidentId)).toMatchObject({ cause: 'no-access', ownerId: night.coordinator.staffId, dueAt: expect.stringMatching(/Z$/), decision: null });
    const passedOn = { leader: 'health' as const, takenBy: 'Night manager Rook', at: clock.now(), reference: null };
    const kept = { keptBy: 'Desk officer Rook', organisation: 'Police', toldAt: clock.now(), callerTold: 'That the police keep it', reason: 'Outside our area', reasons: [] };
    for (const by of [night.coordinator, night.supervisor, night.edt]) {
      for (const change of [{}, { ending: 'cancelled' as const }, { ending: 'duplicate' as const, duplicateOfId: other }, { ending: 'passed-on' as const, passedOn }]) expect(await by.refused(endIncident, await ending(incidentId, change))).toBe('follow-up-open');
      expect(await by.refused(notTakeIncident, { incidentId, expectedVersion: await night.version(incidentId), ...kept })).toBe('follow-up-open');
      expect(await by.refused(sendHandover, await night.handing(incidentId, night.dayTeamId))).toBe('follow-up-open');
    }
    for (const person of crew.both) expect(await person.refused(endIncident, await ending(incidentId))).toBe('not-your-role');

    // Nor once everything around it is done: the crew has left, its task has an outcome or is cancelled, and nobody is to be sent.
    await crew.socialWorker.call(recordOutcome, { taskId: door.taskId, outcome: 'advice', note: 'A card through the door', ...await night.sighting(incidentId, ['mother']) });
    await leave(door);
    const again = await night.task(incidentId);
    await night.coordinator.call(cancelTask, { taskId: again, reason: 'Not tonight' });
    await night.coordinator.call(gradeIncident, { incidentId, expectedVersion: await night.version(incidentId), to: 4, rationale: 'The aunt has rung: she has them' });
    expect(await night.coordinator.refused(endIncident, await ending(incidentId))).toBe('follow-up-open');
    const { id } = await waits(incidentId);
    await night.coordinator.call(decideFollowUp, { followUpId: id, decision: 'ring', note: 'The aunt answered, and put the mother on' });
    await night.coordinator.call(endIncident, await ending(incidentId));
    expect((await night.file(incidentId)).followUps).toMatchObject([{ decision: 'ring', decidedById: night.coordinator.staffId }]);
  });

  test('with a task cancelled under it, or the crew stood down from it, it stays open', async () => {
    const incidentId = await night.raise(night.coordinator, mild);
    await night.grade(incidentId, 3);
    const door = await nobodyLetUsIn(incidentId);
    await night.coordinator.call(standDown, { incidentId, assignmentIds: door.assignmentIds, reason: 'Needed elsewhere' });
    await night.coordinator.call(cancelTask, { taskId: door.taskId, reason: 'Nobody there' });
    await waits(incidentId);
    expect(await night.coordinator.refused(endIncident, await ending(incidentId, { ending: 'cancelled' }))).toBe('follow-up-open');
  });
});

describe('an end that was begun before the door stayed shut', () => {
  test('a second person’s agreement carries nothing out', async () => {
    const incidentId = await night.raise();
    await night.grade(incidentId, 2);
    const { ids } = await night.coordinator.call(askSecond, { incidentId, action: { kind: 'end', ending: 'settled', duplicateOfId: null, callerTold: 'That nobody comes' }, rationale: 'The mother rang back' });
    const door = await nobodyLetUsIn(incidentId);
    await leave(door);
    expect(await night.supervisor.refused(agreeSecond, { incidentId, requestId: ids.requestId ?? '' })).toBe('follow-up-open');
    await waits(incidentId);
  });

  test('a day team takes nothing over, in its session or on the phone', async () => {
    const incidentId = await night.raise(night.coordinator, mild);
    await night.grade(incidentId, 3);
    const handoverId = await night.handOver(incidentId);
    await leave(await nobodyLetUsIn(incidentId));
    expect(await night.dayWorker.refused(takeOverHandover, { handoverId })).toBe('follow-up-open');
    expect(await night.coordinator.refused(takeOverByPhone, { handoverId, name: 'Hazel Wren', role: 'Duty manager', readBack: 'Mother and child, nobody seen' })).toBe('follow-up-open');
    await waits(incidentId);
  });
});

describe('it goes with the incident', () => {
  test('to the EDT desk, who then hold it: they cannot end it either, nor their duty, before they have decided', async () => {
    const incidentId = await night.raise(night.coordinator, mild);
    await night.grade(incidentId, 3);
    const door = await nobodyLetUsIn(incidentId);
    await leave(door);
    const handoverId = await night.handOver(incidentId, night.deskId);
    await night.edt.call(takeOverHandover, { handoverId });
    expect(await waits(incidentId)).toMatchObject({ ownerId: night.edt.staffId });
    expect(await night.edt.refused(endIncident, await ending(incidentId))).toBe('follow-up-open');
    expect(await night.edt.refused(bookOff, { dutyId: night.edt.dutyId })).toBe('owns-open-work');
  });

  test('by name to whoever takes it: whoever opened it may go home, and it is somebody’s', async () => {
    const leaving: Worker = await night.onDuty('coordinator');
    const incidentId = await night.raise(leaving, mild);
    await night.grade(incidentId, 3);
    await leave(await nobodyLetUsIn(incidentId));
    expect(await leaving.refused(bookOff, { dutyId: leaving.dutyId })).toBe('owns-open-work');
    await night.supervisor.call(ownIncident, { incidentId });
    await leaving.call(bookOff, { dutyId: leaving.dutyId });
    expect(await waits(incidentId)).toMatchObject({ ownerId: night.supervisor.staffId });
  });
});

test('pressed without a network, and sent when the incident is closed: it is news with an owner and a clock', async () => {
  const incidentId = await night.raise(night.coordinator, mild);
  await night.grade(incidentId, 3);
  const taskId = await night.task(incidentId);
  const [own = '', partner = ''] = await night.send(taskId, crew.both);
  await night.coordinator.call(standDown, { incidentId, assignmentIds: [own, partner], reason: 'Seen at the school' });
  await night.end(incidentId);
  await crew.constable.call(recordNoAccess, { assignmentId: own, note: null, device: { at: clock.now(), offsetMs: 0 } });
  const { incident, news, followUps } = await night.file(incidentId);
  expect([incident.state, followUps]).toEqual(['closed', []]);
  expect(news).toMatchObject([{ kind: 'late-report', ownerId: night.coordinator.staffId, decision: null }]);
});
