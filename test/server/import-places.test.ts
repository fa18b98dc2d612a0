// A street file as it really comes: every row is counted for what it is, a place is kept once, and a second run changes nothing.
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { connect } from '../../server/database/connect.ts';
import { importPlaces, type PlacesProgress } from '../../server/exchange/import-places.ts';
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
beforeEach(async () => {
  await db.query('DELETE FROM place');
  await db.query('DELETE FROM area');
  for (const [code, name, served, west] of [['S1', 'Served', true, 0], ['N1', 'Not served', false, 1]] as const) {
    const ring = [[west, 50], [west + 1, 50], [west + 1, 51], [west, 51], [west, 50]];
    await db.query('INSERT INTO area (code, name, served, geometry) VALUES ($1, $2, $3, $4)', [code, name, served, JSON.stringify({ type: 'Polygon', coordinates: [ring] })]);
  }
});

const HEADINGS = 'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context';
const row = (lon: number | string, lat: number | string, location: string): string => `,2030-01,Force,Force,${lon},${lat},${location},C1,Somewhere 001A,Drugs,,`;
const bytes = (...lines: string[]): Buffer => Buffer.from([HEADINGS, ...lines, ''].join('\r\n'));
const run = (contents: Buffer, progress?: (done: PlacesProgress) => void) => db.transaction((manager) => importPlaces(manager, Readable.from([contents]), progress));
const stored = () => db.query<Record<string, unknown>[]>('SELECT * FROM place ORDER BY source_key');
const names = async (): Promise<unknown[]> => (await stored()).map(({ name }) => name);

describe('importing places', () => {
  test('counts every row for what it is', async () => {
    const report = await run(bytes(
      row(0.5, 50.5, 'On or near Mill Lane'), row(0.5, 50.5, 'On or near Mill Lane'), row(0.6, 50.5, 'On or near Mill Lane'), row(1.5, 50.5, 'On or near Mill Lane'),
      row('', '', 'No Location'), row(5, 55, 'On or near Far Away'), row(0.5, 50.5, 'On or near '), row(0.5, 50.5, 'No Location'),
      row('east', 50.5, 'On or near Wrong'), row(0.5, 95, 'On or near Too North'), row('', 50.5, 'On or near Half'), 'cut,short,Force,Force,0.5,50.5,On or near Ha', row(0.5, 50.5, 'On or near Parking Area'),
    ));
    expect(report).toEqual({
      rows: { read: 13, unreadable: 4, noLocation: 1, outside: 1, notServed: 1, served: 6 }, noName: 2, repeated: 1,
      places: { served: 3, notServed: 1, added: 4, changed: 0, unchanged: 0 }, byBoundaries: true,
    });
    expect((await stored()).map(({ name, district, district_code: code, lat, lon, served }) => [name, district, code, lat, lon, served])).toEqual([
      ['Mill Lane', 'Served', 'S1', 50.5, 0.5, true], ['Mill Lane', 'Served', 'S1', 50.5, 0.6, true], ['Mill Lane', 'Not served', 'N1', 50.5, 1.5, false], ['Parking Area', 'Served', 'S1', 50.5, 0.5, true],
    ]);
  });

  test('changes nothing at the second run, not even an id', async () => {
    const file = bytes(...Array.from({ length: 1_203 }, (_, i) => row((0.1 + (i % 800) / 1000).toFixed(6), 50.5, `On or near Road ${i % 800}`)));
    const told: number[] = [];
    expect((await run(file, ({ rows }) => told.push(rows))).places).toEqual({ served: 800, notServed: 0, added: 800, changed: 0, unchanged: 0 });
    const first = await stored();

    expect((await run(file)).places).toEqual({ served: 800, notServed: 0, added: 0, changed: 0, unchanged: 800 });
    expect(await stored()).toEqual(first);
    expect(told).toEqual([500, 1000]);
  });

  test('follows boundaries that have changed', async () => {
    const file = bytes(row(0.5, 50.5, 'On or near Mill Lane'));
    await run(file);
    await db.query("UPDATE area SET name = 'Renamed', served = false WHERE code = 'S1'");
    expect((await run(file)).places).toEqual({ served: 0, notServed: 1, added: 0, changed: 1, unchanged: 0 });
    expect(await stored()).toMatchObject([{ name: 'Mill Lane', district: 'Renamed', served: false }]);
  });

  test('before any boundaries, the nearest named place decides and the report says so', async () => {
    await db.query('DELETE FROM area');
    const report = await run(bytes(row(-2.699, 53.759, 'On or near Mill Lane'), row(-0.1, 51.5, 'On or near Far Away')));
    expect(report).toMatchObject({ byBoundaries: false, rows: { served: 1, outside: 1 } });
    expect(await stored()).toMatchObject([{ district: 'Preston', district_code: 'E07000123', served: true }]);
  });

  test('reads a byte order mark, quotes, commas, stray spaces and old encodings', async () => {
    const file = Buffer.concat([
      Buffer.from('\u{FEFF}'), bytes(row(0.1, 50.5, '"On or near Smith, Son and Co"'), row(0.2, 50.5, 'On or near   Wide   Gap '), row(0.3, 50.5, 'on or near St Mary\'S Way'), row(0.4, 50.5, 'On or near Caf\u{e9} Row')),
      Buffer.from(row(0.5, 50.5, 'On or near Beau Ch\u{ea}ne'), 'latin1'), Buffer.from(`\n${row(0.6, 50.5, 'On or near The "Old" Yard')}\n\n`),
    ]);
    expect((await run(file)).rows).toMatchObject({ read: 6, unreadable: 0 });
    expect((await names()).toSorted()).toEqual(['Beau Chêne', 'Café Row', 'Smith, Son and Co', "St Mary's Way", 'The "Old" Yard', 'Wide Gap']);
  });

  test.each([
    ['an empty file', Buffer.alloc(0), 'The file is empty.'],
    ['another kind of file', Buffer.from('name,lat,lon\nMill Lane,50.5,0.5\n'), 'This is not a street file of data.police.uk'],
    ['a file in UTF-16', Buffer.from(`\u{FEFF}${HEADINGS}\n`, 'utf16le'), 'This is not a street file of data.police.uk'],
    ['a quote that is never closed', bytes(row(0.5, 50.5, 'On or near Mill Lane'), row(0.5, 50.5, '"On or near Mill Lane')), 'The file is not CSV throughout'],
  ])('refuses %s and keeps nothing of it', async (_what, contents, sentence) => {
    await expect(run(contents)).rejects.toThrow(sentence);
    expect(await stored()).toEqual([]);
  });
});
