// What is reported from the scene, late too: no access, a child not seen, a step taken back, the device's own time; and corrections.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import * as dispatch from '../../shared/protocol/dispatch.ts';
import { bookOff } from '../../shared/protocol/duties.ts';
import { sendHandover } from '../../shared/protocol/handovers.ts';
import * as incidents from '../../shared/protocol/incidents.ts';
import { movableClock, startNight, type Crew, type Night } from '../support/walk.ts';

const START = '2026-11-20T22:00:00.000Z';
const clock = movableClock(START);
let night: Night;
let crew: Crew;
let incidentId = '';
let taskId = '';
let own = '';
let partner = '';

beforeAll(async () => { night = await startNight({ clock }); });
afterAll(() => night.server.stop());
beforeEach(async () => {
  clock.set(START);
  crew = await night.crew();
  incidentId = await night.raise();
  taskId = await night.task(incidentId);
  [own = '', partner = ''] = await night.send(taskId, crew.both);
});

const assignment = async (id: string) => (await night.file(incidentId)).assignments.find((one) => one.id === id);

describe('nobody lets them in', () => {
  test('opens a follow-up with an owner and a clock, and neither an ending nor a day team may pass it', async () => {
    const at = clock.move(20);
    await crew.constable.call(dispatch.recordNoAccess, { assignmentId: own, note: 'Lights on, no answer' });
    const { followUps, incident } = await night.file(incidentId);
    expect(followUps).toMatchObject([{ taskId, cause: 'no-access', openedAt: at, dueAt: '2026-11-20T22:50:00.000Z', ownerId: night.coordinator.staffId, decision: null }]);
    expect(incident.attendedAt).toBe(at);
    expect((await night.happened(incidentId)).slice(-4)).toEqual(['assignment.advanced', 'followUp.opened', 'incident.noted', 'stay.set']);

    await night.step(crew.constable, own, 'left');
    await night.coordinator.call(dispatch.standDown, { incidentId, assignmentIds: [partner], reason: 'Nobody lets us in' });
    const ending = async () => ({ incidentId, expectedVersion: await night.version(incidentId), ending: 'settled' as const, reason: 'Nobody in', callerTold: null, duplicateOfId: null });
    expect(await night.coordinator.refused(incidents.endIncident, await ending())).toBe('follow-up-open');
    expect(await night.coordinator.refused(sendHandover, await night.handing(incidentId, night.dayTeamId))).toBe('follow-up-open');

    const followUpId = followUps[0]?.id ?? '';
    await night.coordinator.call(dispatch.decideFollowUp, { followUpId, decision: 'retry', note: 'The neighbour says they are back at eleven' });
    expect((await night.file(incidentId)).followUps[0]).toMatchObject({ decision: 'retry', decidedById: night.coordinator.staffId, decidedAt: clock.now() });
    expect(await night.coordinator.refused(dispatch.decideFollowUp, { followUpId, decision: 'ring', note: 'Or ring' })).toBe('already-decided');

    const [again] = await night.send(taskId, crew.both);
    await night.step(crew.constable, again, 'there');
    expect((await night.file(incidentId)).incident.attendedAt).toBe(at);
  });

  test('is handed to the EDT desk with its follow-up, which goes on working it', async () => {
    await crew.constable.call(dispatch.recordNoAccess, { assignmentId: own, note: null });
    await night.handOver(incidentId, night.deskId);
    expect((await night.file(incidentId)).handovers).toMatchObject([{ state: 'sent', receivingTeamId: night.deskId, dueAt: '2026-11-20T22:30:00.000Z' }]);
  });
});

describe('a child who was not seen', () => {
  test('goes to a supervisor, whoever closes the task', async () => {
    await night.step(crew.constable, own, 'there', { alsoFor: [partner] });
    await night.outcome(crew.socialWorker, taskId, ['child']);
    const [followUp] = (await night.file(incidentId)).followUps;
    expect(followUp).toMatchObject({ cause: 'child-not-seen', decision: null, ownerId: night.coordinator.staffId });
    await night.step(crew.constable, own, 'left', { alsoFor: [partner] });

    const deciding = { followUpId: followUp?.id ?? '', decision: 'manager-satisfied' as const, note: 'Seen by school at nine' };
    expect(await night.coordinator.refused(dispatch.decideFollowUp, deciding)).toBe('manager-decides');
    await night.supervisor.call(dispatch.decideFollowUp, deciding);
    await night.end(incidentId);
    expect((await night.file(incidentId)).incident.state).toBe('closed');
  });
});

