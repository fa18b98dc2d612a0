// A call can be saved with little known, is sent as the route wants it, and points at what is open already.
import { describe, expect, test } from '@jest/globals';
import { raiseIncident } from '../../shared/protocol/incidents.ts';
import { EMPTY_CALL, raiseInput, whyNotSave, type CallDraft } from '../../client/forms/call/call-draft.ts';
import { NOBODY } from '../../client/forms/person/person-draft.ts';
import { NOWHERE } from '../../client/forms/place/place-draft.ts';
import { NOW } from './console-night.ts';

const now = new Date(NOW);
const least: CallDraft = { ...EMPTY_CALL, summary: 'Child alone in the street', door: 'public' };
const sent = (draft: CallDraft) => raiseIncident.body.parse({ ...raiseInput(draft, now), commandId: '00000000-0000-4000-8000-000000000001' });

describe('saving', () => {
  test('what is happening and a door are enough', () => {
    expect(whyNotSave(least, true, now)).toBeUndefined();
    expect(sent(least)).toMatchObject({ summary: 'Child alone in the street', reportedAt: NOW, location: null, people: [], caller: { name: null, phone: null } });
  });

  test.each([
    [{ summary: '  ' }, /what is happening/], [{ door: null }, /which door/], [{ reportedAt: '23:59' }, /after now/], [{ people: [{ ...NOBODY, age: 'nine' }] }, /whole number/], [{ people: [{ ...NOBODY, bornOn: '12/15' }] }, /cannot be read/],
  ])('%j is not', (part, why) => expect(whyNotSave({ ...least, ...part }, true, now)).toMatch(why));

  test('nobody saves off duty: an incident needs an owner', () => expect(whyNotSave(least, false, now)).toMatch(/not on duty/));

  test('people as known: unborn, about nine, or born on a day', () => {
    const people = [{ ...NOBODY, unborn: true }, { ...NOBODY, name: 'Jay', age: '9', isChild: true }, { ...NOBODY, bornOn: '3/12/2015', age: '40' }, NOBODY];
    expect(sent({ ...least, people }).people).toEqual([
      { name: null, isChild: true, relation: 'the person concerned', bornOn: null, approximateAge: -1 },
      { name: 'Jay', isChild: true, relation: 'the person concerned', bornOn: null, approximateAge: 9 },
      { name: null, isChild: false, relation: 'the person concerned', bornOn: '2015-12-03', approximateAge: null },
    ]);
  });

  test('a pin without words is a place all the same', () => {
    expect(sent({ ...least, place: { ...NOWHERE, as: 'pin', point: { lat: 53.8, lon: -2.2 }, secret: true } }).location).toEqual({ label: 'Pinned on the map', lat: 53.8, lon: -2.2, secret: true, approximate: false, understoodAs: 'pin' });
  });
});

test('what was said to be another goes with it, and onto the log', () => {
  expect(sent({ ...least, otherThanIds: ['00000000-0000-4000-8000-000000000002'] }).alike).toEqual({ sameAsId: null, otherThanIds: ['00000000-0000-4000-8000-000000000002'] });
});
