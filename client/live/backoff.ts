// How long to wait before trying again: longer each time, and never all screens at the same moment.

/** Between half and all of `firstMs` doubled per try, at most `longestMs`. */
export const backoffMs = (tries: number, firstMs = 500, longestMs = 5_000): number =>
  Math.min(longestMs, firstMs * 2 ** tries) * (0.5 + Math.random() / 2);

export const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });
