// A name with a slip in it is found: by the keys that its words have in common with it, and by how alike the two are.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { likenessOf, type Described } from '../../shared/domain/alike.ts';
import { foldName, nameKeys, wordsIn } from '../../shared/domain/name-key.ts';
import { lettersApart, spelling, spellingsOf } from '../../shared/domain/spelling.ts';

const share = (one: string, other: string): boolean => spellingsOf(one).some((key) => spellingsOf(other).includes(key));
const letter = fc.constantFrom(...'abcdefghijklmnoprstuvwyzłøš');
const word = fc.array(letter, { minLength: 3, maxLength: 14 }).map((letters) => foldName(letters.join(''))).filter((text) => text.length >= 3);
const name = fc.array(word, { minLength: 2, maxLength: 3 }).map((words) => words.join(' '));

/** One letter changed, dropped, added or swapped with the next. */
const slip = (text: string, at: number, kind: number, by: string): string => {
  const letters = [...text];
  const here = at % letters.length;
  if (kind === 0) return letters.with(here, by).join('');
  if (kind === 1) return letters.toSpliced(here, 1).join('');
  if (kind === 2) return letters.toSpliced(here, 0, by).join('');
  const next = letters[here + 1];
  return next === undefined ? text : letters.with(here, next).with(here + 1, letters[here] ?? '').join('');
};
const slipped = fc.record({ whole: name, which: fc.nat(2), at: fc.nat(13), kind: fc.nat(3), by: letter.map(foldName) })
  .map(({ whole, which, at, kind, by }) => ({ whole, typed: whole.split(' ').map((one, index, all) => (index === which % all.length ? slip(one, at, kind, by) : one)).join(' ') }));

const somebody = (said: string): Described => ({ name: said, aliases: [], bornOn: null, approximateAge: null, saidAt: '2026-11-20T22:00:00.000Z', place: null });

describe('one slip in a name', () => {
  test('every word still has a key in common with what was meant', () => fc.assert(fc.property(slipped, ({ whole, typed }) => {
    const [meant, said] = [whole.split(' '), typed.split(' ')];
    expect(meant.every((one, index) => share(one, said[index] ?? ''))).toBe(true);
  })));

  test('it is shown, whoever asks and whoever was recorded with the slip', () => fc.assert(fc.property(slipped, ({ whole, typed }) => {
    expect(likenessOf(somebody(typed), somebody(whole), 0)).not.toBeNull();
    expect(likenessOf(somebody(whole), somebody(typed), 0)).not.toBeNull();
  })));
});

test('names are alike from 0 to 1, the same from either side, whatever the order of their words; and a name is wholly itself', () => fc.assert(fc.property(name, name, (a, b) => {
  expect(spelling(a, b)).toBeGreaterThanOrEqual(0);
  expect(spelling(a, b)).toBeLessThanOrEqual(1);
  expect(spelling(a, a.split(' ').toReversed().join(' '))).toBe(1);
})));

test.each([
  ['smith', 'smyth'], ['kathryn', 'catherine'], ['elisabet', 'elizabeth'], ['mohamad', 'mohammed'], ['stephen', 'stefan'], ['philip', 'filip'], ['kittiwake', 'kitiwak'], ['amy', 'may'], ['bob', 'bo'],
])('%s and %s are looked for together', (one, other) => expect(share(one, other)).toBe(true));

test.each([['rowan', 'hazel'], ['lee', 'ann'], ['smith', 'jones'], ['bo', 'al']])('%s and %s are not', (one, other) => expect(share(one, other)).toBe(false));

test.each([['', '', 0], ['finch', '', 5], ['finch', 'finhc', 1], ['finch', 'fnich', 1], ['finch', 'wren', 5]])('from %p to %p in %d', (one, other, letters) => expect(lettersApart(one, other)).toBe(letters));

test('a middle name left out is the same person; another one is not', () => {
  expect(likenessOf(somebody('Hazel Plover'), somebody('Hazel Margaret Plover'), 0)?.reasons).toEqual(['a name spelt alike']);
  expect(likenessOf(somebody('Hazel Ann Plover'), somebody('Hazel Margaret Plover'), 0)).toBeNull();
  expect(likenessOf(somebody('Plover'), somebody('Hazel Plover'), 0)).toBeNull();
});

test('the longest of names has few keys, and none is longer than the name', () => {
  expect(spellingsOf('a'.repeat(200)).length).toBeLessThan(20);
  expect(wordsIn(nameKeys(['Juniper Ann Rowan', null, '🙂']))).toEqual(['ann', 'juniper', 'rowan']);
});
