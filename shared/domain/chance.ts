// What chance alone allows: the range that holds a count 95 times in 100, exactly, by the distribution itself.

export interface Range { low: number; high: number }
const OUTSIDE = 0.025;
/** Weights below this, of the likeliest count's, are nothing. */
const NOTHING = 1e-15;

/** Calls that come by themselves: a count around its expectation. */
export const poissonRange = (expected: number): Range =>
  centralRange(Math.floor(expected), Infinity, (count) => expected / count);

/** So many of `of`, each with the same chance. */
export const binomialRange = (of: number, share: number): Range => {
  if (share <= 0 || share >= 1) return { low: share <= 0 ? 0 : of, high: share <= 0 ? 0 : of };
  return centralRange(Math.min(of, Math.floor((of + 1) * share)), of, (count) => ((of - count + 1) / count) * (share / (1 - share)));
};

/** `ratio(count)` is the chance of `count` against that of one less; from the likeliest count outwards, so that nothing underflows. */
function centralRange(likeliest: number, most: number, ratio: (count: number) => number): Range {
  const weights = new Map([[likeliest, 1]]);
  for (let count = likeliest, weight = 1; count > 0 && weight > NOTHING; count -= 1) weights.set(count - 1, weight /= ratio(count));
  for (let count = likeliest + 1, weight = 1; count <= most && weight > NOTHING; count += 1) weights.set(count, weight *= ratio(count));
  const counts = [...weights].toSorted(([a], [b]) => a - b);
  const total = counts.reduce((sum, [, weight]) => sum + weight, 0);
  const reaching = (share: number): number => {
    let sum = 0;
    for (const [count, weight] of counts) if ((sum += weight) >= share * total) return count;
    return counts.at(-1)?.[0] ?? likeliest;
  };
  return { low: reaching(OUTSIDE), high: reaching(1 - OUTSIDE) };
}
