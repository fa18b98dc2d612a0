// A coordinator types what the caller says, half of it and misspelt, and finds the place; what is not served comes last and says so.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { connect } from '../../server/database/connect.ts';
import { findPlaces } from '../../server/exchange/find-places.ts';
import { ensureBuiltInPlaces, savePlaces, type GazetteerPlace } from '../../server/exchange/place.store.ts';
import { PLACES } from '../../shared/domain/place-names.ts';
import { PlaceView } from '../../shared/protocol/places.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';

let database: TestDatabase;
let db: DataSource;

const PRESTON = { district: 'Preston', districtCode: 'E07000123', served: true };
const WYRE = { district: 'Wyre', districtCode: 'E07000128', served: true };
const OUTSIDE = { district: 'Outside', districtCode: 'X1', served: false };
const place = (name: string, where: Pick<GazetteerPlace, 'district' | 'districtCode' | 'served'>, lat: number, lon: number): GazetteerPlace =>
  ({ name, ...where, lat, lon, source: 'test', sourceKey: `${name} ${lat} ${lon}` });

beforeAll(async () => {
  database = await createTestDatabase();
  db = await connect(database.databaseUrl, [], { poolSize: 1 });
  await ensureBuiltInPlaces(db);
  await savePlaces(db, [
    place('Vicarage Street', PRESTON, 53.759, -2.7), place('Vicarage Street', PRESTON, 53.7595, -2.701), place('Vicarage Close', PRESTON, 53.76, -2.71),
    place('Vicarage Street', WYRE, 53.921, -3.014), place('Vicarage Street', WYRE, 53.901, -2.775), place('Vicarage Street', OUTSIDE, 53.82, -3.05), place('Vicarage', OUTSIDE, 53.82, -3.05),
    place('Upper Quayside', WYRE, 53.92, -3.013), place('Quayside', WYRE, 53.92, -3.012), place('Preston Hill', WYRE, 53.9, -2.776), place('St Ode’s Walk', PRESTON, 53.75, -2.7),
    ...Array.from({ length: 30 }, (_, i) => place(`Orchard Walk ${i}`, PRESTON, 53.75, -2.7)),
  ]);
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const found = async (typed: string): Promise<string[]> => (await findPlaces(db, typed)).map(({ name, district, served }) => `${name} · ${district}${served ? '' : ' (not served)'}`);

describe('finding places', () => {
  test('answers what the wire promises', async () => {
    const [first] = await findPlaces(db, 'quayside');
    expect(PlaceView.parse(first)).toMatchObject({ name: 'Quayside', district: 'Wyre', districtCode: 'E07000128', lat: 53.92, lon: -3.012, served: true });
  });

  test('puts what begins so before what contains it, and what is not served last', async () => {
    expect(await found('quays')).toEqual(['Quayside · Wyre', 'Upper Quayside · Wyre']);
    expect((await found('vicarage')).slice(-2)).toEqual(['Vicarage · Outside (not served)', 'Vicarage Street · Outside (not served)']);
  });

  test('takes a district among the words, in any order, and half typed', async () => {
    for (const typed of ['vicarage street preston', 'Preston, Vicarage Street', 'vicarage street pres']) expect(await found(typed)).toEqual(['Vicarage Street · Preston']);
  });

  test('says the town that was asked for, right or wrong', async () => {
    for (const typed of ['vicarage street fleetwood', 'vicarage street flettwood']) expect(await found(typed)).toEqual(['Vicarage Street, near Fleetwood · Wyre']);
  });

  test('prefers a word that is spelt so to one that is nearly', async () => {
    expect((await found('vicarage cloes')).slice(0, 1)).toEqual(['Vicarage Close · Preston']);
    expect(await found('upper quay')).toEqual(['Upper Quayside · Wyre']);
  });

  test('finds what was typed as two words and is one, or as one and is two', async () => {
    expect((await found('quay side'))[0]).toContain('Quayside');
    expect((await found('vicaragestreet'))[0]).toContain('Vicarage Street');
  });

  test('does not list a whole district for its name', async () => {
    expect(await found('preston')).toEqual(['Preston · Preston', 'Preston Hill · Wyre']);
  });

  test('shows the points of one street once, and tells streets of one name apart by what is near', async () => {
    expect((await found('vicarage street')).toSorted()).toEqual([
      'Vicarage Street · Outside (not served)', 'Vicarage Street · Preston', 'Vicarage Street, near Fleetwood · Wyre', 'Vicarage Street, near Garstang · Wyre',
    ]);
  });

  test.each([
    ['vicarige street preston', 'Vicarage Street · Preston'], ['viacrage street preston', 'Vicarage Street · Preston'], ['quaysdie', 'Quayside · Wyre'], ['ocrhard walk', 'Orchard Walk 0 · Preston'], ['kwayside', 'Quayside · Wyre'], ['skemlersdale', 'Skelmersdale · West Lancashire'],
    ['st odes', 'St Ode’s Walk · Preston'], ['poulton le fylde', 'Poulton-le-Fylde · Wyre'], ['vicarage st fleetwod', 'Vicarage Street, near Fleetwood · Wyre'],
  ])('forgives %s', async (typed, first) => {
    expect((await found(typed))[0]).toBe(first);
  });

  test.each(['', ' ', 'q', '%', '_%_', "'", '🙂', '\\', 'zzzzqqqq', 'x '.repeat(100)])('finds nothing for %j, and does not fail', async (typed) => {
    expect(await found(typed)).toEqual([]);
  });

  test('shows at most twelve', async () => {
    expect(await found('orchard')).toHaveLength(12);
  });
});

test('the built-in places are there once, however often a server starts', async () => {
  expect(await ensureBuiltInPlaces(db)).toEqual({ added: 0, changed: 0, unchanged: PLACES.length });
});
