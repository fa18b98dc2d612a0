// One case from the call to the day team, step by step: what is stored, what is on the log, and that the log holds no words.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LoggedEvent } from '../../server/events/logged-event.ts';
import * as dispatch from '../../shared/protocol/dispatch.ts';
import { readHandover, takeOverHandover } from '../../shared/protocol/handovers.ts';
import * as incidents from '../../shared/protocol/incidents.ts';
import { NIGHTJAR } from '../../server/identity/actor.ts';
import { CALLER, movableClock, startNight, type Crew, type Night } from '../support/walk.ts';

const clock = movableClock('2026-11-20T22:00:00.000Z');
let night: Night;
let crew: Crew;
let incidentId = '';
let taskId = '';
let own = '';
let partner = '';

beforeAll(async () => {
  night = await startNight({ clock, settings: { NIGHTJAR_ROLE: 'web' } });
  crew = await night.crew();
});
afterAll(() => night.server.stop());

/** Ids, instants, numbers, codes and digests: the only things that may stand in a payload. */
const HARMLESS = /^([0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d\d-\d\d(T[\d:.]+Z)?|[0-9a-f]{64}|[a-z][A-Za-z0-9-]{0,30})$/;
const wordsIn = (value: unknown): string[] =>
  typeof value === 'string' ? (HARMLESS.test(value) ? [] : [value]) : typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];

/** The newest lines of the case, each by the one who did it, and none of them with words in it. What the product sets by itself beside them is nobody's deed. */
async function newLines(count: number, by: string): Promise<LoggedEvent[]> {
  const lines = (await night.log(incidentId)).filter(({ actor }) => actor !== NIGHTJAR.staffId).slice(-count);
  for (const line of lines) {
    expect({ [line.name]: wordsIn(line.payload) }).toEqual({ [line.name]: [] });
    expect({ by: line.actor, received: line.receivedAt, incident: line.incidentId, organisation: line.organisation !== null }).toEqual({ by, received: clock.now(), incident: incidentId, organisation: true });
  }
  return lines;
}
const names = (lines: readonly LoggedEvent[]): string[] => lines.map(({ name }) => name);