describe('a step taken back', () => {
  test('gives back the deadline that it had stopped, and the grade that was loosened meanwhile', async () => {
    clock.move(15);
    await night.step(crew.constable, own, 'there');
    await night.grade(incidentId, 3);
    expect((await night.file(incidentId)).incident).toMatchObject({ grade: 3, strictest: 2, attendedAt: clock.now(), dueAt: '2026-11-22T21:55:00.000Z' });

    clock.move(5);
    await crew.constable.call(dispatch.stepBack, { assignmentId: own, to: 'going', reason: 'Wrong house' });
    expect((await night.file(incidentId)).incident).toMatchObject({ grade: 2, gradedAt: null, attendedAt: null, dueAt: '2026-11-20T22:55:00.000Z' });
    expect(await assignment(own)).toMatchObject({ state: 'going', thereAt: null, seenAt: null });
    expect((await night.log(incidentId)).at(-1)).toMatchObject({ name: 'assignment.corrected', entityId: own, payload: { to: 'going', reasonId: expect.any(String), dueAtIfUnattended: '2026-11-20T22:55:00.000Z' } });
  });

  test('is refused where it is none, and once the task is finished', async () => {
    const back = { assignmentId: own, reason: 'By mistake' };
    expect(await crew.constable.refused(dispatch.stepBack, { ...back, to: 'going' })).toBe('not-a-step-back');
    await night.step(crew.constable, own, 'there', { alsoFor: [partner] });
    await night.outcome(crew.constable, taskId);
    await night.step(crew.constable, own, 'left', { alsoFor: [partner] });
    expect(await crew.constable.refused(dispatch.stepBack, { ...back, to: 'there' })).toBe('task-finished');
  });

  test('cannot put somebody on two visits', async () => {
    await night.step(crew.constable, own, 'left');
    const elsewhere = await night.raise();
    await night.send(await night.task(elsewhere), [crew.constable]);
    expect(await crew.constable.refused(dispatch.stepBack, { assignmentId: own, to: 'going', reason: 'By mistake' })).toBe('responder-busy');
    expect((await assignment(own))?.state).toBe('left');
  });
});

describe('the device’s time', () => {
  test('is corrected by its offset, and held between the sending and now', async () => {
    const now = clock.move(30);
    await night.step(crew.constable, own, 'accepted', { at: '2026-11-20T21:00:00.000Z' });
    expect((await assignment(own))?.acceptedAt).toBe(START);
    await night.step(crew.constable, own, 'going', { at: '2026-11-20T23:10:00.000Z', offsetMs: -60 * 60_000 });
    expect((await assignment(own))?.goingAt).toBe('2026-11-20T22:10:00.000Z');
    await night.step(crew.constable, own, 'there', { at: '2027-01-01T00:00:00.000Z' });
    expect((await assignment(own))?.thereAt).toBe(now);
    expect((await night.log(incidentId)).find(({ payload }) => Reflect.get(payload, 'to') === 'going')).toMatchObject({ occurredAt: '2026-11-20T22:10:00.000Z', receivedAt: now });
  });
});

describe('a report that comes late', () => {
  const lateReports = async () => (await night.log(incidentId)).filter(({ name }) => name === 'incident.reportedLate').map(({ payload, actor }) => [payload.fact, payload.assignmentId, actor]);

  test('of somebody stood down meanwhile is kept, and changes nothing else', async () => {
    await night.coordinator.call(dispatch.standDown, { incidentId, assignmentIds: [own], reason: 'Another crew is nearer' });
    const before = await night.file(incidentId);
    const at = clock.move(10);
    await night.step(crew.constable, own, 'there', { at });
    await crew.constable.call(dispatch.recordSeen, { assignmentId: own, ...await night.sighting(incidentId) });
    await crew.constable.call(dispatch.recordNoAccess, { assignmentId: own, note: 'Nobody at home' });
    expect(await night.file(incidentId)).toEqual(before);
    expect(await lateReports()).toEqual([['there', own, crew.constable.staffId], ['seen', own, crew.constable.staffId], ['no-access', own, crew.constable.staffId]]);
  });

  test('on a closed incident is kept with what was said, after the end of duty too', async () => {
    for (const to of ['there', 'left'] as const) await night.step(crew.constable, own, to, { alsoFor: [partner] });
    await night.end(incidentId);
    await crew.constable.call(bookOff, { dutyId: crew.constable.dutyId });
    const before = await night.file(incidentId);
    await night.outcome(crew.constable, taskId);
    await night.step(crew.constable, own, 'there');
    expect(await night.file(incidentId)).toEqual({ ...before, news: [expect.objectContaining({ kind: 'late-report', ownerId: night.coordinator.staffId, decision: null })] });
    expect(await lateReports()).toEqual([['outcome', null, crew.constable.staffId], ['there', own, crew.constable.staffId]]);
    const { timeline } = await night.coordinator.call(incidents.readIncident, { incidentId });
    expect(timeline.filter(({ name }) => name === 'incident.reportedLate').map(({ note }) => note)).toEqual(['Advice given to the mother', null]);
  });
});

