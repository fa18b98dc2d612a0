// What two people said of one person at once: nobody's words are written over unseen.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { onTopOf } from '../../client/forms/person/on-top-of.ts';

test('what was typed stands, and theirs wherever nothing was typed', () => {
  const began = { name: 'Heather Moss', language: '', hours: 'before 15:00' };
  const theirs = { ...began, language: 'Welsh', hours: 'never' };
  expect(onTopOf(theirs, { ...began, name: 'Heather Moss-Elm' }, began)).toEqual({ name: 'Heather Moss-Elm', language: 'Welsh', hours: 'never' });
  expect(onTopOf(theirs, { ...began, hours: '' }, began)).toEqual({ name: 'Heather Moss', language: 'Welsh', hours: '' });
});

test('whoever typed nothing is left with theirs, and where they said nothing mine stays as it is', () => {
  const said = fc.record({ name: fc.string(), age: fc.string(), isChild: fc.boolean() });
  fc.assert(fc.property(said, said, (theirs, mine) => {
    expect(onTopOf(theirs, mine, mine)).toEqual(theirs);
    expect(onTopOf(theirs, mine, theirs)).toEqual(mine);
  }));
});
