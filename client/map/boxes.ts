// Upright boxes in pixels, and the one question that map lettering keeps asking: is there room?
import type { Spot } from './map-model.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Extent {
  readonly width: number;
  readonly height: number;
}

export const boxAround = ({ x, y }: Spot, { width, height }: Extent): Box => ({
  left: x - width / 2,
  top: y - height / 2,
  right: x + width / 2,
  bottom: y + height / 2,
});

/** Which way a label may stand from its spot: across, down, and how much of the gap a diagonal leaves. */
const SIDES = {
  right: [1, 0],
  left: [-1, 0],
  above: [0, -1],
  below: [0, 1],
  aboveRight: [0.8, -0.8],
  belowRight: [0.8, 0.8],
  aboveLeft: [-0.8, -0.8],
  belowLeft: [-0.8, 0.8],
} as const;

export type Side = keyof typeof SIDES;

/** The box of that extent which stands on one side of a spot, `gap` pixels off it. */
export function boxBeside({ x, y }: Spot, extent: Extent, side: Side, gap: number): Box {
  const [across, down] = SIDES[side];
  const dx = across * gap + Math.sign(across) * (extent.width / 2);
  const dy = down * gap + Math.sign(down) * (extent.height / 2);
  return boxAround({ x: x + dx, y: y + dy }, extent);
}

/** Every way a label may stand, in the order of preference, nearer before further. */
export const boxesBeside = (spot: Spot, extent: Extent, sides: readonly Side[], gaps: readonly number[]): readonly Box[] =>
  gaps.flatMap((gap) => sides.map((side) => boxBeside(spot, extent, side, gap)));

export const middleOf = (box: Box): Spot => ({ x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 });

export const holds = (box: Box, { x, y }: Spot): boolean => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;

export const overlapArea = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

const overlap = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
export const isFree = (box: Box, taken: readonly Box[]): boolean => !taken.some((other) => overlap(box, other));

/** The box around all of them. */
export const around = (boxes: readonly Box[]): Box => boxes.reduce((all, box) => ({
  left: Math.min(all.left, box.left), top: Math.min(all.top, box.top), right: Math.max(all.right, box.right), bottom: Math.max(all.bottom, box.bottom),
}), { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity });
export const touching = (box: Box, taken: readonly Box[]): readonly Box[] => taken.filter((other) => overlap(box, other));

const covered = (box: Box, taken: readonly Box[]): number => taken.reduce((sum, other) => sum + overlapArea(box, other), 0);

/** The first candidate with nothing in its way; failing that, the one that covers least, `lesser` things counting a quarter. */
export function leastCovering(candidates: readonly Box[], taken: readonly Box[], lesser: readonly Box[] = []): Box | null {
  let best: Box | null = null;
  let bestCost = Infinity;
  for (const candidate of candidates) {
    const cost = covered(candidate, taken) + covered(candidate, lesser) / 4;
    if (cost < bestCost) [best, bestCost] = [candidate, cost];
  }
  return best;
}
