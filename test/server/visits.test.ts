// Booked visits over the wire: who may, who hears of it and of what, two who book one person at once, and the log that tells it all.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { plusMinutes } from '../../shared/domain/instant.ts';
import * as planning from '../../shared/protocol/planning.ts';
import { readIncident, restrictIncident } from '../../shared/protocol/incidents.ts';
import { expectLogToTellTheState } from '../support/verdict.ts';
import { movableClock, startNight, type Night } from '../support/walk.ts';
import { Refusal, type Person } from '../support/server.ts';

const clock = movableClock('2026-11-20T22:00:00.000Z');
let night: Night;
beforeAll(async () => { night = await startNight({ clock, settings: { NIGHTJAR_ROLE: 'web' } }); });
afterAll(async () => {
  await expectLogToTellTheState(night.server.db, night.server.keys);
  await night.server.stop();
});

const view = async (incidentId: string, by: Person = night.coordinator) => (await by.call(readIncident, { incidentId })).incident;
/** A Grade 3 with its welfare check, and what a booking of it says. */
async function toBook(crew: Awaited<ReturnType<Night['crew']>>) {
  const incidentId = await night.raiseMild();
  await night.grade(incidentId, 3);
  const taskId = await night.task(incidentId);
  const { legs } = await night.file(incidentId);
  const at = (minutes: number, change: { isFixed?: boolean; told?: string | null } = {}) => ({
    taskId, isFixed: change.isFixed ?? false, told: change.told ?? null,
    visits: legs.map(({ id, need }) => ({ legId: id, staffId: (need === 'police' ? crew.constable : crew.socialWorker).staffId, fromAt: plusMinutes(clock.now(), minutes), minutes: 60 })),
  });
  return { incidentId, taskId, at };
}

test('a visit is booked, told, moved once they were told, and called off; nobody outside hears of it', async () => {
  const crew = await night.crew();
  const { incidentId, taskId, at } = await toBook(crew);
  await night.coordinator.call(planning.sayWindow, { taskId, fromAt: plusMinutes(clock.now(), 120), untilAt: null, isDaily: false, order: null, said: 'The carer is home from midnight' });
  expect(await night.coordinator.refused(planning.bookVisit, at(60))).toBe('does-not-suit');
  const { ids: { bookingId = '' } } = await night.coordinator.call(planning.bookVisit, at(180, { told: 'Between one and two at night' }));
  expect(await view(incidentId)).toMatchObject({
    visits: [{ bookingId, state: 'booked', fromAt: plusMinutes(clock.now(), 180) }, { bookingId, state: 'booked' }], windows: [{ said: 'The carer is home from midnight', untilAt: null }],
    promises: [{ kind: 'somebody-comes', dueAt: plusMinutes(clock.now(), 240), state: 'standing' }],
  });
  expect(await night.supervisor.refused(planning.moveVisit, { ...at(600), bookingId, reason: 'A Grade 2 took the crew' })).toBe('family-not-told');
  const { ids: { bookingId: moved = '' } } = await night.supervisor.call(planning.moveVisit, { ...at(600, { told: 'Rung: at eight in the morning' }), bookingId, reason: 'A Grade 2 took the crew' });
  expect((await view(incidentId)).visits.filter(({ state }) => state === 'booked').map((visit) => visit.bookingId)).toEqual([moved, moved]);
  expect(await night.coordinator.refused(planning.cancelVisit, { taskId, bookingId, reason: 'Not needed' })).toBe('visit-over');
  await night.coordinator.call(planning.cancelVisit, { taskId, bookingId: moved, reason: 'Not needed' });
  const { timeline } = await night.coordinator.call(readIncident, { incidentId });
  expect(timeline.map(({ sentence }) => sentence).filter((sentence) => /visit|suits/.test(sentence))).toEqual([
    'It suits the family from Sat 21 Nov 00:00', expect.stringMatching(/^A visit is booked: .* Sat 21 Nov 01:00 to 02:00/), expect.stringMatching(/^The booked visit was moved: /), 'The booked visit was called off',
  ]);
  for (const person of [crew.constable, crew.socialWorker]) expect((await person.raw('GET', `/api/incidents/${incidentId}`)).status).toBe(404);
});

test('two who book one person at the same moment: one has them, and the other hears it', async () => {
  const crew = await night.crew();
  const some = await Promise.all(Array.from({ length: 5 }, () => toBook(crew)));
  const tried = await Promise.allSettled(some.map(({ at }, index) => (index % 2 === 0 ? night.coordinator : night.supervisor).call(planning.bookVisit, at(120))));
  expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const one of tried) if (one.status === 'rejected') expect(one.reason instanceof Refusal && one.reason.code).toBe('visit-overlaps');
});

test('whoever may not see the incident hears that somebody is booked then, and nothing of for what', async () => {
  const crew = await night.crew();
  const [hidden, open] = [await toBook(crew), await toBook(crew)];
  await night.coordinator.call(planning.bookVisit, hidden.at(300));
  await night.supervisor.call(restrictIncident, { incidentId: hidden.incidentId, staffIds: [night.supervisor.staffId], reason: 'A colleague lives there' });
  const bookable = { fromAt: plusMinutes(clock.now(), 300), untilAt: plusMinutes(clock.now(), 360) };
  const other = await night.onDuty('coordinator');
  const listed = await other.call(planning.listBookable, bookable);
  expect(listed.find(({ staffId }) => staffId === crew.constable.staffId)?.busy).toEqual([bookable]);
  expect(JSON.stringify(listed)).not.toContain(hidden.incidentId);
  const refusal = await other.call(planning.bookVisit, open.at(330)).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal instanceof Refusal && [refusal.code, refusal.detail.includes('EAR-')]).toEqual(['visit-overlaps', false]);
  const [leg] = (await night.file(hidden.incidentId)).visits;
  expect(await other.refused(planning.cancelVisit, { taskId: hidden.taskId, bookingId: leg?.bookingId ?? '', reason: 'I guess it is there' })).toBe('not-found');
});

test('what makes no sense is refused in words: a leg of another task, a person who may not be sent, a length that is none', async () => {
  const crew = await night.crew();
  const [{ at }, other] = [await toBook(crew), await toBook(crew)];
  const [first, second] = at(900).visits;
  if (first === undefined || second === undefined) throw new Error('a welfare check has two legs');
  const asked = (visits: readonly (typeof first)[]) => ({ ...at(900), visits: [...visits] });
  expect(await night.coordinator.refused(planning.bookVisit, asked([first, ...other.at(900).visits.slice(1)]))).toBe('legs-each-once');
  expect(await night.coordinator.refused(planning.bookVisit, asked([first, { ...second, staffId: night.supervisor.staffId }]))).toBe('not-found');
  expect(await night.coordinator.refused(planning.bookVisit, asked([first, { ...second, minutes: 0 }]))).toBe('not-understood');
  expect(await night.coordinator.refused(planning.bookVisit, asked([first, { ...second, minutes: 600 }]))).toBe('visit-how-long');
  expect(await night.edt.refused(planning.bookVisit, at(900))).toBe('not-your-role');
});
