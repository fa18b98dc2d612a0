// Which night it is and when the day teams start, over both clock changes, weekends, Christmas and Easter.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BANK_HOLIDAYS } from '../../shared/domain/bank-holidays.ts';
import { clockTime, dutyNightOf, nightLabel } from '../../shared/domain/duty-night.ts';
import { nextWorkingDayAt } from '../../shared/domain/working-time.ts';
import { instantOf, minutesBetween, plusMinutes, type Instant } from '../../shared/domain/instant.ts';

const moment = fc.date({ min: new Date('2025-12-01T00:00:00Z'), max: new Date('2027-12-01T00:00:00Z'), noInvalidDate: true }).map(instantOf);
const nine = (now: Instant): Instant => nextWorkingDayAt(now, '09:00');

test('a time in the hour that autumn lives twice says which of the two it is, in a refusal, on the log and in a file', () => {
  expect(['2026-10-24T23:59:00.000Z', '2026-10-25T00:00:00.000Z', '2026-10-25T00:59:59.999Z', '2026-10-25T01:00:00.000Z', '2026-10-25T01:59:00.000Z', '2026-10-25T02:00:00.000Z'].map(clockTime))
    .toEqual(['00:59', '01:00 BST', '01:59 BST', '01:00 GMT', '01:59 GMT', '02:00']);
  expect(['2027-03-28T00:59:00.000Z', '2027-03-28T01:00:00.000Z', '2027-03-28T02:30:00.000Z'].map(clockTime)).toEqual(['00:59', '02:00', '03:30']);
});

describe('the night', () => {
  test.each([
    ['the evening it begins', '2026-11-20T19:00:00.000Z', '2026-11-20'],
    ['after midnight', '2026-11-21T02:14:00.000Z', '2026-11-20'],
    ['the last minute before noon', '2026-11-21T11:59:59.999Z', '2026-11-20'],
    ['noon', '2026-11-21T12:00:00.000Z', '2026-11-21'],
    ['noon in summer, which is eleven in UTC', '2026-07-10T11:00:00.000Z', '2026-07-10'],
    ['a minute before noon in summer', '2026-07-10T10:59:00.000Z', '2026-07-09'],
    ['New Year’s', '2027-01-01T03:00:00.000Z', '2026-12-31'],
  ])('of %s', (_when, at, night) => expect(dutyNightOf(at)).toBe(night));

  test('is labelled by both its dates', () => {
    expect(nightLabel('2026-11-22')).toBe('night 22/23');
    expect(nightLabel('2026-12-31')).toBe('night 31/1');
    expect(nightLabel('2028-02-29')).toBe('night 29/1');
    expect([nightLabel('2026-10-24'), nightLabel('2026-03-28')]).toEqual(['night 24/25', 'night 28/29']);
  });

  test('never turns back: later is the same night or a later one', () => {
    fc.assert(fc.property(moment, fc.nat(3000), (at, minutes) => expect(dutyNightOf(plusMinutes(at, minutes)) >= dutyNightOf(at)).toBe(true)));
  });
});

describe('when the clocks change', () => {
  const lengthOf = (night: string): number => {
    const noon = instantOf(new Date(`${night}T12:00:00Z`));
    const hours = Array.from({ length: 30 }, (_, hour) => plusMinutes(noon, (hour - 2) * 60));
    return hours.filter((at) => dutyNightOf(at) === night).length;
  };

  test('the night they go back has 25 hours, the night they go forward 23, and any other 24', () => {
    expect([lengthOf('2026-10-24'), lengthOf('2026-03-28'), lengthOf('2026-11-20')]).toEqual([25, 23, 24]);
  });

  test('half past one comes twice in October, on one night, an hour apart', () => {
    const [first, second] = ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'] as const;
    expect([clockTime(first), clockTime(second)]).toEqual(['01:30 BST', '01:30 GMT']);
    expect([dutyNightOf(first), dutyNightOf(second)]).toEqual(['2026-10-24', '2026-10-24']);
    expect(minutesBetween(first, second)).toBe(60);
  });

  test('half past one never comes in March', () => {
    expect([clockTime('2026-03-29T00:30:00.000Z'), clockTime('2026-03-29T01:30:00.000Z')]).toEqual(['00:30', '02:30']);
  });

  test('the day teams still start at nine by the clock on the wall', () => {
    expect(nine('2026-10-23T22:00:00.000Z')).toBe('2026-10-26T09:00:00.000Z'); // Friday in summer time to Monday in winter time
    expect(nine('2026-03-27T22:00:00.000Z')).toBe('2026-03-30T08:00:00.000Z');
  });
});

describe('the next working day', () => {
  test.each([
    ['of a Tuesday night', '2026-11-17T23:00:00.000Z', '2026-11-18T09:00:00.000Z'],
    ['of a Wednesday at half past eight', '2026-11-18T08:30:00.000Z', '2026-11-18T09:00:00.000Z'],
    ['of a Wednesday at nine', '2026-11-18T09:00:00.000Z', '2026-11-19T09:00:00.000Z'],
    ['of a Friday night', '2026-11-20T19:00:00.000Z', '2026-11-23T09:00:00.000Z'],
    ['of a Sunday', '2026-11-22T12:00:00.000Z', '2026-11-23T09:00:00.000Z'],
    ['of Christmas Eve 2026, with Boxing Day’s substitute on the Monday', '2026-12-24T19:00:00.000Z', '2026-12-29T09:00:00.000Z'],
    ['of New Year’s Eve, a Thursday', '2026-12-31T19:00:00.000Z', '2027-01-04T09:00:00.000Z'],
    ['of Maundy Thursday', '2026-04-02T20:00:00.000Z', '2026-04-07T08:00:00.000Z'],
    ['before the spring bank holiday', '2026-05-22T20:00:00.000Z', '2026-05-26T08:00:00.000Z'],
  ])('%s', (_when, now, start) => expect(nine(now)).toBe(start));

  test('takes another start than nine', () => expect(nextWorkingDayAt('2026-11-20T19:00:00.000Z', '08:45')).toBe('2026-11-23T08:45:00.000Z'));

  test('is ahead, at the wall time asked for, never at a weekend or on a bank holiday, and with no working day passed over', () => {
    fc.assert(fc.property(moment, (now) => {
      const start = nine(now);
      expect(start > now && clockTime(start) === '09:00').toBe(true);
      const [date] = start.split('T');
      expect(BANK_HOLIDAYS.has(date ?? '')).toBe(false);
      expect([0, 6]).not.toContain(new Date(start).getUTCDay());
      expect(nine(plusMinutes(start, -1))).toBe(start);
      for (let at = plusMinutes(now, 1); at < start; at = plusMinutes(at, 60)) expect(nine(at)).toBe(start);
    }), { numRuns: 50 });
  });
});

test('bank holidays are dates, none of them at a weekend, of every year that is covered', () => {
  for (const date of BANK_HOLIDAYS) {
    expect(date).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect([0, 6]).not.toContain(new Date(`${date}T12:00:00Z`).getUTCDay());
  }
  for (const year of ['2026', '2027']) expect([...BANK_HOLIDAYS].filter((date) => date.startsWith(year)).length).toBe(8);
});
