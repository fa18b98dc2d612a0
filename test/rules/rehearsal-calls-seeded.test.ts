// Chance that repeats: the same seed the same draws, streams that do not touch one another, and the shapes that are asked for.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { seeded, type Seeded } from '../../server/rehearsal/calls/seeded.ts';

const drawn = (chance: Seeded, times: number): number[] => Array.from({ length: times }, () => chance.next());
const MANY = 100_000;
const meanOf = (draw: () => number): number => Array.from({ length: MANY }, draw).reduce((sum, one) => sum + one, 0) / MANY;

describe('a seed', () => {
  test('draws the same again, evenly from 0 to below 1', () => {
    fc.assert(fc.property(fc.oneof(fc.integer(), fc.string()), (seed) => {
      const draws = drawn(seeded(seed), 50);
      expect(draws).toEqual(drawn(seeded(seed), 50));
      expect(draws.every((draw) => draw >= 0 && draw < 1)).toBe(true);
    }));
  });

  test('its derived streams stay what they are, however much was drawn before, and differ by their labels', () => {
    fc.assert(fc.property(fc.integer(), fc.nat(20), fc.uniqueArray(fc.string({ maxLength: 12 }), { minLength: 2, maxLength: 2 }), (seed, before, [label = '', other = '']) => {
      const chance = seeded(seed);
      drawn(chance, before);
      expect(drawn(chance.derive(label), 5)).toEqual(drawn(seeded(seed).derive(label), 5));
      expect(drawn(chance.derive(label), 5)).not.toEqual(drawn(chance.derive(other), 5));
    }));
  });

  test('the first draws of ten thousand neighbouring streams are as even as those of one', () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let index = 0; index < 10_000; index += 1) {
      const tenth = Math.floor(seeded(1).derive(`call ${index}`).next() * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    // Chi-squared with nine degrees of freedom: 27.9 is exceeded once in a thousand times.
    expect(tenths.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(27.9);
  });
});

describe('what is drawn', () => {
  const chance = seeded('shapes');
  test('has the mean that was asked for', () => {
    expect(meanOf(() => chance.poisson(5.5))).toBeCloseTo(5.5, 1);
    expect(meanOf(() => chance.exponential(3))).toBeCloseTo(3, 1);
    expect(meanOf(() => chance.normal(10, 2))).toBeCloseTo(10, 1);
    expect(meanOf(() => chance.normal(0, 2) ** 2)).toBeCloseTo(4, 0);
    expect(meanOf(() => chance.between(2, 4))).toBeCloseTo(3, 1);
    expect(meanOf(() => Number(chance.chance(0.13)))).toBeCloseTo(0.13, 2);
  });

  test('from whole numbers takes both ends, and nothing beyond', () => {
    expect(new Set(Array.from({ length: 1000 }, () => chance.whole(-1, 2)))).toEqual(new Set([-1, 0, 1, 2]));
  });

  test('by weight comes as often as it weighs, and never at no weight', () => {
    const counts = Map.groupBy(Array.from({ length: MANY }, () => chance.weighted([['never', 0], ['once', 1], ['thrice', 3]])), (one) => one);
    expect(counts.has('never')).toBe(false);
    expect((counts.get('thrice')?.length ?? 0) / MANY).toBeCloseTo(0.75, 2);
  });

  test('from nothing is refused', () => expect(() => chance.pick([])).toThrow('empty list'));
});
