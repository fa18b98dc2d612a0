// How people are sent, by a real server: one leg ahead by saying so, where they meet, and who hears of it.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { listAccounts, recordGender } from '../../shared/protocol/admin.ts';
import { addCertificate } from '../../shared/protocol/certificates.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { wallNow } from '../../server/clock/clock.ts';
import { addTask, agreeMeeting, cancelTask, dispatchCrew, setLegSkills, standDown } from '../../shared/protocol/dispatch.ts';
import { beginBreak, endBreak, readLive } from '../../shared/protocol/duties.ts';
import { holdCrew, releaseHeld } from '../../shared/protocol/holds.ts';
import { readIncident, recordWarning, restrictIncident } from '../../shared/protocol/incidents.ts';
import { suggestForTask } from '../../shared/protocol/suggestions.ts';
import { startNight, type Night, type OnDuty, type Tasked } from '../support/night.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { waitFor } from '../support/wait-for.ts';

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

test('where they meet is said again on the way, by control alone; both who go hear of it, and nobody else', async () => {
  const [task, other] = [await night.tasked(), await night.tasked()];
  const input = (where: string | null) => ({ taskId: task.taskId, meeting: where === null ? null : { where, meetAt: null } });
  expect(await night.coordinator.refused(agreeMeeting, input('Church gate'))).toBe('nobody-to-tell');
  await night.coordinator.call(dispatchCrew, await asked(task, [night.constable.dutyId, night.socialWorker.dutyId], { meeting: { where: 'Library', meetAt: null } }));
  await expect(night.constable.call(agreeMeeting, input('Church gate'))).rejects.toMatchObject({ status: 403 });
  expect(await night.coordinator.refused(agreeMeeting, { taskId: task.taskId, meeting: { where: ' ', meetAt: null } })).toBe('not-understood');
  const shown = async (by: OnDuty) => (await by.call(readLive, {})).incident.find(({ id }) => id === task.incidentId)?.meetings.filter(({ endedAt }) => endedAt === null).map(({ where }) => where);
  await night.coordinator.call(agreeMeeting, input('Church gate'));
  expect([await shown(night.constable), await shown(night.socialWorker), await shown(night.coordinator)]).toEqual([['Church gate'], ['Church gate'], ['Church gate']]);
  const bystander = await server.person('responder', { profession: 'constable' });
  expect((await bystander.call(readLive, {})).incident).toEqual([]);
  expect(await bystander.refused(readIncident, { incidentId: task.incidentId })).toBe('not-found');

  await night.coordinator.call(agreeMeeting, input(null));
  await night.coordinator.call(agreeMeeting, input(null));
  expect([await shown(night.constable), (await night.record(other.incidentId)).meetings]).toEqual([[], []]);
  const { timeline } = await night.coordinator.call(readIncident, { incidentId: task.incidentId });
  expect(timeline.filter(({ name }) => name.startsWith('meeting.')).map(({ sentence, note }) => [sentence, note])).toEqual([
    ['They meet before the door; whoever is first waits', 'Library'], ['They meet before the door; whoever is first waits', 'Church gate'], ['They do not meet before the door any more', null],
  ]);
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

describe('held, not sent', () => {
  const hold = async (task: Tasked, dutyIds: string[], by = night.coordinator) => by.call(holdCrew, { taskId: task.taskId, expectedVersion: (await night.record(task.incidentId)).version, dutyIds });
  const both = () => [night.constable.dutyId, night.socialWorker.dutyId];
  const ends = async ({ incidentId }: Tasked) => (await night.record(incidentId)).reservations.map(({ endedAs }) => endedAs);
  const letGo = async ({ incidentId }: Tasked) => night.coordinator.call(releaseHeld, { incidentId, reservationIds: (await night.record(incidentId)).reservations.map(({ id }) => id) });

  test('nobody held hears of it, nor is any of it theirs to read; the desks see for what, until when and by whom', async () => {
    const [task, other] = [await night.tasked(), await night.tasked()];
    const before = (await night.constable.call(readLive, {})).incident.length;
    await hold(task, both());
    const { reservations, assignments, version } = await night.record(task.incidentId);
    expect(assignments).toEqual([]);
    expect(reservations).toMatchObject([{ name: night.constable.name, heldBy: { name: night.coordinator.name }, endedAs: null }, { name: night.socialWorker.name }]);
    expect((await night.constable.call(readLive, {})).incident).toHaveLength(before);
    expect(await night.constable.refused(readIncident, { incidentId: task.incidentId })).toBe('not-found');
    // Whoever goes to the other leg of it reads nothing of who is held.
    await letGo(task);
    await night.coordinator.call(dispatchCrew, await asked(task, [night.elsewhere.dutyId], { soloBecause: 'Near' }));
    await hold(task, [night.socialWorker.dutyId]);
    const read = await night.elsewhere.call(readIncident, { incidentId: task.incidentId });
    expect([read.incident.reservations, read.timeline.filter(({ name }) => name.startsWith('reservation.'))]).toEqual([[], []]);
    expect((await night.record(task.incidentId)).version).toBeGreaterThan(version);
    const answer = await night.coordinator.call(suggestForTask, { taskId: other.taskId, insteadOf: [] });
    expect(answer.leftOut.find(({ dutyId }) => dutyId === night.socialWorker.dutyId)?.why).toMatch(new RegExp(`^held for EAR-\\d{4}-\\d{4} until \\d\\d:\\d\\d by ${night.coordinator.name}$`));
    await letGo(task);
    await freed(task);
  });

  test('others send them only by saying so; whoever held them reads it on the log; a concealed incident is not named', async () => {
    const [task, other] = [await night.tasked(), await night.tasked()];
    await hold(task, both());
    expect(await night.supervisor.refused(dispatchCrew, await asked(other, both()))).toBe('held-for-other');
    expect(await night.supervisor.refused(holdCrew, { taskId: other.taskId, expectedVersion: (await night.record(other.incidentId)).version, dutyIds: both() })).toBe('held-already');
    const ids = async ({ incidentId }: Tasked, by = night.coordinator) => (await night.record(incidentId, by)).reservations.filter(({ endedAt }) => endedAt === null).map(({ id }) => id);
    // One of two is not both: nobody is taken who was not named.
    expect(await night.supervisor.refused(dispatchCrew, { ...await asked(other, both()), takeHeld: (await ids(task)).slice(1) })).toBe('held-for-other');
    expect(await ends(task)).toEqual([null, null]);
    await night.supervisor.call(dispatchCrew, { ...await asked(other, both()), takeHeld: await ids(task) });
    expect(await ends(task)).toEqual(['taken', 'taken']);
    await freed(other);

    const third = await night.tasked(await night.graded(await night.raised(night.supervisor)));
    await hold(third, both(), night.supervisor);
    await night.supervisor.call(restrictIncident, { incidentId: third.incidentId, staffIds: [night.supervisor.staffId], reason: 'A colleague lives there' });
    const said = await night.coordinator.raw('POST', `/api/tasks/${other.taskId}/dispatch`, { commandId: crypto.randomUUID(), ...without(await asked(other, both())) });
    expect(said).toMatchObject({ status: 409, body: { code: 'held-for-other', detail: expect.stringMatching(/held for other work until .* by a colleague/) } });
    const concealed = await ids(third, night.supervisor);
    expect(await night.coordinator.refused(dispatchCrew, { ...await asked(other, both()), takeHeld: concealed })).toBe('not-found');
    await night.supervisor.call(dispatchCrew, { ...await asked(other, both()), takeHeld: concealed });
    await freed(other);
  });

  test('sending them ends it; so does another in their leg, the end of the task, a break and the end of duty', async () => {
    const task = await night.tasked();
    await hold(task, both());
    await night.coordinator.call(dispatchCrew, await asked(task, both()));
    expect(await ends(task)).toEqual(['sent', 'sent']);
    await freed(task);
    await hold(task, [night.constable.dutyId]);
    await night.coordinator.call(dispatchCrew, await asked(task, [night.elsewhere.dutyId], { soloBecause: 'Nearer' }));
    expect((await ends(task)).at(-1)).toBe('filled');
    await freed(task);
    await hold(task, [night.constable.dutyId]);
    await night.coordinator.call(cancelTask, { taskId: task.taskId, reason: 'Not needed' });
    expect((await ends(task)).at(-1)).toBe('task-ended');

    const again = await night.tasked();
    await hold(again, [night.elsewhere.dutyId]);
    await night.elsewhere.call(beginBreak, { dutyId: night.elsewhere.dutyId, minutes: 20 });
    await waitFor('the break to free them', async () => (await ends(again)).at(-1) === 'on-break', 8_000);
    await night.elsewhere.call(endBreak, { dutyId: night.elsewhere.dutyId, reason: null });
  });

  test('two hold the same person at once: one has them, the other hears who and until when', async () => {
    const tasks = [await night.tasked(), await night.tasked()];
    const answers = await Promise.allSettled(tasks.map((task, index) => hold(task, [night.constable.dutyId], index === 0 ? night.coordinator : night.supervisor)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const lost = answers.find((answer) => answer.status === 'rejected');
    expect(lost?.reason).toMatchObject({ code: 'held-already', detail: expect.stringMatching(/is held already, for EAR-.* until \d\d:\d\d/) });
    for (const task of tasks) if ((await night.record(task.incidentId)).reservations.length > 0) await letGo(task);
  });

  test('it runs out by itself at the policy’s minutes, without a sound', async () => {
    const task = await night.tasked();
    await hold(task, [night.constable.dutyId]);
    await server.db.query("UPDATE reservation SET held_at = held_at - interval '1 hour', until_at = until_at - interval '1 hour' WHERE ended_at IS NULL");
    await waitFor('it to run out', async () => (await ends(task)).at(-1) === 'ran-out', 8_000);
    const { incident: { alarms }, timeline } = await night.coordinator.call(readIncident, { incidentId: task.incidentId });
    expect(alarms).toEqual([]);
    expect(timeline.at(-1)).toMatchObject({ by: 'Nightjar', sentence: `${night.constable.name} no longer held: the time ran out` });
  });
});

const without = ({ taskId: _task, ...body }: Awaited<ReturnType<typeof asked>>) => body;

describe('what a leg needs besides', () => {
  const certified = async (person: OnDuty, skill: 'british-sign-language', until: string | null) =>
    night.administrator.call(addCertificate, { staffId: person.staffId, skill, from: '2026-01-01', until });

  test('is asked of whoever is ranked, sent and booked, and said to be missing or ended', async () => {
    const incidentId = await night.graded();
    const { ids } = await night.coordinator.call(addTask, { incidentId, activity: 'welfare-check', kind: 'visit', legs: ['police', 'social-work'], legSkills: [[], ['british-sign-language']], detail: null, dueFrom: null, dueAt: null });
    const task: Tasked = { incidentId, taskId: ids.taskId ?? '' };
    expect((await night.record(incidentId)).legs.map(({ skills }) => skills)).toEqual([[], ['british-sign-language']]);
    const both = [night.constable.dutyId, night.socialWorker.dutyId];
    expect(await night.coordinator.refused(dispatchCrew, await asked(task, both))).toBe('certificate-needed');
    const why = async () => (await night.coordinator.call(suggestForTask, { taskId: task.taskId, insteadOf: [] })).leftOut.find(({ dutyId }) => dutyId === night.socialWorker.dutyId)?.why;
    expect(await why()).toBe('no certificate in date: British Sign Language');
    await certified(night.socialWorker, 'british-sign-language', '2026-02-28');
    expect(await why()).toBe('certificate ended on 28 Feb: British Sign Language');
    await certified(night.socialWorker, 'british-sign-language', null);
    expect(await why()).toBeUndefined();
    await night.coordinator.call(dispatchCrew, await asked(task, both));
    await freed(task);
  });

  test('is said afresh while the task is open, by the desks alone; whoever stands there goes on', async () => {
    const task = await night.tasked();
    await night.coordinator.call(dispatchCrew, await asked(task, [night.constable.dutyId, night.socialWorker.dutyId]));
    const [leg] = (await night.record(task.incidentId)).legs;
    const input = { legId: leg?.id ?? '', skills: ['speaks:pl' as const, 'speaks:pl' as const] };
    await expect(night.constable.call(setLegSkills, input)).rejects.toMatchObject({ status: 403 });
    await night.coordinator.call(setLegSkills, input);
    expect((await night.record(task.incidentId)).legs[0]?.skills).toEqual(['speaks:pl']);
    expect((await night.record(task.incidentId)).assignments.filter(({ endedAt }) => endedAt === null)).toHaveLength(2);
    await freed(task);
    expect(await night.coordinator.refused(dispatchCrew, await asked(task, [night.constable.dutyId, night.socialWorker.dutyId]))).toBe('certificate-needed');
    await night.coordinator.call(cancelTask, { taskId: task.taskId, reason: 'Not needed' });
    expect(await night.coordinator.refused(setLegSkills, input)).toBe('task-ended');
  });
});

describe('visits for women only', () => {
  const recorded = async (person: OnDuty, gender: 'woman' | 'man' | null) => {
    const account = (await night.administrator.call(listAccounts, {})).find(({ staffId }) => staffId === person.staffId);
    await night.administrator.call(recordGender, { accountId: account?.id ?? '', gender });
  };
  test('offer nobody who is not recorded so; a supervisor may send them by saying why; who is which is shown to nobody and stands in no line of the log', async () => {
    const task = await night.tasked();
    await night.supervisor.call(recordWarning, { incidentId: task.incidentId, kind: 'women-only', source: 'Her own wish, told to the caller', reviewAt: plusMinutes(wallNow(), 60 * 24) });
    await recorded(night.socialWorker, 'woman');
    const both = [night.constable.dutyId, night.socialWorker.dutyId];
    const why = async () => (await night.coordinator.call(suggestForTask, { taskId: task.taskId, insteadOf: [] })).leftOut.find(({ dutyId }) => dutyId === night.constable.dutyId)?.why;
    expect(await why()).toBe('women only, not recorded: ask');
    expect(await night.coordinator.refused(dispatchCrew, await asked(task, both))).toBe('gender-not-recorded');
    await recorded(night.constable, 'man');
    expect(await why()).toBe('women only');
    expect(await night.coordinator.refused(dispatchCrew, await asked(task, both))).toBe('gender-other');
    expect(await night.coordinator.refused(dispatchCrew, { ...await asked(task, both), despiteBecause: 'She agrees to it' })).toBe('not-your-role');
    await night.supervisor.call(dispatchCrew, { ...await asked(task, both), despiteBecause: 'She agrees to it, her mother is there' });
    const { timeline } = await night.coordinator.call(readIncident, { incidentId: task.incidentId });
    expect(timeline.map(({ sentence }) => sentence)).toContain(`${night.constable.name} sent though the visit is for women only, by a supervisor’s decision`);
    const log = JSON.stringify(await server.db.query('SELECT payload FROM event'));
    expect(log).not.toMatch(/"man"|gender/i);
    const seen = JSON.stringify([await night.coordinator.call(readLive, {}), await night.constable.call(readLive, {}), await night.coordinator.call(suggestForTask, { taskId: task.taskId, insteadOf: [] })]);
    expect(seen).not.toMatch(/"gender"|"(man|woman)"/);
    await expect(night.supervisor.call(recordGender, { accountId: crypto.randomUUID(), gender: 'man' })).rejects.toMatchObject({ status: 403 });
    await recorded(night.constable, null);
    await freed(task);
  });
});
