// Shapes on one street corner step aside until each can be read and clicked. The same input gives the same picture.
import type { Spot } from './map-model.ts';

const ROUNDS = 40;
/** Where there are so many that they cover the map anyhow, fewer rounds: 2,000 take 4 of them. */
const STEPS = 8_000;
const FEWEST_ROUNDS = 4;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

interface Moving {
  x: number;
  y: number;
}

/** Sets two spots that are closer than `gap` that far apart, each giving way by half; `turn` decides for two in one place. */
function part(a: Moving, b: Moving, gap: number, turn: number): void {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  if (Math.abs(dx) >= gap || Math.abs(dy) >= gap) return;
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

/** Squares as wide as the gap, by number: only spots of neighbouring squares can be too close. Two far apart may share a number, which costs a look and changes nothing. */
const ROW = 4_096;
const NEIGHBOURS = [-1, 0, 1].flatMap((across) => [-1, 0, 1].map((down) => across + down * ROW));
const squareOf = ({ x, y }: Spot, gap: number): number => Math.floor(x / gap) + Math.floor(y / gap) * ROW;

function squaresOf(spots: readonly Spot[], gap: number): Map<number, number[]> {
  const squares = new Map<number, number[]>();
  spots.forEach((spot, index) => {
    const square = squareOf(spot, gap);
    const inside = squares.get(square);
    if (inside === undefined) squares.set(square, [index]);
    else inside.push(index);
  });
  return squares;
}

/** Where to draw each spot, in the order given: pixels in, pixels out. A spot with room around it stays where it is. */
export function dodge(homes: readonly Spot[], gap: number, reach: number): readonly Spot[] {
  const spots = homes.map(({ x, y }) => ({ x, y }));
  const rounds = Math.max(FEWEST_ROUNDS, Math.min(ROUNDS, Math.floor(STEPS / Math.max(1, spots.length))));
  for (let round = 0; round < rounds; round += 1) {
    const squares = squaresOf(spots, gap);
    for (const [square, inside] of squares) for (const beside of NEIGHBOURS) partAll(spots, inside, squares.get(square + beside) ?? [], gap);
    spots.forEach((spot, i) => hold(spot, homes[i] ?? spot, reach));
  }
  return spots;
}

/** Each pair once, whichever square is asked first: the later of the two comes second. */
function partAll(spots: readonly Moving[], some: readonly number[], others: readonly number[], gap: number): void {
  for (const i of some) {
    for (const j of others) {
      const [a, b] = [spots[i], spots[j]];
      if (j > i && a !== undefined && b !== undefined) part(a, b, gap, j);
    }
  }
}
