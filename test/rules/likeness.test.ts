// What may be the same event is shown with its reasons; a hint never depends on who was first, and never falls for a fact in common.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { likeness, WORTH_A_LOOK, type Account } from '../../shared/domain/likeness.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { isRepeat, repeatShort, repeatWords } from '../../shared/domain/repeat-concern.ts';

const AT = '2026-11-20T22:00:00.000Z';
const DOOR = { label: '14 Quayside Street, Fleetwood', lat: 53.921, lon: -3.014, isPoint: true };
const blank: Account = { words: '', at: AT, numbers: [], names: [], address: null };
const full: Account = { words: 'Baby crying for an hour behind the bakery, curtains drawn', at: AT, numbers: ['+441632960417'], names: ['Juniper Rowan'], address: DOOR };

describe('why two accounts look alike', () => {
  test.each<[string, Partial<Account>, string[]]>([
    ['the number', { numbers: ['+441632960417'] }, ['the same number rang']],
    ['the door, typed otherwise', { address: { label: '14 quayside st', lat: null, lon: null, isPoint: false } }, ['the same address']],
    ['a point close by', { address: { label: 'Pinned on the map', lat: 53.9222, lon: -3.014, isPoint: true } }, ['130 m away']],
    ['the name, either way round', { names: ['Rowan Juniper'] }, ['the same name, Juniper Rowan']],
    ['a part of the name', { names: ['Juniper'] }, ['a name in common, Juniper Rowan']],
    ['the words', { words: 'neighbours: BABY crying, bakery' }, ['words in common: baby, bakery, crying']],
  ])('%s', (_, part, reasons) => {
    const found = likeness(full, { ...blank, ...part });
    expect(found.reasons).toEqual(reasons);
    expect(found.score).toBeGreaterThan(0);
  });

  test.each<[string, Partial<Account>]>([
    ['another name of the family', { names: ['Hazel Rowan'] }], ['what half the calls say', { words: 'Concern for a child, caller rang again tonight' }],
    ['a town’s own point', { address: { label: 'Fleetwood', lat: 53.921, lon: -3.014, isPoint: false } }], ['the next town', { address: { label: '14 Quayside Street', lat: 53.8, lon: -2.9, isPoint: true } }],
  ])('not %s', (_, part) => expect(likeness(full, { ...blank, ...part })).toEqual({ score: 0, reasons: [] }));

  test('the same door within the evening is worth a look, and a number alone too; a few words alone are not', () => {
    expect(likeness(full, { ...blank, address: DOOR }).score).toBeGreaterThan(WORTH_A_LOOK);
    expect(likeness(full, { ...blank, numbers: full.numbers }).score).toBeGreaterThan(WORTH_A_LOOK);
    expect(likeness(full, { ...blank, words: 'Baby left at the bakery with bruising, staff frightened, shop closing shortly' }).score).toBeLessThan(WORTH_A_LOOK);
  });
});

const words = fc.array(fc.constantFrom('baby', 'bakery', 'knife', 'bridge', 'child', 'mother'), { maxLength: 5 }).map((some) => some.join(' '));
const account: fc.Arbitrary<Account> = fc.record({
  words, at: fc.integer({ min: 0, max: 5_000 }).map((minutes) => plusMinutes(AT, minutes)), numbers: fc.subarray(['+441632960001', '+441632960002']), names: fc.subarray(['Ash Rowan', 'Hazel Rowan', 'Ash', '']),
  address: fc.option(fc.record({ label: fc.constantFrom('14 Church Street', '14 church st, Colne', 'Colne'), lat: fc.constantFrom(53.8, 53.8005), lon: fc.constant(-2.7), isPoint: fc.boolean() })),
});

test('the score is a chance, has a reason, and is the same from either side', () => fc.assert(fc.property(account, account, (a, b) => {
  const { score, reasons } = likeness(a, b);
  expect(score).toBeGreaterThanOrEqual(0);
  expect(score).toBeLessThan(1);
  expect(reasons.length > 0).toBe(score > 0);
  expect(likeness(b, a).score).toBeCloseTo(score, 10);
})));

test('one more fact in common never makes it less alike, nor does less time between', () => fc.assert(fc.property(account, account, fc.nat({ max: 5_000 }), (a, b, apart) => {
  const { score } = likeness(a, b);
  expect(likeness({ ...a, numbers: [...a.numbers, '+44'] }, { ...b, numbers: [...b.numbers, '+44'] }).score).toBeGreaterThanOrEqual(score);
  expect(likeness(a, { ...b, at: plusMinutes(a.at, apart) }).score).toBeGreaterThanOrEqual(likeness(a, { ...b, at: plusMinutes(a.at, apart + 60) }).score);
})));

test('a third concern is said, in words and in a row', () => {
  expect([1, 2, 3].map(isRepeat)).toEqual([false, false, true]);
  expect([3, 4, 11, 21, 22].map(repeatShort)).toEqual(['3rd concern in 7 days', '4th concern in 7 days', '11th concern in 7 days', '21st concern in 7 days', '22nd concern in 7 days']);
  expect([repeatWords(3), repeatWords(12)]).toEqual(['third concern in seven days', '12th concern in seven days']);
});
