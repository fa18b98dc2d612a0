// Working days: never a weekend or a bank holiday, the wall time kept over both clock changes, and no kin of elapsed minutes.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BANK_HOLIDAYS } from '../../shared/domain/bank-holidays.ts';
import { clockTime, dateOf } from '../../shared/domain/duty-night.ts';
import { instantOf, plusMinutes } from '../../shared/domain/instant.ts';
import { afterWorkingDays, isWorkingDay, nextWorkingDayAt, workingDays } from '../../shared/domain/working-time.ts';

const moments = fc.date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2027-12-01T00:00:00Z'), noInvalidDate: true }).map(instantOf);

test.each([
  ['2026-11-20T22:00:00.000Z', 1, '2026-11-23T09:00:00.000Z', 'from Friday night to Monday'],
  ['2026-10-24T12:00:00.000Z', 1, '2026-10-27T09:00:00.000Z', 'from a Saturday: Monday counts as the day it came, over the night of 25 hours'],
  ['2027-03-25T12:00:00.000Z', 1, '2027-03-30T08:00:00.000Z', 'over Easter and the night of 23 hours'],
  ['2026-12-24T12:00:00.000Z', 15, '2027-01-19T09:00:00.000Z', 'fifteen over Christmas'],
])('%s and %d working days: %s, %s', (from, count, at) => expect(afterWorkingDays(from, workingDays(count), '09:00')).toBe(at));

describe('whenever it is asked', () => {
  test('the answer is a working day at that wall time, and one more is later', () => fc.assert(fc.property(moments, fc.integer({ min: 0, max: 45 }), (from, count) => {
    const at = afterWorkingDays(from, workingDays(count), '09:00');
    expect([isWorkingDay(dateOf(at)), BANK_HOLIDAYS.has(dateOf(at)), clockTime(at)]).toEqual([true, false, '09:00']);
    expect(afterWorkingDays(from, workingDays(count + 1), '09:00') > at).toBe(true);
  })));
  test('the next one is after now, and none lies between', () => fc.assert(fc.property(moments, (now) => {
    const at = nextWorkingDayAt(now, '09:00');
    expect(at > now).toBe(true);
    expect(nextWorkingDayAt(plusMinutes(at, -1), '09:00')).toBe(at);
  })));
});

test('it cannot be added to elapsed minutes', () => {
  const added = [
    // @ts-expect-error working days are no minutes
    () => plusMinutes('2026-11-20T22:00:00.000Z', workingDays(1)),
    // @ts-expect-error minutes are no working days
    () => afterWorkingDays('2026-11-20T22:00:00.000Z', 60, '09:00'),
  ];
  expect(added).toHaveLength(2);
});
