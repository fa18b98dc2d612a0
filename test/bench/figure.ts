// What a bench answers, and the arithmetic of it: pure, so that a test can hold it to account.

export interface Spread { median: number; minimum: number; maximum: number }

/** Bound on a ratio (ours over the baseline's), or on a value of ours in its own unit. */
export type Bar = { atLeast: number } | { atMost: number };

export interface Comparison { ours: Spread; baseline: Spread; ratio: Spread; unit: string; bar: Bar; holds: boolean }
export interface Limit { ours: Spread; limit: number; unit: string; bar: Bar; holds: boolean }
export type Figure = Comparison | Limit;

/** One round: both sides measured one after the other, so that whatever else the machine did befell both. */
export interface Round { ours: number; baseline: number }

/** The smallest value that at least this share of all is not above. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('nothing was measured');
  return value;
}

export function median(values: readonly number[]): number {
  return (quantile(values, 0.5) + -quantile(values.map((value) => -value), 0.5)) / 2;
}

export const spreadOf = (values: readonly number[]): Spread => ({ median: median(values), minimum: Math.min(...values), maximum: Math.max(...values) });

export const meets = (bar: Bar, value: number): boolean => ('atLeast' in bar ? value >= bar.atLeast : value <= bar.atMost);

/** The bar is on the median of the rounds' own ratios, never on a ratio of medians of different rounds. */
export function compared(rounds: readonly Round[], unit: string, bar: Bar): Comparison {
  const ratio = spreadOf(rounds.map(({ ours, baseline }) => ours / baseline));
  return { ours: spreadOf(rounds.map(({ ours }) => ours)), baseline: spreadOf(rounds.map(({ baseline }) => baseline)), ratio, unit, bar, holds: meets(bar, ratio.median) };
}

export function limited(values: readonly number[], unit: string, bar: Bar): Limit {
  const ours = spreadOf(values);
  return { ours, limit: 'atLeast' in bar ? bar.atLeast : bar.atMost, unit, bar, holds: meets(bar, ours.median) };
}
