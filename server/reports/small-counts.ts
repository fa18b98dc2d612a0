// Small counts withheld: nobody is to be recognised in a figure, nor worked out from the figures beside it.

const SMALLEST_SHOWN = 5;
const isSmall = (count: number): boolean => count > 0 && count < SMALLEST_SHOWN;

export const unlessSmall = (count: number): number | null => (isSmall(count) ? null : count);

/** Cells whose sum is known: one withheld alone could be worked out, so another goes with it; of `rather` where those hold one, else the next smallest. */
export function unlessSmallIn(cells: readonly number[], rather: ReadonlySet<number> = new Set()): (number | null)[] {
  const withheld = new Set(cells.flatMap((count, index) => (isSmall(count) ? [index] : [])));
  if (withheld.size === 1) {
    const rank = (index: number): number[] => [Number(cells[index] === 0), Number(!rather.has(index)), cells[index] ?? 0];
    const next = [...cells.keys()].filter((index) => !withheld.has(index)).toSorted((a, b) => rank(a).map((one, place) => one - (rank(b)[place] ?? 0)).find((difference) => difference !== 0) ?? 0)[0];
    if (next !== undefined) withheld.add(next);
  }
  return cells.map((count, index) => (withheld.has(index) ? null : count));
}
