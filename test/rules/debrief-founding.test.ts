// A night beside the founding report: the expected calls of its hours, and a range that chance leaves as often as it says.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { binomialRange, poissonRange } from '../../shared/domain/chance.ts';
import { debriefOf } from '../../shared/domain/debrief.ts';
import { DISTRICT_SHARES, expectedByHour } from '../../shared/domain/founding-demand.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { after, EVENING, incident, MORNING } from './debrief-facts.ts';

const total = (expected: ReadonlyMap<number, number>): number => [...expected.values()].reduce((sum, one) => sum + one, 0);
/** Monday, midnight in London and in UTC. */
const MONDAY = '2026-11-16T00:00:00.000Z';

describe('what chance allows', () => {
  test.each([[0, 0, 0], [1, 0, 3], [10, 4, 17], [133.5, 111, 157], [936.9, 877, 997]])('around %d calls: %d to %d', (expected, low, high) =>
    expect(poissonRange(expected)).toEqual({ low, high }));

  test.each([[10, 0.133, 0, 4], [100, 0.5, 40, 60], [1000, 0.155, 133, 178], [0, 0.3, 0, 0], [5, 0, 0, 0], [5, 1, 5, 5]])('%d calls at %d: %d to %d', (of, share, low, high) =>
    expect(binomialRange(of, share)).toEqual({ low, high }));

  test('the range holds the likeliest count, and lies within what is possible', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (of, share) => {
      const { low, high } = binomialRange(of, share);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(of);
      expect(low).toBeLessThanOrEqual(of * share + 1);
      expect(high).toBeGreaterThanOrEqual(of * share - 1);
    }));
  });
});

describe('the founding demand', () => {
  test('is 936.9 a week, whichever week and wherever it begins', () => {
    for (const start of [MONDAY, '2026-07-01T10:30:00.000Z']) expect(total(expectedByHour(start, plusMinutes(start, 7 * 24 * 60)))).toBeCloseTo(7 * 133.5, 0);
  });

  test('of a stretch is that of its parts', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 3000 }), (start, first, second) => {
      const [from, middle, until] = [plusMinutes(MONDAY, start), plusMinutes(MONDAY, start + first), plusMinutes(MONDAY, start + first + second)];
      expect(total(expectedByHour(from, middle)) + total(expectedByHour(middle, until))).toBeCloseTo(total(expectedByHour(from, until)), 6);
    }));
  });

  test('has 25 hours on the night when the clocks go back, and 23 when they go forward', () => {
    const sunday = (from: string, until: string) => total(expectedByHour(`${from}:00:00.000Z`, `${until}:00:00.000Z`));
    const ordinary = sunday('2026-11-15T00', '2026-11-16T00');
    const hour = sunday('2026-11-15T01', '2026-11-15T02');
    expect(sunday('2026-10-24T23', '2026-10-26T00')).toBeCloseTo(ordinary + hour, 6);
    expect(sunday('2026-03-29T00', '2026-03-29T23')).toBeCloseTo(ordinary - hour, 6);
    expect([...expectedByHour('2026-03-29T00:00:00.000Z', '2026-03-29T02:00:00.000Z').keys()]).toEqual([0, 2]);
  });

  test('is shared out among the twelve districts without remainder', () => {
    expect(DISTRICT_SHARES).toHaveLength(12);
    expect(DISTRICT_SHARES.reduce((sum, [, share]) => sum + share, 0)).toBeCloseTo(1, 10);
  });
});

describe('compared', () => {
  const figure = (name: string, count: number, of: number, districtCode: string) => {
    const night = Array.from({ length: of }, (_, index) => incident({ ref: `EAR-1120-${index}`, missing: index < count, districtCode: index < count ? districtCode : 'E07000127' }));
    return debriefOf(night, { from: EVENING, until: MORNING }).founding.find((one) => one.figure === name);
  };

  test('a share is within where chance gives it, and not where it does not', () => {
    expect(figure('Missing people', 9, 70, 'E07000123')).toMatchObject({ of: 70, founding: 0.133, ours: 9 / 70, within: true });
    expect(figure('Missing people', 30, 70, 'E07000123')).toMatchObject({ within: false });
    expect(figure('Preston', 11, 70, 'E07000123')).toMatchObject({ founding: 0.155, within: true });
    expect(figure('Burnley', 0, 70, 'E07000123')).toMatchObject({ founding: 0.109, ours: 0, within: false });
  });

  test('calls by the hours of the stretch, or by whole days where those are given', () => {
    const [calls] = debriefOf([], { from: EVENING, until: MORNING }).founding;
    expect(calls?.founding).toBeCloseTo(total(expectedByHour(EVENING, MORNING)), 6);
    expect(debriefOf([], { from: EVENING, until: MORNING, days: 2 }).founding[0]?.founding).toBeCloseTo(267, 6);
  });

  test('hours that all lie in the peak say nothing of the peak; those that do not say it', () => {
    const names = (from: string, until: string) => debriefOf([incident()], { from, until }).founding.map((one) => one.figure);
    expect(names(EVENING, after(120))).not.toContain('Reported from 15:00 to midnight');
    expect(names(EVENING, MORNING)).toContain('Reported from 15:00 to midnight');
  });
});
