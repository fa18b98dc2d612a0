// The router's adapters against a real HTTP server: drives in the order asked, and no answer is ever waited for beyond the limit.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { makeRouter } from '../../server/router/router.ts';
import { roadsEast as roads, startRouter, type RouterStandIn } from '../support/router.ts';

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
    expect(await osrm().toDoor(FROM, BURNLEY)).toEqual([9, null]);
    expect(standIn.asked.map(({ path }) => path)).toEqual(['/table/v1/driving/-2.240000,53.800000;-2.800000,54.050000;-2.248000,53.789000?sources=0;1&destinations=2&annotations=duration']);
  });

  test('Valhalla: one matrix, by car', async () => {
    standIn.answer(() => ({ body: JSON.stringify({ sources_to_targets: [[{ time: 600, distance: 8.1, from_index: 0, to_index: 0 }], [{ time: null }]], units: 'kilometers' }) }));
    expect(await valhalla().toDoor(FROM, BURNLEY)).toEqual([10, null]);
    expect(standIn.asked).toMatchObject([{ path: '/sources_to_targets' }]);
    expect(JSON.parse(standIn.asked[0]?.body ?? '')).toEqual({ sources: FROM, targets: [BURNLEY], costing: 'auto' });
  });

  test('nobody is asked for no drive', async () => {
    expect(await osrm().toDoor([], BURNLEY)).toEqual([]);
    expect(standIn.asked).toEqual([]);
  });

  test('of more than a table takes, the rest has no number', async () => {
    standIn.answer(() => ({ body: JSON.stringify({ code: 'Ok', durations: Array.from({ length: 90 }, () => [60]) }) }));
    const minutes = await osrm().toDoor(Array.from({ length: 120 }, () => BURNLEY), BURNLEY);
    expect([minutes.length, minutes.filter((one) => one === 1).length, minutes[119]]).toEqual([120, 90, null]);
  });
});

const along = (count: number) => Array.from({ length: count }, (_, index) => ({ lat: 53.7, lon: Number((-3 + index / 1_000).toFixed(3)) }));

describe('between the places of a plan', () => {
  test('each drive stands in its row, whatever block it was asked in; no road is no number', async () => {
    standIn.answer(roads);
    const minutes = await osrm().between(along(100));
    expect(minutes).toHaveLength(100);
    expect(minutes.flatMap((row, from) => row.flatMap((one, to) => (one === (to < from ? null : to - from) ? [] : [[from, to, one]])))).toEqual([]);
    expect(standIn.asked.map(({ path }) => new URL(path, 'http://router.test').pathname.split(';').length)).toEqual([90, 90, 55, 90, 90, 55, 55, 55, 20]);
  });

  test('Valhalla: a matrix of both', async () => {
    standIn.answer(() => ({ body: JSON.stringify({ sources_to_targets: [[{ time: 0 }, { time: 600 }], [{ time: 540 }, { time: 0 }]] }) }));
    expect(await valhalla().between(FROM)).toEqual([[0, 10], [9, 0]]);
    expect(JSON.parse(standIn.asked[0]?.body ?? '')).toEqual({ sources: FROM, targets: FROM, costing: 'auto' });
  });

  test('beyond what a router is asked for, there is no number', async () => {
    standIn.answer(roads);
    const minutes = await osrm().between(along(182));
    expect([minutes.length, minutes[179]?.[179], minutes[0]?.[180], minutes[181]]).toEqual([182, 0, null, Array.from({ length: 182 }, () => null)]);
  });

  test('a block that is not answered has no numbers, and the others have theirs; a silent router is left in peace', async () => {
    standIn.answer((path) => (path.includes('sources=0;1&') ? { status: 500, body: '' } : roads(path)));
    const minutes = await osrm().between(along(47));
    expect([minutes[0]?.[1], minutes[46]?.[46], minutes[45]?.[46], minutes[45]?.[0]]).toEqual([1, null, null, null]);
    standIn.answer(() => null);
    standIn.asked.length = 0;
    expect((await osrm().between(along(100))).flat().every((one) => one === null)).toBe(true);
    expect(standIn.asked).toHaveLength(LIMITS.failuresInARow);
  });

  test('nobody is asked for no place', async () => {
    expect(await osrm().between([])).toEqual([]);
    expect(standIn.asked).toEqual([]);
  });
});

describe('what is no answer', () => {
  test.each([
    ['an error', { status: 500, body: '{}' }], ['no JSON', { body: 'not json' }], ['another shape', { body: '{"code":"Ok"}' }], ['too few drives', { body: '{"code":"Ok","durations":[[5]]}' }],
    ['a refusal', { body: '{"code":"InvalidQuery"}' }], ['a drive of days', { body: '{"code":"Ok","durations":[[999999],[-3]]}' }], ['far too much', { body: JSON.stringify({ code: 'Ok', durations: [], more: 'x'.repeat(400_000) }) }],
  ])('%s', async (_what, said) => {
    standIn.answer(() => said);
    expect(await osrm().toDoor(FROM, BURNLEY)).toEqual([null, null]);
  });

  test('silence is waited for no longer than the limit, and after a few it is left in peace', async () => {
    standIn.answer(() => null);
    const router = osrm();
    const started = performance.now();
    expect(await router.toDoor(FROM, BURNLEY)).toEqual([null, null]);
    expect(performance.now() - started).toBeLessThan(2_000);
    await router.toDoor(FROM, BURNLEY);
    const asked = standIn.asked.length;
    expect(await router.toDoor(FROM, BURNLEY)).toEqual([null, null]);
    expect(standIn.asked).toHaveLength(asked);
  });
});
