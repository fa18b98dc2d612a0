// What was said of a person before and what is said now: each field that changed and no other; the first version says all of it.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changesOf } from '../../shared/protocol/person-changes.ts';
import { SAID_ABOUT, type PersonHistory } from '../../shared/protocol/people.ts';

type Says = PersonHistory['versions'][number]['says'];
const version = (at: string, ...says: Says) => ({ at, by: 'Ann Heron', organisation: 'County Council', says });

test('a correction, a thing first said and a thing taken back, each with what stood before', () => {
  const [last, first] = changesOf([
    version('2026-11-20T22:40:00.000Z', { about: 'name', text: 'Hazel Plover' }, { about: 'contact', text: 'not safe to ring' }, { about: 'contact', text: 'safe to text' }),
    version('2026-11-20T22:10:00.000Z', { about: 'name', text: 'Hazel' }, { about: 'language', text: 'speaks Polish' }),
  ]);
  expect(last?.changes).toEqual([
    { field: 'Name', before: 'Hazel', now: 'Hazel Plover' }, { field: 'Safe contact', before: null, now: 'not safe to ring; safe to text' }, { field: 'Language', before: 'speaks Polish', now: null },
  ]);
  expect(first).toMatchObject({ changes: null, says: ['Hazel', 'speaks Polish'] });
});

test('of two versions exactly the fields that differ are named, whichever order their lines come in', () => {
  const says = fc.uniqueArray(fc.record({ about: fc.constantFrom(...SAID_ABOUT), text: fc.constantFrom('one', 'two') }), { selector: ({ about }) => about, maxLength: 8 });
  fc.assert(fc.property(says, says, (before, now) => {
    const [last] = changesOf([version('b', ...now.toReversed()), version('a', ...before)]);
    const textOf = (all: Says, about: string) => all.find((one) => one.about === about)?.text;
    expect(last?.changes).toHaveLength(SAID_ABOUT.filter((about) => textOf(before, about) !== textOf(now, about)).length);
  }));
});
