// Every expected "no" is a sentence that a tired person can read, whether or not anybody knew the names to put into it.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { REFUSAL_CODES, REFUSALS, refusalSentence } from '../../shared/domain/refusal.ts';

const gapsOf = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].flatMap(([, gap]) => gap ?? []);

describe.each(REFUSAL_CODES)('%s', (code) => {
  const [status, text] = REFUSALS[code];

  test('is the caller’s to mend, or passing', () => expect(status === 503 || (status >= 400 && status < 500)).toBe(true));

  test('reads as sentences with nothing filled in, and never as a code', () => {
    const sentence = refusalSentence({ code });
    expect(sentence).toMatch(/^[A-Z][^{}]+\.$/);
    expect(sentence.split(' ').length).toBeGreaterThan(3);
    expect(sentence).not.toMatch(/undefined|null|\s\s/);
    if (code.includes('-')) expect(sentence).not.toContain(code);
  });

  test('says what it was told, in every gap', () => {
    const facts = Object.fromEntries(gapsOf(text).map((gap, n) => [gap, `Known${n}`]));
    const sentence = refusalSentence({ code, facts });
    for (const fact of Object.values(facts)) expect(sentence).toContain(fact);
  });
});

test('codes are kebab-case, for they are kept for ever', () => expect(REFUSAL_CODES.filter((code) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code))).toEqual([]));

test('no two codes say the same', () => expect(new Set(REFUSAL_CODES.map((code) => REFUSALS[code][1])).size).toBe(REFUSAL_CODES.length));

test('two coordinators who send the same person at once: the second reads a sentence, though the database knows no names', () => {
  expect(refusalSentence({ code: 'responder-busy' })).toBe('Somebody is already on other work, sent by somebody else at about this time. Choose another.');
});

test('a fact is shown as it is: what looks like a gap or a pattern in a name is no instruction', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.constantFrom('{at}', '$&', '$1')), (who) => {
    expect(refusalSentence({ code: 'crew-still-there', facts: { who: `W${who}` } })).toBe(`W${who} is still there. Wait until they have left, or stand them down.`);
  }));
});
