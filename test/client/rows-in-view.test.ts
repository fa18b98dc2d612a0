// A long queue draws the rows in view and the one that Tab comes to, each once and in order; a short one draws all.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stretchesOf } from '../../client/console/queue/use-rows-in-view.ts';

test('what is in view and what is kept is drawn, each row once, in order, and few beside them', () => {
  const list = fc.record({ count: fc.integer({ min: 1, max: 3000 }), from: fc.nat(3000), rows: fc.nat(60), kept: fc.integer({ min: -1, max: 2999 }) });
  fc.assert(fc.property(list, ({ count, from, rows, kept }) => {
    fc.pre(kept < count);
    const view = { from, to: from + rows };
    const drawn = stretchesOf(count, view, kept).flatMap((stretch) => Array.from({ length: stretch.to - stretch.from }, (_, index) => stretch.from + index));
    expect(drawn).toEqual([...new Set(drawn)].toSorted((a, b) => a - b));
    expect(drawn.every((row) => row >= 0 && row < count)).toBe(true);
    for (let row = view.from; row < Math.min(view.to, count); row += 1) expect(drawn).toContain(row);
    if (kept >= 0) expect(drawn).toContain(kept);
    if (count <= 150) expect(drawn).toHaveLength(count);
    else expect(drawn.length).toBeLessThanOrEqual(rows + 21);
  }));
});