describe('one case', () => {
  test('is raised: the proposal stands at once, and the clock runs from the report', async () => {
    incidentId = await night.raise();
    const { incident, people } = await night.file(incidentId);
    expect(incident).toMatchObject({
      state: 'open', night: '2026-11-20', number: 1, reportedAt: '2026-11-20T21:55:00.000Z', raisedAt: clock.now(), grade: 2, proposedGrade: 2, strictest: 2, gradedAt: null,
      dueAt: '2026-11-20T22:55:00.000Z', ownerId: night.coordinator.staffId, raisedById: night.coordinator.staffId, raisedDutyId: night.coordinator.dutyId,
    });
    expect(people.map(({ isChild }) => isChild).toSorted()).toEqual([false, true]);

    const [raised, ...linked] = await newLines(3, night.coordinator.staffId);
    expect([raised?.name, ...names(linked)]).toEqual(['incident.raised', 'person.linked', 'person.linked']);
    expect(raised).toMatchObject({ entityType: 'incident', entityId: incidentId, occurredAt: clock.now(), payload: { proposedGrade: 2, proposalReasons: ['hurt', 'vulnerable'], summaryId: incident.summaryId } });

    const read = await night.coordinator.call(incidents.readIncident, { incidentId });
    expect(read).toMatchObject({ incident: { ref: 'EAR-1120-0001', summary: 'Shouting, and a child crying', people: expect.arrayContaining([expect.objectContaining({ name: 'Maya Amin', age: 'about 9' })]) }, caller: CALLER });
  });

  test('is graded: confirmed by a person, its deadline unmoved', async () => {
    clock.move(3);
    await night.grade(incidentId, 2, night.coordinator, null);
    const { incident } = await night.file(incidentId);
    expect(incident).toMatchObject({ grade: 2, gradedAt: clock.now(), firstGradedAt: clock.now(), dueAt: '2026-11-20T22:55:00.000Z' });
    const [graded] = await newLines(1, night.coordinator.staffId);
    expect(graded).toMatchObject({ name: 'incident.graded', payload: { from: 2, to: 2, rationaleId: null, requestId: null } });
  });

  test('is given a task with the legs it needs', async () => {
    taskId = await night.task(incidentId, { detail: 'Ask for the grandmother first' });
    const { tasks, legs } = await night.file(incidentId);
    expect(tasks).toMatchObject([{ id: taskId, activity: 'welfare-check', kind: 'visit', state: 'open', dueAt: null }]);
    expect(legs.map(({ need }) => need)).toEqual(['police', 'social-work']);
    const [added] = await newLines(1, night.coordinator.staffId);
    expect(added).toMatchObject({ name: 'task.added', entityId: taskId, payload: { detailId: tasks[0]?.detailId, legs: legs.map(({ id, need }) => ({ id, need })) } });
  });

  test('is sent a crew, each to the leg they can stand in', async () => {
    clock.move(2);
    [own = '', partner = ''] = await night.send(taskId, crew.both);
    const { assignments, legs } = await night.file(incidentId);
    const legOf = (id: string) => legs.find((leg) => leg.id === assignments.find((one) => one.id === id)?.legId)?.need;
    expect([legOf(own), legOf(partner)]).toEqual(['police', 'social-work']);
    for (const assignment of assignments) expect(assignment).toMatchObject({ state: 'dispatched', kind: 'visit', teamId: crew.teamId, dispatchedAt: clock.now(), dispatchedById: night.coordinator.staffId });
    expect(names(await newLines(2, night.coordinator.staffId))).toEqual(['assignment.dispatched', 'assignment.dispatched']);
  });

  test('is answered on one tablet for both in one car, the partner’s answer marked as that', async () => {
    clock.move(1);
    await night.step(crew.constable, own, 'accepted', { alsoFor: [partner] });
    await night.step(crew.constable, own, 'going', { alsoFor: [partner] });
    const lines = await newLines(4, crew.constable.staffId);
    expect(lines.map(({ payload }) => [payload.to, payload.staffId, payload.forPartner])).toEqual([
      ['accepted', crew.constable.staffId, false], ['accepted', crew.socialWorker.staffId, true], ['going', crew.constable.staffId, false], ['going', crew.socialWorker.staffId, true],
    ]);
    for (const assignment of (await night.file(incidentId)).assignments) expect(assignment).toMatchObject({ state: 'going', acceptedAt: clock.now(), goingAt: clock.now(), thereAt: null });
  });

  test('is attended: the first arrival stops the clock, the joint arrival is kept apart', async () => {
    const first = clock.move(17);
    await night.step(crew.constable, own, 'there');
    expect((await night.file(incidentId)).incident).toMatchObject({ attendedAt: first, jointAt: null });
    const joint = clock.move(6);
    await night.step(crew.socialWorker, partner, 'there');
    expect((await night.file(incidentId)).incident).toMatchObject({ attendedAt: first, jointAt: joint });
    expect(await newLines(1, crew.socialWorker.staffId)).toMatchObject([{ name: 'assignment.advanced', entityId: partner, payload: { to: 'there', forPartner: false } }]);
  });

  test('says who was seen, for each person or not at all', async () => {
    const { seenPersonIds } = await night.sighting(incidentId);
    expect(await crew.constable.refused(dispatch.recordSeen, { assignmentId: own, seenPersonIds: seenPersonIds.slice(1), notSeenPersonIds: [] })).toBe('say-who-was-seen');
    clock.move(10);
    await crew.constable.call(dispatch.recordSeen, { assignmentId: own, seenPersonIds, notSeenPersonIds: [] });
    const { tasks, assignments } = await night.file(incidentId);
    expect(tasks[0]?.seenPersonIds.toSorted()).toEqual(seenPersonIds.toSorted());
    expect(assignments.find(({ id }) => id === own)?.seenAt).toBe(clock.now());
    expect(await newLines(1, crew.constable.staffId)).toMatchObject([{ name: 'assignment.sawPeople', payload: { taskId, seenPersonIds, notSeenPersonIds: [] } }]);
  });

  test('has an outcome, and is finished when the last of them leaves', async () => {
    await night.outcome(crew.constable, taskId);
    expect((await night.file(incidentId)).tasks[0]).toMatchObject({ state: 'open', outcome: 'advice', outcomeAt: clock.now() });
    expect(names(await newLines(1, crew.constable.staffId))).toEqual(['task.outcomeRecorded']);
    clock.move(4);
    await night.step(crew.constable, own, 'left');
    expect((await night.file(incidentId)).tasks[0]?.state).toBe('open');
    await night.step(crew.socialWorker, partner, 'left');
    const { tasks, assignments } = await night.file(incidentId);
    expect(tasks[0]?.state).toBe('done');
    expect(assignments.map(({ state, leftAt, endedAt }) => [state, leftAt, endedAt])).toEqual([['left', clock.now(), clock.now()], ['left', clock.now(), clock.now()]]);
    expect(names(await newLines(2, crew.socialWorker.staffId))).toEqual(['assignment.advanced', 'task.finished']);
  });

  test('is sent to a day team with its pack, and stays with its owner', async () => {
    clock.move(30);
    const handoverId = await night.handOver(incidentId);
    const { handovers, incident } = await night.file(incidentId);
    expect(handovers).toMatchObject([{ id: handoverId, receivingTeamId: night.dayTeamId, state: 'sent', sentById: night.coordinator.staffId, dueAt: '2026-11-23T09:00:00.000Z', takenById: null }]);
    expect(incident).toMatchObject({ state: 'open', ownerId: night.coordinator.staffId });
    expect(await newLines(1, night.coordinator.staffId)).toMatchObject([{ name: 'handover.sent', entityId: handoverId, payload: { packDigest: expect.stringMatching(/^[0-9a-f]{64}$/) } }]);

    const { pack } = await night.dayWorker.call(readHandover, { handoverId });
    expect(pack).toMatchObject({
      ref: 'EAR-1120-0001', caller: 'PC Imran Shah, Police, 01632 960 101', summary: 'Shouting, and a child crying', riskNow: 'Lower while the aunt is there', warnings: [],
      checks: 'None recorded here; police, MASH, Care Connect, EDT’s own records and health not checked.', outstanding: [],
    });
    expect(pack.people.map(({ name, seen }) => [name, seen]).toSorted()).toEqual([['Maya Amin', 'seen'], ['Rosa Amin', 'seen']]);
  });

  test('is taken over by a named person, who owns it from then on, and the night is done with it', async () => {
    clock.move(60);
    const [handover] = (await night.file(incidentId)).handovers;
    await night.dayWorker.call(takeOverHandover, { handoverId: handover?.id ?? '' });
    const { handovers, incident } = await night.file(incidentId);
    expect(handovers[0]).toMatchObject({ state: 'taken-over', takenById: night.dayWorker.staffId, takenAt: clock.now(), takenBy: 'account', endedAt: clock.now() });
    expect(incident).toMatchObject({ state: 'closed', ending: 'taken-over', endedAt: clock.now(), ownerId: night.dayWorker.staffId, reportedAt: '2026-11-20T21:55:00.000Z' });
    expect(names(await newLines(2, night.dayWorker.staffId))).toEqual(['handover.takenOver', 'incident.ended']);
  });

  test('can be read afterwards as one timeline, every line a sentence', async () => {
    const { timeline } = await night.supervisor.call(incidents.readIncident, { incidentId });
    expect(timeline.map(({ name }) => name)).toEqual((await night.log(incidentId)).map(({ name }) => name));
    for (const { sentence, by } of timeline) expect(`${by}: ${sentence}`).not.toMatch(/undefined|null|\{|by somebody|[Ss]omebody \(/);
    expect(timeline.at(-2)?.sentence).toBe(`Taken over by ${night.dayWorker.name}, Burnley day team`);
  });
});
