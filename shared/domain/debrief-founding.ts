// A night beside the founding report's figures: each with what it was then, what it is here, and whether chance alone explains it.
import { binomialRange, poissonRange, type Range } from './chance.ts';
import type { DebriefFacts } from './debrief-facts.ts';
import { districtName } from './district.ts';
import { CALLS_PER_DAY, DISTRICT_SHARES, MISSING_SHARE, NAMED_DISTRICTS, PEAK_FROM_HOUR, wallHourOf } from './founding-demand.ts';

export interface Compared {
  figure: string;
  /** A count, or a share of `of` calls. */
  unit: 'calls' | 'share';
  of: number;
  founding: number;
  ours: number;
  /** What comes of the founding figure 95 times in 100. */
  low: number;
  high: number;
  within: boolean;
}

const compared = (figure: string, unit: Compared['unit'], of: number, founding: number, count: number, { low, high }: Range): Compared => {
  const per = unit === 'share' ? of : 1;
  return { figure, unit, of, founding, ours: count / per, low: low / per, high: high / per, within: low <= count && count <= high };
};
const share = (figure: string, of: number, founding: number, count: number): Compared[] =>
  of === 0 ? [] : [compared(figure, 'share', of, founding, count, binomialRange(of, founding))];

/** `expected`: the founding demand over the same hours, by local hour. */
export function comparedWithFounding(facts: readonly DebriefFacts[], expected: ReadonlyMap<number, number>): Compared[] {
  const count = (which: (one: DebriefFacts) => boolean): number => facts.filter(which).length;
  const placed = count(({ districtCode }) => districtCode !== null);
  const named = DISTRICT_SHARES.filter(([code]) => NAMED_DISTRICTS.includes(code));
  const isNamed = (code: string | null): boolean => named.some(([one]) => one === code);
  const expectedCalls = [...expected.values()].reduce((sum, one) => sum + one, 0);
  const expectedAtPeak = [...expected].filter(([hour]) => hour >= PEAK_FROM_HOUR).reduce((sum, [, one]) => sum + one, 0);
  const peakShare = expectedCalls === 0 ? 0 : expectedAtPeak / expectedCalls;
  return [
    compared(`Calls in these hours, at ${CALLS_PER_DAY} a day`, 'calls', facts.length, expectedCalls, facts.length, poissonRange(expectedCalls)),
    ...share('Missing people', facts.length, MISSING_SHARE, count(({ missing }) => missing)),
    ...named.toSorted(([, a], [, b]) => b - a).flatMap(([code, founding]) => share(districtName(code), placed, founding, count(({ districtCode }) => districtCode === code))),
    ...share('The other nine districts', placed, 1 - named.reduce((sum, [, one]) => sum + one, 0), count(({ districtCode }) => districtCode !== null && !isNamed(districtCode))),
    // All of it at the peak, or none, is the period's choice and says nothing about the calls.
    ...(peakShare > 0 && peakShare < 1 ? share(`Reported from ${PEAK_FROM_HOUR}:00 to midnight`, facts.length, peakShare, count(({ reportedAt }) => wallHourOf(reportedAt).hour >= PEAK_FROM_HOUR)) : []),
  ];
}
