// The debrief's sentences say what the figures are, and no more than is known; its stretches are nights of London.
import { describe, expect, test } from '@jest/globals';
import { comparedText, headlineOf, besidesOf, hoursSummary, verdictOf, type ComparedView, type TargetView } from '../../client/reports/debrief-words.ts';
import { lastNight, stretchOf } from '../../client/reports/stretches.ts';
import { minutesBetween } from '../../shared/domain/instant.ts';

const target = (change: Partial<TargetView>): TargetView => ({ grade: 2, targetMinutes: 60, calls: 80, due: 74, met: 61, shareMet: 61 / 74, stillRunning: 4, endedUnattended: 2, ...change });

describe('the headline', () => {
  test.each([
    ['61 of 74 Grade 2 met within the hour, 82%', {}],
    ['10 of 10 Grade 3 met within 48 hours, 100%', { grade: 3 as const, targetMinutes: 2880, due: 10, met: 10, shareMet: 1 }],
    ['No Grade 2 is due yet, 4 running', { due: 0, met: 0, shareMet: null }],
    ['No Grade 2', { calls: 0, due: 0, met: 0, shareMet: null }],
    ['Grade 2: too few to be shown', { calls: null, due: null, met: null, shareMet: null }],
  ])('%s', (sentence, change) => expect(headlineOf(target(change))).toBe(sentence));

  test('says beside it what the share leaves out, and nothing where it leaves out nothing', () => {
    expect(besidesOf(target({}))).toBe('Not counted: 4 are still running; 2 were ended before the time was up, with nobody there.');
    expect(besidesOf(target({ stillRunning: 1, endedUnattended: 0 }))).toBe('Not counted: 1 is still running.');
    expect(besidesOf(target({ stillRunning: 0, endedUnattended: null }))).toBeNull();
  });
});

describe('beside the founding report', () => {
  const compared: ComparedView = { figure: 'Missing people', unit: 'share', of: 90, founding: 0.133, ours: 0.2, low: 0.067, high: 0.2, within: true };
  test.each([['within chance', {}], ['more than chance', { ours: 0.3, within: false }], ['less than chance', { ours: 0.01, within: false }], ['withheld', { ours: null, within: null }]])('%s', (verdict, change) =>
    expect(verdictOf({ ...compared, ...change })).toBe(verdict));

  test('a share in percent, calls in whole ones', () => {
    expect(comparedText(compared, compared.founding)).toBe('13.3%');
    expect(comparedText({ ...compared, unit: 'calls' }, 148.7)).toBe('149');
    expect(comparedText(compared, null)).toBe('withheld');
  });
});

test('the hours in a sentence', () => {
  expect(hoursSummary([{ hour: 21, calls: 9, expected: 7.6 }, { hour: 22, calls: 3, expected: 7 }], 12)).toBe('Most came in the hour from 21:00, 9. 12 calls in all; the founding demand would be 15.');
  expect(hoursSummary([{ hour: 21, calls: null, expected: 7.6 }], null)).toBe('Fewer than 5 calls in all; the founding demand would be 8.');
});

describe('stretches', () => {
  const now = '2026-11-21T02:00:00.000Z';

  test('what runs now is the server’s to know', () => expect(stretchOf('now', '', now)).toEqual({}));

  test('last night ended at noon, and seven nights hold this one', () => {
    expect(stretchOf('last-night', '', now)).toEqual({ from: '2026-11-19T12:00:00.000Z', until: '2026-11-20T12:00:00.000Z' });
    expect(stretchOf('week', '', now)).toEqual({ from: '2026-11-14T12:00:00.000Z' });
    expect(lastNight(now)).toBe('2026-11-19');
  });

  test.each([['2026-10-24', 25], ['2027-03-27', 23], ['2026-12-31', 24], ['2028-02-29', 24]])('the night of %s has %d hours', (night, hours) => {
    const { from = '', until = '' } = stretchOf('night', night, now);
    expect(minutesBetween(from, until)).toBe(hours * 60);
  });

  test('a date that is none asks for what runs now', () => expect([stretchOf('night', '', now), stretchOf('night', '2026-13-45', now)]).toEqual([{}, {}]));
});
