// Shapes that stand on one another step aside: never further than they may, and not at all where there is room.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dodge } from '../../client/map/dodge.ts';

const [GAP, REACH] = [24, 44];
const spot = fc.record({ x: fc.integer({ min: -300, max: 900 }), y: fc.integer({ min: -300, max: 900 }) });
const apart = (a: { x: number; y: number }, b: { x: number; y: number }): number => Math.hypot(a.x - b.x, a.y - b.y);

test('nobody is drawn further off than they may be, the same spots give the same picture, and whoever has room stays', () => {
  fc.assert(fc.property(fc.array(spot, { maxLength: 60 }), (homes) => {
    const drawn = dodge(homes, GAP, REACH);
    expect(dodge(homes, GAP, REACH)).toEqual(drawn);
    drawn.forEach((at, index) => {
      const home = homes[index] ?? at;
      expect(apart(at, home)).toBeLessThanOrEqual(REACH + 1e-6);
      // Nobody who could be pushed this way, even by others who were pushed themselves.
      if (homes.every((other, place) => place === index || apart(other, home) >= GAP + 2 * REACH)) expect(at).toEqual(home);
    });
  }));
});

test('a handful on one corner can each be read; across the middle of the map, where numbers turn negative, too', () => {
  fc.assert(fc.property(spot, fc.integer({ min: 2, max: 5 }), (home, count) => {
    const drawn = dodge(Array.from({ length: count }, () => home), GAP, REACH);
    drawn.forEach((a, i) => drawn.slice(i + 1).forEach((b) => expect(apart(a, b)).toBeGreaterThan(GAP * 0.8)));
  }));
});
