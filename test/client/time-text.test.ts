// Time on screen reads right on an ordinary night, on both nights when the clocks change, and whatever zone the machine is in.
import { describe, expect, test } from '@jest/globals';
import { ageText, clockSeconds, clockTime, dayAndTime, dayText, spentShare, timeLeftText } from '../../client/ui/time-text.ts';

const fridayNight = '2026-11-20T23:41:07.000Z';

describe('an ordinary night', () => {
  test('the clock is London’s, in winter and in summer', () => {
    expect(clockTime(fridayNight)).toBe('23:41');
    expect(clockSeconds(fridayNight)).toBe('23:41:07');
    expect(clockTime('2026-07-03T22:41:07.000Z')).toBe('23:41');
  });

  test.each([
    ['2026-11-20T22:53:00.000Z', '22:53', 'earlier tonight'],
    ['2026-11-21T02:20:00.000Z', '02:20', 'after midnight is still tonight'],
    ['2026-11-21T14:00:00.000Z', 'Sat 14:00', 'tomorrow afternoon'],
    ['2026-11-20T11:59:00.000Z', 'Fri 11:59', 'this morning was another night’s'],
    ['2026-11-19T23:41:00.000Z', 'Thu 23:41', 'the same hour last night'],
    ['2026-11-25T09:00:00.000Z', 'Wed 09:00', 'within the week'],
    ['2026-11-27T14:00:00.000Z', 'Fri 27 Nov 14:00', 'a week on, a weekday would name two days'],
    ['2027-01-05T14:00:00.000Z', 'Tue 5 Jan 2027 14:00', 'next year'],
  ])('%s reads %s: %s', (at, text) => {
    expect(dayAndTime(at, fridayNight)).toBe(text);
  });

  test('after midnight last evening is still tonight', () => {
    expect(dayAndTime('2026-11-20T22:53:00.000Z', '2026-11-21T03:10:00.000Z')).toBe('22:53');
  });

  test('a day names its year only where that is not this one', () => {
    expect(dayText(fridayNight, fridayNight)).toBe('Fri 20 Nov');
    expect(dayText('2025-12-31T23:59:00.000Z', fridayNight)).toBe('Wed 31 Dec 2025');
  });

  test.each([
    [0, '0 s'], [-4, '0 s'], [59.9, '59 s'], [60, '1 min'], [3599, '59 min'],
    [3900, '1 h 05 min'], [47 * 3600, '47 h 00 min'], [51 * 3600, '2 days 3 h'],
  ])('%d seconds are %s old', (seconds, text) => {
    expect(ageText(seconds)).toBe(text);
  });
});

describe('what is left of a target', () => {
  const dueAt = '2026-11-20T23:53:00.000Z';
  const left = (now: string, metAt?: string) => timeLeftText({ dueAt, now, metAt });

  test.each([
    ['2026-11-20T23:15:00.000Z', '38 min', 'calm'],
    ['2026-11-20T23:32:59.000Z', '20 min', 'calm'],
    ['2026-11-20T23:33:00.000Z', '20 min', 'soon'],
    ['2026-11-20T23:52:01.000Z', 'due now', 'soon'],
    ['2026-11-20T23:53:00.000Z', 'due now', 'soon'],
    ['2026-11-20T23:53:01.000Z', 'just late', 'late'],
    ['2026-11-21T00:05:30.000Z', '12 min late', 'late'],
    ['2026-11-21T01:05:00.000Z', '1 h 12 min late', 'late'],
    ['2026-11-20T22:14:00.000Z', '99 min', 'calm'],
    ['2026-11-20T22:13:00.000Z', '23:53', 'calm'],
    ['2026-11-19T22:13:00.000Z', 'Fri 23:53', 'calm'],
  ])('at %s: %s, %s', (now, text, tone) => {
    expect(left(now)).toMatchObject({ text, tone });
  });

  test('a screen reader hears what the figure means', () => {
    expect(left('2026-11-20T23:15:00.000Z').spoken).toBe('38 min left');
    expect(left('2026-11-19T22:13:00.000Z').spoken).toBe('due Fri 23:53');
  });

  test('once met it stays met, however late it has become since', () => {
    expect(left('2026-11-21T02:00:00.000Z', '2026-11-20T23:41:00.000Z')).toMatchObject({ text: 'met 23:41', tone: 'met' });
    expect(left('2026-11-21T02:00:00.000Z', '2026-11-21T00:05:00.000Z')).toMatchObject({ text: 'met 12 min late', tone: 'met-late' });
    expect(left('2026-11-21T02:00:00.000Z', '2026-11-20T23:53:20.000Z')).toMatchObject({ text: 'met just late', tone: 'met-late' });
  });

  test('the bar runs from the report to the target and stays within itself', () => {
    const reportedAt = '2026-11-20T22:53:00.000Z';
    const share = (until: string) => spentShare({ reportedAt, dueAt, until });
    expect(share(reportedAt)).toBe(0);
    expect(share('2026-11-20T23:41:00.000Z')).toBeCloseTo(0.8);
    expect(share('2026-11-21T04:00:00.000Z')).toBe(1);
    expect(share('2026-11-20T20:00:00.000Z')).toBe(0);
    expect(spentShare({ reportedAt: dueAt, dueAt, until: dueAt })).toBe(1);
  });
});

