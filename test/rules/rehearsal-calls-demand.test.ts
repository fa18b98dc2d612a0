// Sixty weeks of a rehearsal's calls beside the figures they are drawn from: nothing further off than chance allows.
import { describe, expect, test } from '@jest/globals';
import { callsOf } from '../../server/rehearsal/calls/calls.ts';
import { CALLS_PER_DAY, DISTRICT_SHARES, expectedCalls, HOUR_WEIGHTS, MISSING_SHARE, WEEKDAY_WEIGHTS, wallHourOf } from '../../shared/domain/founding-demand.ts';
import type { RehearsalCall } from '../../server/rehearsal/calls/rehearsal-call.ts';
import { nearestDistrict } from '../../shared/domain/district.ts';
import { FIRST_POLICY } from '../../shared/domain/first-policy.ts';
import type { Grade } from '../../shared/domain/grade.ts';
import { proposeGrade } from '../../shared/domain/grading.ts';
import { instantOf } from '../../shared/domain/instant.ts';

const WEEKS = 60;
const HOURS = WEEKS * 168;
const MONDAY = '2026-03-02T00:00:00.000Z';
const calls = callsOf({ seed: 1, from: MONDAY, hours: HOURS, places: [] });
const hours = Array.from({ length: HOURS }, (_, index) => instantOf(Date.parse(MONDAY) + index * 3_600_000));
/** Once in sixteen thousand times further off by chance. */
const SIGMAS = 4;

const shareOf = (holds: (call: RehearsalCall) => boolean, among = calls): number => among.filter(holds).length / among.length;
function expectShare(share: number, expected: number, among = calls.length): void {
  expect(Math.abs(share - expected)).toBeLessThan(SIGMAS * Math.sqrt(expected * (1 - expected) / among));
}
const wallOfHour = new Map(hours.map((hour) => [hour.slice(0, 13), wallHourOf(hour)]));
const wallOf = new Map(calls.map((call) => [call.key, wallOfHour.get(call.reportedAt.slice(0, 13))]));

describe('how many', () => {
  test('the weights keep the mean at 133.5 a day, whatever they do within the week', () => {
    const week = WEEKDAY_WEIGHTS.flatMap((_, weekday) => HOUR_WEIGHTS.map((_weight, hour) => expectedCalls({ hour, weekday })));
    expect(week.reduce((sum, expected) => sum + expected, 0)).toBeCloseTo(7 * CALLS_PER_DAY, 6);
  });

  test('133.5 a day, within one in a hundred', () => {
    expect(calls.length / (WEEKS * 7) / CALLS_PER_DAY).toBeGreaterThan(0.99);
    expect(calls.length / (WEEKS * 7) / CALLS_PER_DAY).toBeLessThan(1.01);
  });

  test('they come singly and by chance: the hours vary as Poisson would have them, and no hour leans on the one before', () => {
    const counts = Map.groupBy(calls, ({ reportedAt }) => `${reportedAt.slice(0, 13)}:00:00.000Z`);
    const off = hours.map((hour) => {
      const expected = expectedCalls(wallHourOf(hour));
      return ((counts.get(hour)?.length ?? 0) - expected) / Math.sqrt(expected);
    });
    expect(off.reduce((sum, one) => sum + one ** 2, 0) / HOURS).toBeCloseTo(1, 1);
    expect(Math.abs(off.slice(1).reduce((sum, one, index) => sum + one * (off[index] ?? 0), 0) / HOURS)).toBeLessThan(SIGMAS / Math.sqrt(HOURS));
  });

  test('Friday and Saturday are the highest days and Sunday the lowest, each by its weight', () => {
    const byWeekday = WEEKDAY_WEIGHTS.map((_, weekday) => shareOf(({ key }) => wallOf.get(key)?.weekday === weekday));
    byWeekday.forEach((share, weekday) => expectShare(share, (WEEKDAY_WEIGHTS[weekday] ?? 0) / 7));
    const ranked = byWeekday.map((share, weekday) => ({ share, weekday })).toSorted((a, b) => b.share - a.share).map(({ weekday }) => weekday);
    expect(new Set(ranked.slice(0, 2))).toEqual(new Set([4, 5]));
    expect(ranked.at(-1)).toBe(6);
  });

  test('every hour has its share, and those from three in the afternoon to midnight are the nine highest', () => {
    const sum = HOUR_WEIGHTS.reduce((all, weight) => all + weight, 0);
    const byHour = HOUR_WEIGHTS.map((_, hour) => shareOf(({ key }) => wallOf.get(key)?.hour === hour));
    byHour.forEach((share, hour) => expectShare(share, (HOUR_WEIGHTS[hour] ?? 0) / sum));
    const ranked = byHour.map((share, hour) => ({ share, hour })).toSorted((a, b) => b.share - a.share).map(({ hour }) => hour);
    expect(ranked.slice(0, 9).toSorted((a, b) => a - b)).toEqual([15, 16, 17, 18, 19, 20, 21, 22, 23]);
  });
});

