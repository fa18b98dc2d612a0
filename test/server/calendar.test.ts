// The calendar's link: times and nothing else, to whoever has the link, until it is ended; and in no log.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { disableAccount } from '../../shared/protocol/admin.ts';
import { makeCalendarLink, readCalendarLink, revokeCalendarLink } from '../../shared/protocol/calendar.ts';
import * as planning from '../../shared/protocol/planning.ts';
import { addShifts, readRoster, reportSick } from '../../shared/protocol/roster.ts';
import { movableClock, startNight, type Night } from '../support/walk.ts';
import type { Person } from '../support/server.ts';

const clock = movableClock('2026-11-20T22:00:00.000Z');
let night: Night;
let worker: Person;
beforeAll(async () => {
  night = await startNight({ clock, settings: { NIGHTJAR_ROLE: 'web' } });
  worker = await night.server.person('responder', { name: 'Hazel Dipper', profession: 'social-worker' });
});
afterAll(() => night.server.stop());

const read = async (path: string): Promise<{ status: number; type: string | null; text: string }> => {
  const answer = await fetch(`${night.server.url}${path}`);
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
};
const fieldsOf = (text: string): Record<string, string>[] => text.split('BEGIN:VEVENT\r\n').slice(1).map((event) => Object.fromEntries(event.split('\r\n').filter((line) => /^[A-Z]+:/.test(line)).map((line) => line.split(/:(.*)/s).slice(0, 2))));
const linkOf = async (person: Person): Promise<string> => (await person.call(makeCalendarLink, {})).path;

test('it says when somebody works and is booked, and not a word more; what was called off is taken out under the same name', async () => {
  const path = await linkOf(worker);
  expect(path).toMatch(/^\/calendar\/[\w-]{40,}\.ics$/);
  await night.supervisor.call(addShifts, { staffId: worker.staffId, firstDay: '2026-11-22', begins: '14:00', ends: '22:00', pause: null, repeat: { kind: 'once' }, districtCodes: [], despite: null });
  const incidentId = await night.raiseMild();
  await night.grade(incidentId, 3);
  const taskId = await night.task(incidentId);
  const { legs } = await night.file(incidentId);
  const constable = await night.server.person('responder', { name: 'Alder Shrike', profession: 'constable' });
  const fromAt = plusMinutes(clock.now(), 2 * 24 * 60);
  const { ids: { bookingId = '' } } = await night.coordinator.call(planning.bookVisit, { taskId, isFixed: false, told: 'Sunday at ten at night', visits: legs.map(({ id, need }) => ({ legId: id, staffId: (need === 'police' ? constable : worker).staffId, fromAt, minutes: 60 })) });

  const { status, type, text } = await read(path);
  expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(fieldsOf(text)).toMatchObject([
    { DTSTART: '20261122T140000Z', DTEND: '20261122T220000Z', SUMMARY: 'Shift', STATUS: 'CONFIRMED', CLASS: 'PRIVATE' }, { DTSTART: '20261122T220000Z', DTEND: '20261122T230000Z', SUMMARY: 'Visit', STATUS: 'CONFIRMED', SEQUENCE: '0' },
  ]);
  expect(text.endsWith('END:VCALENDAR\r\n') && text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  // Who, where, for whom and by which number: nothing of it.
  for (const word of ['Hazel', 'Dipper', 'Shrike', 'EAR', incidentId, taskId, bookingId, worker.staffId, 'Preston', 'Sunday', 'LOCATION', 'DESCRIPTION', 'ATTENDEE', 'ORGANIZER']) expect(text).not.toContain(word);

  await night.coordinator.call(planning.cancelVisit, { taskId, bookingId, reason: 'They are away' });
  const { shifts } = await night.coordinator.call(readRoster, { night: '2026-11-22' });
  await night.coordinator.call(reportSick, { shiftId: shifts.find(({ staffId }) => staffId === worker.staffId)?.id ?? '' });
  const after = fieldsOf((await read(path)).text);
  expect(after.map(({ UID, STATUS, SEQUENCE }) => [UID, STATUS, SEQUENCE])).toEqual(fieldsOf(text).map(({ UID }) => [UID, 'CANCELLED', '1']));
});

test('only the link in force answers: not a wrong one, not an earlier one, not one that was ended, nor that of somebody whose account is', async () => {
  const first = await linkOf(worker);
  const second = await linkOf(worker);
  expect((await worker.call(readCalendarLink, {})).madeAt).not.toBeNull();
  expect(await Promise.all([first, second, '/calendar/x.ics', `/calendar/${'%00'.repeat(9)}.ics`, `${second.slice(0, -5)}.ics`].map(async (path) => (await read(path)).status))).toEqual([404, 200, 404, 404, 404]);
  await worker.call(revokeCalendarLink, {});
  await worker.call(revokeCalendarLink, {});
  expect([(await read(second)).status, (await worker.call(readCalendarLink, {})).madeAt]).toEqual([404, null]);
  const other = await night.server.person('responder', { profession: 'social-worker' });
  const theirs = await linkOf(other);
  await (await night.server.person('administrator')).call(disableAccount, { accountId: other.accountId });
  expect((await read(theirs)).status).toBe(404);
});

test('a repeated command shows no link a second time, two at once leave one, and no link is in a log', async () => {
  const commandId = crypto.randomUUID();
  const { path } = await worker.call(makeCalendarLink, { commandId });
  expect(await worker.refused(makeCalendarLink, { commandId })).toBe('link-made-already');
  expect((await read(path)).status).toBe(200);
  const made = await Promise.all(Array.from({ length: 5 }, () => linkOf(worker)));
  expect((await Promise.all(made.map(async (one) => (await read(one)).status))).filter((status) => status === 200)).toHaveLength(1);
  const token = path.slice('/calendar/'.length, -'.ics'.length);
  const events = await night.server.db.query<{ body: string }[]>(`SELECT payload::text AS body FROM event WHERE name LIKE 'calendar.%'`);
  expect(events.length).toBeGreaterThan(5);
  for (const words of [night.server.logged(), JSON.stringify(events)]) for (const secret of [token, ...made.map((one) => one.slice(10, -4))]) expect(words).not.toContain(secret);
  expect(night.server.logged()).toContain('/calendar/:token.ics');
});
