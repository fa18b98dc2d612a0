// The roster on a real server: made by a supervisor, read by control, kept apart by the database itself.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { wallNow } from '../../server/clock/clock.ts';
import { dateOf, dutyNightOf } from '../../shared/domain/duty-night.ts';
import { nextDay, wallMoment } from '../../shared/domain/shift-pattern.ts';
import * as roster from '../../shared/protocol/roster.ts';
import type { CallOf } from '../../shared/protocol/route.ts';
import { known, startNight, type Night } from '../support/night.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let night: Night;
const DAY = nextDay(dateOf(wallNow()), 20);

beforeAll(async () => {
  server = await startTestServer();
  night = await startNight(server);
});
afterAll(() => server.stop());

type Adding = Omit<CallOf<typeof roster.addShifts>, 'commandId'>;
const adding = (staffId: string, change: Partial<Adding> = {}): Adding => ({ staffId, firstDay: DAY, begins: '20:00', ends: '06:00', pause: null, repeat: { kind: 'once' }, districtCodes: [], despite: null, ...change });
const add = (staffId: string, change: Partial<Adding> = {}) => night.supervisor.call(roster.addShifts, adding(staffId, change));
const shiftsOn = async (day: string) => (await night.coordinator.call(roster.readRoster, { night: dutyNightOf(wallMoment(day, '20:00')) })).shifts;
const shiftOf = async (staffId: string, day = DAY) => known((await shiftsOn(day)).find((one) => one.staffId === staffId));

test('a pattern is entered whole, seen by control and by the person alone, and stands on the log shift by shift', async () => {
  const { staffId } = night.constable;
  await add(staffId, { repeat: { kind: 'on-off', on: 2, off: 2, until: nextDay(DAY, 5) }, districtCodes: ['E07000117'], pause: { begins: '00:30', minutes: 30 } });
  expect(await shiftOf(staffId)).toMatchObject({ name: 'Dilwyn Marchbanks', districtCodes: ['E07000117'], duty: null, sickAt: null, breaks: [{ from: wallMoment(nextDay(DAY), '00:30') }] });
  expect((await night.constable.call(roster.listOwnShifts, {})).map(({ from }) => from)).toEqual([DAY, nextDay(DAY), nextDay(DAY, 4), nextDay(DAY, 5)].map((day) => wallMoment(day, '20:00')));
  expect(await night.socialWorker.call(roster.listOwnShifts, {})).toEqual([]);
  const logged = await server.db.query("SELECT payload FROM event WHERE name = 'shift.made'");
  expect(logged).toHaveLength(4);
});

test('what overlaps is refused whole, and nothing of it is entered; too little rest needs a reason', async () => {
  const { staffId } = night.constable;
  expect(await night.supervisor.refused(roster.addShifts, adding(staffId, { firstDay: nextDay(DAY, 2), repeat: { kind: 'weekly', weekdays: [0, 1, 2, 3, 4, 5, 6], until: nextDay(DAY, 9) } }))).toBe('shift-overlaps');
  expect(await shiftsOn(nextDay(DAY, 2))).toEqual([]);
  const early = adding(staffId, { firstDay: nextDay(DAY, 2), begins: '12:00', ends: '18:00' });
  expect(await night.supervisor.refused(roster.addShifts, early)).toBe('shift-breaks-rest');
  await night.supervisor.call(roster.addShifts, { ...early, despite: 'Agreed with them: nobody else for the day' });
  expect(await shiftsOn(nextDay(DAY, 2))).toHaveLength(1);
  expect(await night.supervisor.refused(roster.addShifts, adding(staffId, { firstDay: nextDay(DAY, 900) }))).toBe('shift-times');
  expect(await night.supervisor.refused(roster.addShifts, adding(night.northMember.staffId))).toBe('not-found');
});

