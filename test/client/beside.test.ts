// What is asked of a half-typed call, what is written of a further caller, and how a past incident ended.
import { describe, expect, test } from '@jest/globals';
import { becameWords } from '../../client/beside/became-words.ts';
import { furtherWords } from '../../client/beside/further-call.ts';
import { questionOf } from '../../client/beside/use-call-lookups.ts';
import { lookUpCall } from '../../shared/protocol/call-lookups.ts';

const callId = '00000000-0000-4000-8000-000000000001';
const somebody = (name: string) => ({ name, bornOn: null, approximateAge: null });
const nowhere = { label: '', lat: null, lon: null };

describe('what is asked', () => {
  test('an empty form asks nothing', () => expect(questionOf({ number: ' ', address: nowhere, people: ['', ' '].map(somebody), words: '' })).toEqual({ number: null, address: null, people: [], words: null }));

  test('whatever was typed, the server can read it', () => {
    const long = 'é '.repeat(5_000);
    const asked = questionOf({ number: long, address: { label: long, lat: 53.7, lon: -2.7 }, people: Array.from({ length: 40 }, () => ({ ...somebody(long), approximateAge: 9.5 })), words: long });
    expect(lookUpCall.body.safeParse({ callId, ...asked }).success).toBe(true);
  });
});

test('what a further caller said keeps who and where, however long it is', () => {
  expect(furtherWords({ words: ' Still crying ', names: ['Rowan Ash', ' '], place: '14 Quayside' })).toBe('Still crying\nNamed: Rowan Ash. Where, as this caller said it: 14 Quayside.');
  expect(furtherWords({ words: 'x'.repeat(5_000), names: ['Rowan Ash'], place: '' })).toMatch(/Named: Rowan Ash\.$/);
  expect(furtherWords({ words: 'x'.repeat(5_000), names: ['Rowan Ash'], place: '' }).length).toBeLessThanOrEqual(4_000);
});

test.each([
  [{ open: true, ending: null, outcomes: [] }, 'open, with Asha Whitethorn'], [{ open: false, ending: 'settled', outcomes: ['advice'] }, 'Advice and signposting given'], [{ open: false, ending: 'duplicate', outcomes: [] }, 'The same as another incident'],
] as const)('what became of %j', (part, words) => expect(becameWords({ owner: 'Asha Whitethorn', ...part, outcomes: [...part.outcomes] })).toBe(words));