describe('a correction', () => {
  test('of what, where and how vulnerable stands from now on, and what was said before stays on the log', async () => {
    const before = (await night.file(incidentId)).incident;
    await night.coordinator.call(incidents.correctIncident, {
      incidentId, expectedVersion: await night.version(incidentId), summary: 'A glass was thrown', location: { label: '4 Accrington Road', lat: 53.789, lon: -2.248, secret: true },
      flags: ['vulnerable-child', 'mental-health'], missingRisk: 'low', reason: 'The caller rang back',
    });
    const { incident } = await night.coordinator.call(incidents.readIncident, { incidentId });
    expect(incident).toMatchObject({ summary: 'A glass was thrown', location: { label: '4 Accrington Road', district: 'Burnley', secret: true }, flags: ['vulnerable-child', 'mental-health'], missingRisk: 'low', grade: 2, dueAt: before.dueAt });
    expect((await night.log(incidentId)).find(({ name }) => name === 'incident.corrected')).toMatchObject({ payload: { reasonId: expect.any(String), districtCode: 'E07000117' } });
    const said = await night.server.db.query<{ body: string }[]>('SELECT body FROM statement WHERE id = $1', [before.summaryId]);
    expect(said).toEqual([{ body: 'Shouting, and a child crying' }]);
  });

  test('of a grade only ever comes from a person: a milder assessment leaves it, a worse one raises it at once', async () => {
    const assess = (hurt: boolean, dangerNow: boolean) => crew.constable.call(incidents.assessIncident, {
      incidentId, flags: [], missingRisk: null, answers: { dangerNow, hurt, worseTonight: false, crime: false, safeUntilSeen: true, adviceEnough: true },
    });
    await assess(false, false);
    expect((await night.file(incidentId)).incident).toMatchObject({ grade: 2, proposedGrade: 4, strictest: 2, dueAt: '2026-11-20T22:55:00.000Z', flags: [] });
    await assess(false, true);
    expect((await night.file(incidentId)).incident).toMatchObject({ grade: 1, proposedGrade: 1, strictest: 1, gradedAt: null, dueAt: '2026-11-20T21:55:00.000Z' });
  });
});

describe('a closed incident', () => {
  test('opens again for a reason, with whoever reopens it, and its clock still runs from the report', async () => {
    for (const to of ['there', 'left'] as const) await night.step(crew.constable, own, to, { alsoFor: [partner] });
    await night.end(incidentId);
    expect(await night.coordinator.refused(incidents.gradeIncident, { incidentId, expectedVersion: await night.version(incidentId), to: 2, rationale: null })).toBe('incident-closed');
    const dueAt = (await night.file(incidentId)).incident.dueAt;
    await night.supervisor.call(incidents.reopenIncident, { incidentId, reason: 'The school rang' });
    expect((await night.file(incidentId)).incident).toMatchObject({ state: 'open', ending: null, endedAt: null, ownerId: night.supervisor.staffId, reportedAt: '2026-11-20T21:55:00.000Z', dueAt });
    expect((await night.happened(incidentId)).slice(-3)).toEqual(['incident.ended', 'incident.reopened', 'incident.ownerChanged']);
    expect(await night.supervisor.refused(incidents.reopenIncident, { incidentId, reason: 'Again' })).toBe('incident-open');
  });
});
