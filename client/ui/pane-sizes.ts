// The sizes in which somebody left their panes, kept on this machine.

const storageKey = (keptAs: string) => `nightjar.panes.${keptAs}`;

/** Null where nothing fits: nothing was kept, or it was kept for another set of panes. */
export function keptSizes(keptAs: string, count: number): number[] | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey(keptAs)) ?? 'null');
    if (!Array.isArray(kept) || kept.length !== count) return null;
    const sizes = kept.map(Number);
    return sizes.every(Number.isFinite) ? sizes : null;
  } catch {
    return null;
  }
}

export function keepSizes(keptAs: string, sizes: readonly number[]): void {
  try {
    localStorage.setItem(storageKey(keptAs), JSON.stringify(sizes));
  } catch {
    // Without storage the panes hold until the page is left.
  }
}
