// What `npm run bench` runs and how it judges: the list, the arithmetic and which way each ratio points.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BENCHES, chosen } from '../bench/benches.ts';
import { knowsOf } from '../bench/growth.ts';
import { ROUTES } from '../../shared/protocol/routes.ts';
import { compared, limited, median, meets, quantile, spreadOf } from '../bench/figure.ts';
import { tableOf } from '../bench/table.ts';

const measured = fc.array(fc.double({ min: 0.001, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });

describe('the benches', () => {
  test('are those of the proof, each once, in the order in which they run', () => {
    expect(BENCHES.map(({ name }) => name)).toEqual(['commands-1', 'commands-10', 'live', 'positions', 'snapshot', 'map', 'growth', 'grading', 'lookup', 'queue', 'ranking', 'replan']);
  });

  test('every file that makes one is in the list', () => {
    const made = readdirSync(join(import.meta.dirname, '../bench')).filter((file) => /^(?:commands|live|positions|snapshot|map|growth|grading|lookup|queue|ranking|replan)\.ts$/.test(file));
    expect(made).toHaveLength(new Set(BENCHES.map(({ name }) => name.replace(/-\d+$/, ''))).size);
  });

  test('are chosen by name, in their own order; no name is all of them', () => {
    expect(chosen(BENCHES, [])).toBe(BENCHES);
    expect(chosen(BENCHES, ['growth', 'live']).map(({ name }) => name)).toEqual(['live', 'growth']);
  });

  test('a name that is none is answered with those there are', () => {
    expect(() => chosen(BENCHES, ['live', 'lives'])).toThrow(/^There is no bench called lives: there are commands-1, .*replan\.$/);
  });
});

test('growth knows of every route that reads', () => {
  expect([...ROUTES].flatMap(([name, { method }]) => (method === 'GET' && !knowsOf(name) ? [name] : []))).toEqual([]);
});

describe('the arithmetic', () => {
  test('a median is the middle one, or the middle of the two', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(() => median([])).toThrow('nothing was measured');
  });

  test('of a hundred the 99th is the second greatest', () => {
    expect(quantile(Array.from({ length: 100 }, (_, index) => index + 1), 0.99)).toBe(99);
  });

  test('as many lie above a median as below, and it lies within its spread, in whatever order they were measured', () => {
    fc.assert(fc.property(measured, (values) => {
      const { median: middle, minimum, maximum } = spreadOf(values);
      expect(minimum <= middle && middle <= maximum).toBe(true);
      expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(values.length / 2);
      expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(values.length / 2);
      expect(spreadOf(values.toReversed())).toEqual({ median: middle, minimum, maximum });
    }));
  });

  test('a ratio is ours over theirs, round by round: what slowed both in one round is in neither’s favour', () => {
    const { ours, baseline, ratio, holds } = compared([{ ours: 10, baseline: 20 }, { ours: 100, baseline: 200 }, { ours: 30, baseline: 60 }], 'ms', { atMost: 0.5 });
    expect({ ours: ours.median, baseline: baseline.median, ratio, holds }).toEqual({ ours: 30, baseline: 60, ratio: { median: 0.5, minimum: 0.5, maximum: 0.5 }, holds: true });
  });

  test('more is better where at least is asked, less where at most is; the bar itself holds', () => {
    fc.assert(fc.property(measured, fc.double({ min: 0.01, max: 10, noNaN: true }), (values, bar) => {
      const rounds = values.map((value) => ({ ours: value, baseline: 1 }));
      expect(compared(rounds, 'x', { atLeast: bar }).holds).toBe(median(values) >= bar);
      expect(compared(rounds, 'x', { atMost: bar }).holds).toBe(median(values) <= bar);
      expect(meets({ atLeast: bar }, bar) && meets({ atMost: bar }, bar)).toBe(true);
    }));
  });

  test('a limit is met by the median of the rounds, and says which limit it was', () => {
    expect(limited([1400, 1450, 1900], 'ms', { atMost: 1500 })).toEqual({ ours: { median: 1450, minimum: 1400, maximum: 1900 }, limit: 1500, unit: 'ms', bar: { atMost: 1500 }, holds: true });
    expect(limited([1400, 1501, 1900], 'ms', { atMost: 1500 }).holds).toBe(false);
  });
});

test('the table says in words what does not hold', () => {
  const table = tableOf({ quick: limited([1], 'ms', { atMost: 2 }), slow: compared([{ ours: 1, baseline: 4 }], 'commands/s', { atLeast: 0.5 }) });
  const [, quick, slow] = table.split('\n');
  expect(quick).toMatch(/^quick .*at most 2 ms\s+holds$/);
  expect(slow).toMatch(/^slow .*0\.250.*at least 0\.5×\s+DOES NOT HOLD$/);
});