describe('25 October 2026: the hour from one to two comes twice', () => {
  const midnight = '2026-10-24T23:00:00.000Z';

  test('a time in it says which of the two is meant, and no other time does', () => {
    expect(clockTime('2026-10-24T23:59:00.000Z')).toBe('00:59');
    expect(clockTime('2026-10-25T00:30:00.000Z')).toBe('01:30 BST');
    expect(clockTime('2026-10-25T01:30:00.000Z')).toBe('01:30 GMT');
    expect(clockSeconds('2026-10-25T01:30:05.000Z')).toBe('01:30:05 GMT');
    expect(clockTime('2026-10-25T02:00:00.000Z')).toBe('02:00');
  });

  test('an hour’s target is sixty elapsed minutes, whatever the wall clock does', () => {
    const dueAt = '2026-10-25T01:20:00.000Z';
    expect(clockTime('2026-10-25T00:20:00.000Z')).toBe('01:20 BST');
    expect(timeLeftText({ dueAt, now: '2026-10-25T00:20:00.000Z' }).text).toBe('60 min');
    expect(timeLeftText({ dueAt, now: '2026-10-25T01:32:00.000Z' }).text).toBe('12 min late');
  });

  test('the long night is one night, and the next evening another', () => {
    expect(dayAndTime('2026-10-25T07:00:00.000Z', midnight)).toBe('07:00');
    expect(dayAndTime('2026-10-25T11:59:00.000Z', midnight)).toBe('11:59');
    expect(dayAndTime('2026-10-25T12:00:00.000Z', midnight)).toBe('Sun 12:00');
  });

  test('48 hours from Friday evening end an hour earlier by the clock', () => {
    expect(dayAndTime('2026-10-25T21:00:00.000Z', '2026-10-23T21:00:00.000Z')).toBe('Sun 21:00');
    expect(clockTime('2026-10-23T21:00:00.000Z')).toBe('22:00');
  });
});

describe('28 March 2027: the hour from one to two is missing', () => {
  test('a minute before two o’clock summer time is a minute before one', () => {
    expect(clockTime('2027-03-28T00:59:00.000Z')).toBe('00:59');
    expect(clockTime('2027-03-28T01:00:00.000Z')).toBe('02:00');
    expect(clockTime('2027-03-28T01:30:00.000Z')).toBe('02:30');
  });

  test('elapsed minutes are counted, not hours of the clock', () => {
    const dueAt = '2027-03-28T01:20:00.000Z';
    expect(timeLeftText({ dueAt, now: '2027-03-28T00:20:00.000Z' }).text).toBe('60 min');
    expect(clockTime(dueAt)).toBe('02:20');
  });

  test('the short night is one night', () => {
    expect(dayAndTime('2027-03-28T10:59:00.000Z', '2027-03-27T22:00:00.000Z')).toBe('11:59');
    expect(dayAndTime('2027-03-28T11:00:00.000Z', '2027-03-27T22:00:00.000Z')).toBe('Sun 12:00');
    expect(dayAndTime('2027-03-27T22:00:00.000Z', '2027-03-28T05:00:00.000Z')).toBe('22:00');
  });
});
