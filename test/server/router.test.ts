// The router's adapters against a real HTTP server: drives in the order asked, and no answer is ever waited for beyond the limit.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { makeRouter } from '../../server/dispatch/router/router.ts';
import { startRouter, type RouterStandIn } from '../support/router.ts';

const BURNLEY = { lat: 53.789, lon: -2.248 };
const FROM = [{ lat: 53.8, lon: -2.24 }, { lat: 54.05, lon: -2.8 }];
const LIMITS = { timeLimitMs: 200, failuresInARow: 2, leftInPeaceMs: 60_000 };
let standIn: RouterStandIn;
beforeAll(async () => { standIn = await startRouter(); });
afterAll(() => standIn.stop());
beforeEach(() => { standIn.asked.length = 0; });

const osrm = () => makeRouter({ url: `${standIn.url}/`, kind: 'osrm' }, LIMITS);
const valhalla = () => makeRouter({ url: standIn.url, kind: 'valhalla' }, LIMITS);

describe('what it answers', () => {
  test('OSRM: one table, the door as its only destination; no road is no number', async () => {
    standIn.answer(() => ({ body: JSON.stringify({ code: 'Ok', durations: [[540], [null]], sources: [], destinations: [] }) }));
    expect(await osrm()(FROM, BURNLEY)).toEqual([9, null]);
    expect(standIn.asked.map(({ path }) => path)).toEqual(['/table/v1/driving/-2.248000,53.789000;-2.240000,53.800000;-2.800000,54.050000?sources=1;2&destinations=0&annotations=duration']);
  });

  test('Valhalla: one matrix, by car', async () => {
    standIn.answer(() => ({ body: JSON.stringify({ sources_to_targets: [[{ time: 600, distance: 8.1, from_index: 0, to_index: 0 }], [{ time: null }]], units: 'kilometers' }) }));
    expect(await valhalla()(FROM, BURNLEY)).toEqual([10, null]);
    expect(standIn.asked).toMatchObject([{ path: '/sources_to_targets' }]);
    expect(JSON.parse(standIn.asked[0]?.body ?? '')).toEqual({ sources: FROM, targets: [BURNLEY], costing: 'auto' });
  });

  test('nobody is asked for no drive', async () => {
    expect(await osrm()([], BURNLEY)).toEqual([]);
    expect(standIn.asked).toEqual([]);
  });

  test('of more than a table takes, the rest has no number', async () => {
    standIn.answer(() => ({ body: JSON.stringify({ code: 'Ok', durations: Array.from({ length: 90 }, () => [60]) }) }));
    const minutes = await osrm()(Array.from({ length: 120 }, () => BURNLEY), BURNLEY);
    expect([minutes.length, minutes.filter((one) => one === 1).length, minutes[119]]).toEqual([120, 90, null]);
  });
});

describe('what is no answer', () => {
  test.each([
    ['an error', { status: 500, body: '{}' }], ['no JSON', { body: 'not json' }], ['another shape', { body: '{"code":"Ok"}' }], ['too few drives', { body: '{"code":"Ok","durations":[[5]]}' }],
    ['a refusal', { body: '{"code":"InvalidQuery"}' }], ['a drive of days', { body: '{"code":"Ok","durations":[[999999],[-3]]}' }], ['far too much', { body: JSON.stringify({ code: 'Ok', durations: [], more: 'x'.repeat(400_000) }) }],
  ])('%s', async (_what, said) => {
    standIn.answer(() => said);
    expect(await osrm()(FROM, BURNLEY)).toEqual([null, null]);
  });

  test('silence is waited for no longer than the limit, and after a few it is left in peace', async () => {
    standIn.answer(() => null);
    const router = osrm();
    const started = performance.now();
    expect(await router(FROM, BURNLEY)).toEqual([null, null]);
    expect(performance.now() - started).toBeLessThan(2_000);
    await router(FROM, BURNLEY);
    const asked = standIn.asked.length;
    expect(await router(FROM, BURNLEY)).toEqual([null, null]);
    expect(standIn.asked).toHaveLength(asked);
  });
});