describe('what of', () => {
  test('Preston 15.5%, Lancaster 14.1%, Burnley 10.9%, the other nine 59.5% together', () => {
    const shares = new Map(DISTRICT_SHARES);
    expect([shares.get('E07000123'), shares.get('E07000121'), shares.get('E07000117')]).toEqual([0.155, 0.141, 0.109]);
    expect(DISTRICT_SHARES.reduce((sum, [, share]) => sum + share, 0)).toBeCloseTo(1, 9);
    const someCalls = calls.filter((_, index) => index % 8 === 0);
    const came = Map.groupBy(someCalls, ({ standsAt }) => nearestDistrict(standsAt));
    for (const [district, share] of DISTRICT_SHARES) expectShare((came.get(district)?.length ?? 0) / someCalls.length, share, someCalls.length);
  });

  test('13.3% are about missing people, four in five of them children, many of them not for the first time', () => {
    const missing = calls.filter(({ missingRisk }) => missingRisk !== null);
    expectShare(missing.length / calls.length, MISSING_SHARE);
    expect(shareOf(({ people: [concerned] }) => concerned?.isChild === true, missing)).toBeGreaterThan(0.8);
    expect(shareOf(({ location }) => location?.label.startsWith('Children’s home') === true, missing)).toBeGreaterThan(0.3);
    expect(shareOf(({ follows }) => follows?.kind === 'repeat', missing)).toBeGreaterThan(0.02);
  });

  test.each<[Grade, number, number]>([[1, 0.02, 0.03], [2, 0.18, 0.22], [3, 0.4, 0.45], [4, 0.3, 0.38]])('the first policy proposes Grade %i for %f to %f of them', (grade, low, high) => {
    const share = shareOf((call) => proposeGrade(FIRST_POLICY, call).grade === grade);
    expect(share).toBeGreaterThan(low);
    expect(share).toBeLessThan(high);
  });

  test('police contact management brings more than half at every hour; EDT’s own weekday peaks are 17 to 20 and 23 to 24', () => {
    for (let hour = 0; hour < 24; hour += 1) {
      expect(shareOf(({ door }) => door === 'cmu', calls.filter(({ key }) => wallOf.get(key)?.hour === hour))).toBeGreaterThan(0.5);
    }
    const edt = calls.filter(({ key, door }) => door === 'edt' && (wallOf.get(key)?.weekday ?? 6) < 5);
    const byHour = Map.groupBy(edt, ({ key }) => wallOf.get(key)?.hour ?? -1);
    const ranked = [...byHour].toSorted(([, a], [, b]) => b.length - a.length).map(([hour]) => hour);
    expect(ranked.slice(0, 4).toSorted((a, b) => a - b)).toEqual([17, 18, 19, 23]);
  });
});
