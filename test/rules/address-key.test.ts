// One door has one key, however it was typed; another door has another.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addressKey, isSameAddress } from '../../shared/domain/address-key.ts';

describe('the same door', () => {
  test.each([
    ['14 Quayside Street, Fleetwood', '14 quayside st'], ['14 Quayside St Fleetwood FY7 6AA', '14, Quayside Street'], ['Flat 2, 14 Chapel Road, Nelson', 'apt 2 14 chapel rd.'], ['No. 14 Church Ave', '14 CHURCH AVENUE, Burnley'],
    ['14 a Mill Ln', '14A Mill Lane, Colne'], ['The Willows children’s home, Preston', 'Willows Childrens Home'], ['12 St Ode’s Walk', '12 Saint Odes Walk, Preston'], ['Wharfside depot, gate three', 'wharfside DEPOT'],
  ])('%s and %s', (a, b) => expect(addressKey(a)).toBe(addressKey(b)));
});

describe('another door', () => {
  test.each([['14 Quayside Street', '16 Quayside Street'], ['14 Quayside Street', '14a Quayside Street'], ['Flat 2, 14 Chapel Road', 'Flat 3, 14 Chapel Road'], ['14 Church Street', '14 Church Road']])('%s and %s', (a, b) =>
    expect(addressKey(a)).not.toBe(addressKey(b)));

  test('the same words in another town, where both are on the map', () => {
    const [preston, colne] = [{ lat: 53.759, lon: -2.699 }, { lat: 53.857, lon: -2.169 }];
    expect(isSameAddress({ label: '14 Church St', ...preston }, { label: '14 Church Street', ...colne })).toBe(false);
    expect(isSameAddress({ label: '14 Church St', ...preston }, { label: '14 Church Street', ...preston })).toBe(true);
    expect(isSameAddress({ label: '14 Church St', ...preston }, { label: '14 Church Street', lat: null, lon: null })).toBe(true);
  });
});

test.each(['', '   ', ', ,', 'Burnley', 'St Annes', 'Pinned on the map, near Colne', 'preston, lancashire', '—', '🙂', 'PR1 2AB'])('no door in %j', (label) => expect(addressKey(label)).toBeNull());

const label = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.array(fc.constantFrom('14', '2', 'a', 'Flat', 'St', 'Church', 'Road', 'rd', ',', 'Burnley', 'É', 'the', 'No', '’s'), { maxLength: 9 }).map((words) => words.join(' ')));

test('any text at all has a key or none, short, and blind to case, accents and spaces', () => fc.assert(fc.property(label, (text) => {
  const key = addressKey(text);
  if (key !== null) expect(key).toMatch(/^\S.{0,118}\S$|^\S$/u);
  expect(addressKey(`  ${text}  `)).toBe(key);
  if (/^[\x20-\x7e]*$/.test(text)) {
    expect(addressKey(text.toUpperCase())).toBe(key);
    expect(addressKey(text.toLowerCase())).toBe(key);
  }
})));

test('the key of a key is itself', () => fc.assert(fc.property(label, (text) => {
  const key = addressKey(text);
  if (key !== null && key.length < 120) expect(addressKey(key)).toBe(key);
})));
