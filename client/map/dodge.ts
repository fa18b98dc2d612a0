// Shapes on one street corner step aside until each can be read and clicked. The same input gives the same picture.
import type { Spot } from './map-model.ts';

const ROUNDS = 40;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

interface Moving {
  x: number;
  y: number;
}

/** Sets two spots that are closer than `gap` that far apart, each giving way by half; `turn` decides for two in one place. */
function part(a: Moving, b: Moving, gap: number, turn: number): void {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const apart = Math.hypot(dx, dy);
  if (apart >= gap) return;
  const angle = apart < 0.01 ? turn * GOLDEN_ANGLE : Math.atan2(dy, dx);
  const push = (gap - apart) / 2;
  a.x -= Math.cos(angle) * push;
  a.y -= Math.sin(angle) * push;
  b.x += Math.cos(angle) * push;
  b.y += Math.sin(angle) * push;
}

/** No spot ends further than `reach` from where it belongs: beyond that, overlapping is the lesser lie. */
function hold(moving: Moving, home: Spot, reach: number): void {
  const away = Math.hypot(moving.x - home.x, moving.y - home.y);
  if (away <= reach) return;
  moving.x = home.x + ((moving.x - home.x) * reach) / away;
  moving.y = home.y + ((moving.y - home.y) * reach) / away;
}

/** Where to draw each spot, in the order given: pixels in, pixels out. A spot with room around it stays where it is. */
export function dodge(homes: readonly Spot[], gap: number, reach: number): readonly Spot[] {
  const spots = homes.map(({ x, y }) => ({ x, y }));
  for (let round = 0; round < ROUNDS; round += 1) {
    spots.forEach((a, i) => spots.slice(i + 1).forEach((b, j) => part(a, b, gap, i + j + 1)));
    spots.forEach((spot, i) => hold(spot, homes[i] ?? spot, reach));
  }
  return spots;
}
