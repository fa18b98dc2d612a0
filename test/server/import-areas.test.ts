// Boundaries come in whole or not at all, the same twice, and what is wrong with one is said.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { connect } from '../../server/database/connect.ts';
import { districtFinder } from '../../server/exchange/district-finder.ts';
import { readAreas } from '../../server/exchange/area.store.ts';
import { importAreas, type ImportAreasOptions } from '../../server/exchange/import-areas.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';

let database: TestDatabase;
let db: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  db = await connect(database.databaseUrl, [], { poolSize: 1 });
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});
beforeEach(() => db.query('DELETE FROM area'));

type Ring = (readonly number[])[];
const square = (west: number, south: number, size = 1): Ring => [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]];
const feature = (properties: unknown, coordinates: unknown, type = 'Polygon') => ({ type: 'Feature', properties, geometry: { type, coordinates } });
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const run = (geojson: unknown, options?: ImportAreasOptions) => db.transaction((manager) => importAreas(manager, geojson, options));

const two = collection(feature({ code: 'E07000117', name: 'Burnley' }, [square(0, 50)]), feature({ code: 'X1', name: 'Elsewhere' }, [[square(2, 50)], [square(4, 50), square(4.4, 50.4, 0.2)]], 'MultiPolygon'));

describe('importing areas', () => {
  test('serves the twelve districts and no other, and a second run changes nothing', async () => {
    expect(await run(two)).toEqual({ read: 2, added: 2, changed: 0, unchanged: 0, served: 1, refused: [] });
    const first = await readAreas(db);
    expect(first.map(({ code, name, served }) => [code, name, served])).toEqual([['E07000117', 'Burnley', true], ['X1', 'Elsewhere', false]]);

    expect(await run(two)).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    expect(await readAreas(db)).toEqual(first);
  });

  test('takes the served codes that it is given, and counts what they change', async () => {
    await run(two);
    expect(await run(two, { served: ['X1'] })).toMatchObject({ changed: 2, unchanged: 0, served: 1 });
    expect((await readAreas(db)).map(({ served }) => served)).toEqual([false, true]);
    await expect(run(two, { served: ['X1', 'X9'] })).rejects.toThrow('Not among the usable areas of the file: X9.');
  });

  test('says how far it is', async () => {
    const told: [number, number][] = [];
    await run(two, { progress: (done, total) => told.push([done, total]) });
    expect(told).toEqual([[1, 2], [2, 2]]);
  });

  test.each([
    ['repeats a code', feature({ code: 'X1', name: 'Again' }, [square(9, 50)])],
    ['has no code', feature({ name: 'Nowhere' }, [square(9, 50)])],
    ['has no code', feature(null, [square(9, 50)])],
    ['has no usable name', feature({ code: 'X2', name: ' ' }, [square(9, 50)])],
    ['has no usable name', feature({ code: 'X2' }, [square(9, 50)])],
    ['is not a Polygon or MultiPolygon', feature({ code: 'X2', name: 'A point' }, [9, 50], 'Point')],
    ['is not a Polygon or MultiPolygon', { type: 'Feature', properties: { code: 'X2', name: 'No geometry' }, geometry: null }],
    ['has no ring', feature({ code: 'X2', name: 'Empty' }, [])],
    ['has a ring that is not closed', feature({ code: 'X2', name: 'Open' }, [square(9, 50).slice(0, 4)])],
    ['has a ring of fewer than 4 points', feature({ code: 'X2', name: 'Flat' }, [[[0, 50], [1, 51], [0, 50]]])],
    ['has coordinates outside WGS84 (is it in British National Grid?)', feature({ code: 'X2', name: 'Grid' }, [square(350_000, 430_000)])],
    ['has a coordinate that is not a number', feature({ code: 'X2', name: 'Words' }, [[['west', 50], ...square(9, 50)]])],
    ['has a coordinate that is not a number', JSON.parse(JSON.stringify(feature({ code: 'X2', name: 'Huge' }, [square(9, 50)])).replaceAll('51', '1e999'))],
  ])('a feature that %s is refused, and the others are kept', async (reason, wrong) => {
    const { added, refused } = await run(collection(...two.features, wrong));
    expect([added, refused.map((refusal) => refusal.reason)]).toEqual([2, [reason]]);
  });

  test.each([[null], [[]], [{ type: 'Feature' }], [{ type: 'FeatureCollection' }]])('refuses %j as no collection of boundaries', async (geojson) => {
    await expect(run(geojson)).rejects.toThrow('This is not GeoJSON with a FeatureCollection');
  });

  test('refuses a file without one usable boundary, and keeps what was there', async () => {
    await run(two);
    await expect(run(collection(feature({ code: 'X1', name: 'Open' }, [square(9, 50).slice(0, 4)])))).rejects.toThrow('no boundary that can be used');
    expect(await readAreas(db)).toHaveLength(2);
  });
});

describe('an area once imported', () => {
  test('holds the points inside each of its parts, but not those in its holes', async () => {
    await run(two);
    const find = districtFinder(await readAreas(db));
    expect(find({ lat: 50.5, lon: 0.5 })).toMatchObject({ code: 'E07000117', name: 'Burnley', served: true });
    expect(find({ lat: 50.5, lon: 2.5 })).toMatchObject({ code: 'X1', served: false });
    expect(find({ lat: 50.1, lon: 4.1 })).toMatchObject({ code: 'X1' });
    expect(find({ lat: 50.5, lon: 4.5 })).toBeNull();
    expect(find({ lat: 52, lon: 0.5 })).toBeNull();
  });
});
