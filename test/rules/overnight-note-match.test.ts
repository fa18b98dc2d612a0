// An overnight note surfaces when the same person, place or phone appears in the night, and not otherwise.
import { describe, expect, test } from '@jest/globals';
import { matchNote, raiseMatching } from '../../shared/domain/overnight-note-match.ts';

const note = { about: 'Jaden Moss, 14', place: '12 Cog Lane, Burnley', phone: '07700 900123' };
const nothing = { names: [], place: null, phones: [] };

describe('the same person', () => {
  test.each([
    ['the very name', 'Jaden Moss'], ['in capitals', 'JADEN MOSS'], ['with accents and odd spaces', ' Jadén   Moss '],
  ])('%s', (_, name) => expect(matchNote(note, { ...nothing, names: [name] })).toEqual(['person']));

  test('an apostrophe, typed or left out', () => {
    expect(matchNote({ ...note, about: 'Siân O’Neil' }, { ...nothing, names: ['Sian ONeil'] })).toEqual(['person']);
  });

  test.each([['a first name alone', 'Jaden'], ['a longer surname', 'Jaden Mossop'], ['nobody named', ''], ['somebody else', 'Jordan Moss']])('not %s', (_, name) =>
    expect(matchNote(note, { ...nothing, names: [name] })).toEqual([]));
});

describe('the same place', () => {
  test.each([['the whole address', '12 COG LANE, Burnley'], ['without the town', '12 Cog Lane'], ['with more behind it', '12 Cog Lane, Burnley, BB11 5HJ']])('%s', (_, place) =>
    expect(matchNote(note, { ...nothing, place })).toEqual(['place']));

  test.each([['the town alone', 'Burnley'], ['another door', '112 Cog Lane, Burnley'], ['no place known', null]])('not %s', (_, place) =>
    expect(matchNote(note, { ...nothing, place })).toEqual([]));
});

describe('the same phone', () => {
  test.each([['as typed', '07700 900123'], ['run together', '07700900123'], ['with the country', '+44 7700 900123'], ['in a sentence', 'Ring mum on 07700-900123 first']])('%s', (_, phone) =>
    expect(matchNote(note, { ...nothing, phones: [phone] })).toEqual(['phone']));

  test.each([['one digit off', '07700 900124'], ['too short to tell', '900123'], ['none given', '']])('not %s', (_, phone) =>
    expect(matchNote(note, { ...nothing, phones: [phone] })).toEqual([]));
});

test('a note that says neither place nor phone matches nobody by silence', () => {
  expect(matchNote({ about: 'Jaden Moss', place: null, phone: null }, { names: ['Ada Lowe'], place: '', phones: [''] })).toEqual([]);
});

test('notes about an open incident come first, then whichever expires next; a closed incident raises nothing', () => {
  const incident = (id: string, state: 'open' | 'closed', name: string) => ({
    id, state, summary: '', location: null, people: [{ personId: id, name, isChild: true, relation: 'child', age: 'about 9' }],
  });
  const later = { ...note, id: 'later', expiresAt: '2026-12-01T09:00:00.000Z' };
  const other = { about: 'Ada Lowe', place: null, phone: null, id: 'other', expiresAt: '2026-11-28T09:00:00.000Z' };
  const soonest = { about: 'Ken Hill', place: null, phone: null, id: 'soonest', expiresAt: '2026-11-27T09:00:00.000Z' };
  const raised = raiseMatching([other, soonest, later], [incident('a', 'open', 'Jaden Moss'), incident('b', 'closed', 'Ada Lowe')]);
  expect(raised.map(({ note: { id } }) => id)).toEqual(['later', 'soonest', 'other']);
  expect(raised[0]?.with.map(({ incident: { id }, by }) => [id, by])).toEqual([['a', ['person']]]);
});
