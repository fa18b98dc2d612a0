// What a tired person types as a time or a day is understood in London, or asked about; it is never guessed into the future.
import { describe, expect, test } from '@jest/globals';
import { noonOf, readDay } from '../../client/ui/local-day.ts';
import { readMoment } from '../../client/ui/local-moment.ts';

const friday = new Date('2026-11-20T23:41:00.000Z');
const past = (text: string, now = friday) => readMoment(text, now, 'past').at;
const future = (text: string, now = friday) => readMoment(text, now, 'future').at;

describe('when it was reported', () => {
  test.each([
    ['23:10', '2026-11-20T23:10:00.000Z'], ['2310', '2026-11-20T23:10:00.000Z'], ['23.10', '2026-11-20T23:10:00.000Z'], ['9:05', '2026-11-20T09:05:00.000Z'],
    ['thu 22:00', '2026-11-19T22:00:00.000Z'], ['Friday 23:10', '2026-11-20T23:10:00.000Z'], ['19 Nov 08:00', '2026-11-19T08:00:00.000Z'], ['19/11 0800', '2026-11-19T08:00:00.000Z'], ['31/12/2025 23:59', '2025-12-31T23:59:00.000Z'],
  ])('%s', (text, at) => expect(past(text)).toBe(at));

  test('after midnight, 23:50 was last evening', () => {
    expect(past('23:50', new Date('2026-11-21T00:20:00.000Z'))).toBe('2026-11-20T23:50:00.000Z');
  });

  test('nine minutes ahead is a slip, not yesterday', () => {
    expect(readMoment('23:50', friday, 'past')).toEqual({ at: null, problem: expect.stringContaining('after now (23:41)') });
    expect(past('Thu 23:50')).toBe('2026-11-19T23:50:00.000Z');
  });

  test.each(['', '25:00', '12:60', 'now', '31 Feb 10:00', '1030 pm'])('%j is asked about', (text) => expect(readMoment(text, friday, 'past').problem).not.toBeNull());
});

describe('until when', () => {
  test.each([['14:00', '2026-11-21T14:00:00.000Z'], ['23:50', '2026-11-20T23:50:00.000Z'], ['Sat 14:00', '2026-11-21T14:00:00.000Z'], ['Fri 14:00', '2026-11-27T14:00:00.000Z'], ['2 Jan 09:00', '2027-01-02T09:00:00.000Z']])(
    '%s', (text, at) => expect(future(text)).toBe(at));
});

describe('the nights when the clocks change', () => {
  test('the hour that autumn lives twice is the nearer one', () => {
    const inTheSecond = new Date('2026-10-25T01:45:00.000Z');
    expect(past('01:30', inTheSecond)).toBe('2026-10-25T01:30:00.000Z');
    expect(past('01:30', new Date('2026-10-25T00:45:00.000Z'))).toBe('2026-10-25T00:30:00.000Z');
  });

  test('the hour that spring skips is no time at all', () => {
    expect(readMoment('29 Mar 01:30', new Date('2026-03-29T03:00:00.000Z'), 'past').at).not.toBe('2026-03-29T01:30:00.000Z');
    expect(past('23:30', new Date('2026-03-29T01:30:00.000Z'))).toBe('2026-03-28T23:30:00.000Z');
  });

  test('summer is an hour ahead', () => expect(past('22:10', new Date('2026-07-03T22:00:00.000Z'))).toBe('2026-07-03T21:10:00.000Z'));
});

describe('a day', () => {
  test.each([['12 Mar 2015', '2015-03-12'], ['12 march 2015', '2015-03-12'], ['3/12/2015', '2015-12-03'], ['03.12.2015', '2015-12-03'], ['2015-03-12', '2015-03-12']])('%s', (text, day) => expect(readDay(text)).toBe(day));
  test.each(['', '31/2/2015', '12/2015', '12/3/15', 'March'])('%j is not one yet', (text) => expect(readDay(text)).toBeNull());
  test('its noon is that day’s in summer and winter', () => expect([noonOf('2026-07-03'), noonOf('2026-12-03')]).toEqual(['2026-07-03T11:00:00.000Z', '2026-12-03T12:00:00.000Z']));
});