test('two supervisors at once enter one shift for one person', async () => {
  const person = await server.person('responder', { name: 'Olwen Rowan', profession: 'pcso' });
  const both = await Promise.allSettled([add(person.staffId), add(person.staffId, { begins: '22:00' })]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  await expect(server.db.query('INSERT INTO shift (id, staff_id, from_at, until_at, district_codes, breaks, made_at) SELECT gen_random_uuid(), staff_id, from_at, until_at, district_codes, breaks, made_at FROM shift WHERE staff_id = $1', [person.staffId])).rejects.toThrow('shift_one_place');
});

test('somebody sick stays on the roster as a gap, until somebody else has the shift', async () => {
  const [sick, other] = [await server.person('responder', { name: 'Tegan Hazel', profession: 'pcso' }), await server.person('responder', { name: 'Ivo Willow', profession: 'pcso' })];
  await add(sick.staffId);
  const { id: shiftId } = await shiftOf(sick.staffId);
  await night.coordinator.call(roster.reportSick, { shiftId });
  expect(await shiftOf(sick.staffId)).toMatchObject({ sickBy: 'Asha Whitethorn' });
  expect(await night.coordinator.refused(roster.reportSick, { shiftId })).toBe('shift-sick');
  await night.supervisor.call(roster.giveShift, { shiftId, toStaffId: other.staffId, forShiftId: null, despite: null });
  expect((await shiftsOn(DAY)).filter(({ id }) => id === shiftId)).toMatchObject([{ staffId: other.staffId, sickAt: null }]);
  await night.supervisor.call(roster.removeShift, { shiftId });
  expect(await night.supervisor.refused(roster.removeShift, { shiftId })).toBe('shift-over');
});

test('two swap their shifts of one night, and neither has two', async () => {
  const [one, other] = [await server.person('responder', { profession: 'pcso' }), await server.person('responder', { profession: 'pcso' })];
  await add(one.staffId);
  await add(other.staffId, { begins: '18:00', ends: '04:00' });
  const [mine, theirs] = [await shiftOf(one.staffId), await shiftOf(other.staffId)];
  await night.supervisor.call(roster.giveShift, { shiftId: mine.id, toStaffId: other.staffId, forShiftId: theirs.id, despite: null });
  expect([(await shiftOf(one.staffId)).id, (await shiftOf(other.staffId)).id]).toEqual([theirs.id, mine.id]);
});

test('nobody but control reads the roster, and nobody but a supervisor makes it', async () => {
  for (const person of [night.constable, night.edt, night.northMember, night.administrator, night.auditor, night.analyst]) {
    expect(await person.refused(roster.readRoster, { night: DAY })).toBe('not-your-role');
    expect(await person.refused(roster.reportSick, { shiftId: night.kestrel })).toBe('not-your-role');
  }
  expect(await night.coordinator.refused(roster.addShifts, adding(night.constable.staffId))).toBe('not-your-role');
});

describe('from a file', () => {
  const csv = (...rows: string[]): string => ['person,from,until,areas,break_from,break_until,despite', ...rows].join('\r\n');
  const at = (days: number, time: string): string => `${nextDay(DAY, days)} ${time}`;

  test('each line is judged by what stands and by the lines before it, and nothing is written', async () => {
    const person = await server.person('responder', { name: 'Mair Juniper', profession: 'pcso' });
    const before = await server.db.query('SELECT FROM shift');
    const lines = await night.supervisor.call(roster.judgeRosterFile, { csv: csv(
      `Mair Juniper,${at(30, '20:00')},${at(31, '06:00')},Burnley;E07000123,,,`, `${person.username},${at(31, '02:00')},${at(31, '10:00')},,,,`, `Mair Juniper,${at(31, '12:00')},${at(31, '18:00')},,,,`,
      `Nobody Here,${at(30, '20:00')},${at(31, '06:00')},,,,`, `Mair Juniper,30/02/2027 20:00,${at(31, '06:00')},Atlantis,,,`, `Mair Juniper,${at(33, '20:00')}`,
    ) });
    expect(lines.map(({ line, result }) => [line, result])).toEqual([[2, 'taken'], [3, 'refused'], [4, 'refused'], [5, 'refused'], [6, 'refused'], [7, 'refused']]);
    expect(lines[4]?.why).toContain('areas');
    expect(await server.db.query('SELECT FROM shift')).toHaveLength(before.length);
  });
  test('all but what is left out comes in together, once; a refused line that is not left out keeps everything out', async () => {
    await server.person('responder', { name: 'Nia Larchwood', profession: 'pcso' });
    const file = csv(`Nia Larchwood,${at(40, '20:00')},${at(41, '06:00')},,${at(41, '00:30')},${at(41, '01:00')},`, 'nobody,2026-11-20 20:00,2026-11-21 06:00,,,,');
    expect(await night.supervisor.refused(roster.importRoster, { csv: file, without: [] })).toBe('roster-line-refused');
    expect(await shiftsOn(nextDay(DAY, 40))).toEqual([]);
    await night.supervisor.call(roster.importRoster, { csv: file, without: [3] });
    await night.supervisor.call(roster.importRoster, { csv: file, without: [3] });
    expect((await shiftsOn(nextDay(DAY, 40))).map(({ name, breaks }) => [name, breaks.length])).toEqual([['Nia Larchwood', 1]]);
    expect((await night.supervisor.call(roster.judgeRosterFile, { csv: file })).map(({ result }) => result)).toEqual(['already there', 'refused']);
  });
  test('what is no roster is refused with what is wrong with it', async () => {
    for (const file of ['nothing', 'person,from\nx,y', 'person,from,until,shoe\n', 'person,from,until\n"never closed', 'person,person,from,until\n']) {
      expect(await night.supervisor.refused(roster.judgeRosterFile, { csv: file })).toBe('roster-file-unread');
    }
    expect(await night.coordinator.refused(roster.judgeRosterFile, { csv: 'x' })).toBe('not-your-role');
  });
});
