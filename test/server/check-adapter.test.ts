// Asking a source over HTTP, against a real server that is slow, wrong, huge, broken, hanging, or dies in the middle of its answer.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Unanswered, type Question } from '../../server/checks/adapter.ts';
import { CheckSources, sourceOf } from '../../server/checks/check-settings.ts';
import { httpAdapter } from '../../server/checks/http-adapter.ts';
import { nothing, says, startSource, type Behaviour, type FakeSource } from '../support/source.ts';
import { waitFor } from '../support/wait-for.ts';

let source: FakeSource;
beforeAll(async () => { source = await startSource(); });
afterAll(() => source.stop());
beforeEach(() => { source.asked.length = 0; });

const LIMITS = { timeLimitMs: 1_000, largestBytes: 10_000, failuresInARow: 2, leftInPeaceMs: 500 };
const QUESTION: Question = { checkId: '0195d0c0-0000-7000-8000-000000000001', person: { name: 'Wren Alder', bornOn: '2015-03-12', approximateAge: null } };
const adapter = (limits = LIMITS) => httpAdapter({ url: source.url, key: 'a-key-of-the-source' }, limits);
const never = new AbortController().signal;
const failureOf = (behaviour: Behaviour, one = adapter()): Promise<string> => {
  source.behave(behaviour);
  return one.ask(QUESTION, never).then(() => 'answered', (error: unknown) => (error instanceof Unanswered ? error.failure : `not expected: ${String(error)}`));
};

test('it says who, a date of birth and a number, with the key, and nothing else', async () => {
  source.behave(says(({ checkId }) => ({ checkId, result: 'found', words: ' Known for a large dog ', answeredBy: 'Desk 4', more: 'of what we do not know' })));
  expect(await adapter().ask(QUESTION, never)).toEqual({ result: 'found', words: 'Known for a large dog', answeredBy: 'Desk 4' });
  expect(source.asked.map(({ body }) => body)).toEqual([{ checkId: QUESTION.checkId, person: { name: 'Wren Alder', bornOn: '2015-03-12', approximateAge: null } }]);
  expect(source.asked[0]?.headers).toMatchObject({ authorization: 'Bearer a-key-of-the-source', 'idempotency-key': QUESTION.checkId });
});

describe('no answer is taken for an answer', () => {
  test.each<[string, string, Behaviour]>([
    ['one that hangs', 'no-answer', () => undefined],
    ['one that drips', 'no-answer', (_asked, response) => { response.write('{"checkId":'); const drip = setInterval(() => { response.write(' '); }, 20); response.on('close', () => clearInterval(drip)); }],
    ['a fault of theirs', 'not-reached', (_asked, response) => { response.statusCode = 500; response.end('{"result":"nothing-recorded"}'); }],
    ['a way elsewhere', 'not-reached', (_asked, response) => { response.statusCode = 302; response.setHeader('location', 'http://127.0.0.1:1/'); response.end(); }],
    ['one that dies in the middle', 'not-reached', (_asked, response) => { response.write('{"checkId":'); setImmediate(() => response.destroy()); }],
    ['a page', 'not-understood', (_asked, response) => { response.end('<html>Sign in</html>'); }],
    ['a flood', 'not-understood', (_asked, response) => { response.end(`{"words":"${'x'.repeat(20_000)}"}`); }],
    ['another question’s answer', 'not-understood', says(() => ({ checkId: '0195d0c0-0000-7000-8000-000000000002', result: 'nothing-recorded' }))],
    ['a result that there is not', 'not-understood', says(({ checkId }) => ({ checkId, result: 'safe' }))],
    ['a text that nobody can store', 'not-understood', says(({ checkId }) => ({ checkId, result: 'found', words: 'a\0b' }))],
    ['a text without end', 'not-understood', says(({ checkId }) => ({ checkId, result: 'found', words: 'x'.repeat(4_001) }))],
  ])('%s', async (_what, failure, behaviour) => { expect(await failureOf(behaviour)).toBe(failure); });

  test('a source that is not there', async () => {
    const gone = httpAdapter({ url: 'http://127.0.0.1:1/ask', key: undefined }, LIMITS);
    await expect(gone.ask(QUESTION, never)).rejects.toMatchObject({ failure: 'not-reached' });
  });
});

test('one that fails again and again is left in peace, and tried once after a while', async () => {
  const one = adapter();
  const broken: Behaviour = (_asked, response) => { response.statusCode = 503; response.end(); };
  for (let time = 0; time < 4; time += 1) expect(await failureOf(broken, one)).toBe('not-reached');
  expect(source.asked.length).toBe(LIMITS.failuresInARow);
  expect(one.standing()).toBe('left in peace');
  source.behave(nothing);
  await waitFor('it to be tried', () => one.ask(QUESTION, never).then(() => true, () => false));
  expect(one.standing()).toBe('asked');
});

test('what cannot be read leaves nobody in peace', async () => {
  const one = adapter();
  for (let time = 0; time < 4; time += 1) await failureOf(says(() => ({})), one);
  expect(one.standing()).toBe('asked');
});

describe('the settings', () => {
  const read = (sources: unknown) => CheckSources.safeParse(typeof sources === 'string' ? sources : JSON.stringify(sources));
  test('five sources by phone, where nothing is set', () => expect(CheckSources.parse(undefined).map(sourceOf).map(({ code, way }) => `${code} ${way}`)).toEqual(['police phone', 'mash phone', 'care-connect phone', 'edt phone', 'health phone']));
  test.each([
    ['not JSON', '{'], ['a name in clear over the wire', [{ code: 'mash', name: 'MASH', url: 'http://mash.example/ask' }]], ['a password in an address', [{ code: 'mash', name: 'MASH', url: 'https://ann:secret-word@mash.example/' }]],
    ['a key for nobody', [{ code: 'mash', name: 'MASH', key: 'secret-word' }]], ['automatic by voice', [{ code: 'mash', name: 'MASH', automatic: true }]],
    ['one twice', [{ code: 'mash', name: 'MASH' }, { code: 'mash', name: 'MASH again' }]], ['a key that nobody knows', [{ code: 'mash', name: 'MASH', secret: 'secret-word' }]],
  ])('refused: %s, and no secret said', (_what, sources) => {
    const parsed = read(sources);
    expect(parsed.success).toBe(false);
    expect(JSON.stringify(parsed.error?.issues)).not.toContain('secret-word');
  });
});
