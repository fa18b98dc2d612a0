// Numbers as people type them: kept, one spelling for the index, never refused.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { phoneKey, readPhone } from '../../shared/domain/phone-number.ts';

describe('a number to call back', () => {
  test.each([
    ['01632 960417', '+441632960417'], ['(01632) 960-417', '+441632960417'], ['+44 1632 960417', '+441632960417'], ['0044 1632 960417', '+441632960417'], ['07700 900123', '+447700900123'],
    ['０７７００ ９００１２３', '+447700900123'], ['01632 960417 ext 12', '+441632960417'], ['+33 1 23 45 67 89', '+33123456789'],
  ])('%s is %s', (typed, e164) => expect(phoneKey(typed)).toBe(e164));

  test.each(['', 'withheld', '999', 'ward 4', '12', 'x'.repeat(300), '\ud800', '0770 whatever she said'])('%s is kept, and is no number', (typed) =>
    expect(readPhone(typed)).toMatchObject({ typed: typed.trim(), e164: null, shown: typed.trim() }));

  test('an extension is shown and not compared', () => {
    const read = readPhone('01632 960417 x12');
    expect(read).toMatchObject({ e164: '+441632960417' });
    expect(read.shown).toMatch(/12$/);
  });

  test('whatever is typed is kept, and what was understood is understood again', () => fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => {
    const { typed: kept, e164 } = readPhone(typed);
    expect(kept).toBe(typed.trim());
    if (e164 !== null) expect(phoneKey(e164)).toBe(e164);
  })));
});
