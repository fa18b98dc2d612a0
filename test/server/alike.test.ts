// Those who see the same share one message: nobody gets another's, and whatever merges is the very same thing.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { alikeBy } from '../../server/realtime/alike.ts';

interface Thing { id: number }

test('everybody gets exactly what they may see, in its order, once; who sees nothing gets nothing; and there is a message less for each who sees the same', () => {
  const sights = fc.array(fc.uniqueArray(fc.nat(7), { maxLength: 5 }), { maxLength: 30 });
  fc.assert(fc.property(sights, (seen) => {
    const things: Thing[] = Array.from({ length: 8 }, (_, id) => ({ id }));
    const watchers = seen.map((ids, index) => ({ index, sees: ids.map((id) => things[id]).filter((thing) => thing !== undefined) }));
    const groups = alikeBy(watchers, ({ sees }) => sees);
    const got = new Map(groups.flatMap(({ seen: shown, by }) => by.map(({ index }) => [index, shown] as const)));
    for (const { index, sees } of watchers) expect(got.get(index) ?? []).toEqual(sees);
    expect(groups.flatMap(({ by }) => by)).toHaveLength(watchers.filter(({ sees }) => sees.length > 0).length);
    expect(groups).toHaveLength(new Set(seen.filter((ids) => ids.length > 0).map((ids) => ids.join())).size);
  }));
});

test('two things that look alike and are not the same are never merged', () => {
  const [mine, theirs] = [{ id: 1 }, { id: 1 }];
  expect(alikeBy(['me', 'they'], (who) => [who === 'me' ? mine : theirs])).toHaveLength(2);
});
