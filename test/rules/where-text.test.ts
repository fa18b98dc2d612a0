// Where, as people type it: understood or kept as words, never thrown at, and back again to within its own precision.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { greatCircleKm, type Point } from '../../shared/domain/distance.ts';
import { beforePlace, gridReferenceOf, readWhere, withPlace } from '../../shared/domain/where-text.ts';

const metres = (a: Point, b: Point): number => greatCircleKm(a, b) * 1000;
const pointOf = (typed: string): Point => {
  const read = readWhere(typed);
  if (!('point' in read)) throw new Error(`${typed} was read as ${read.as}`);
  return read.point;
};
const PRESTON: Point = { lat: 53.759, lon: -2.699 };
const somewhere = fc.record({ lat: fc.double({ min: 53.4, max: 54.3, noNaN: true }), lon: fc.double({ min: -3.1, max: -2, noNaN: true }) });

describe('grid references', () => {
  test.each([
    ['SD 54 29', 1000], ['SD5429', 1000], ['sd 540 294', 100], ['SD540294', 100], ['SD 5401 2940', 10], ['SD54012940', 10], ['SD 54013 29409', 1], ['SD5401329409', 1], ['ＳＤ ５４０１ ２９４０', 10],
    ['354013 429409', 1], ['354013, 429409', 1], ['E 354013 N 429409', 1], ['354013.2 429409.4', 1],
  ])('%s', (typed, precisionM) => {
    expect(readWhere(typed)).toMatchObject({ as: 'grid-reference', precisionM });
    expect(metres(pointOf(typed), PRESTON)).toBeLessThan(precisionM + 5);
  });

  test('as the Ordnance Survey has it: the tower of its own worked example, to five metres', () => {
    expect(metres(pointOf('TG 51409 13177'), { lat: 52.657977, lon: 1.716038 })).toBeLessThan(5);
  });

  test.each(['SD 540 29', 'II 12 34', 'SD', 'SD 5', 'XX 123 456', '999999 9999999'])('%s is words', (typed) => expect(readWhere(typed).as).toBe('words'));

  test('there and back: within 1 m by ten figures, 10 m by eight', () => fc.assert(fc.property(somewhere, (point) => {
    const ten = gridReferenceOf(point) ?? '';
    expect(metres(pointOf(ten), point)).toBeLessThan(1);
    const [square = '', east = '', north = ''] = ten.split(' ');
    expect(metres(pointOf(`${square}${east.slice(0, 4)}${north.slice(0, 4)}`), point)).toBeLessThan(10);
  })));
});

describe('coordinates', () => {
  test.each([
    '53.759, -2.699', '53.759 -2.699', '53.7590,-2.6990', '-2.699, 53.759', '53.759N 2.699W', 'N53.759 W2.699', '53°45\'32.4"N 2°41\'56.4"W', '53 45 32.4 N, 2 41 56.4 W', '53°45.54′N 2°41.94′W',
    'lat 53.759 lon -2.699', '53.759°, −2.699°',
  ])('%s', (typed) => {
    expect(readWhere(typed).as).toBe('coordinates');
    expect(metres(pointOf(typed), PRESTON)).toBeLessThan(25);
  });

  test.each(['53 2', '53.7 2', '91.00, -2.00', '53 75 00 N 2 00 00 W', '12 34 Elm Street', '53.759', '53.5°30\'N 2°W'])('%s is not', (typed) => expect(readWhere(typed).as).not.toBe('coordinates'));

  test('five decimals come back to within a metre, seconds with a decimal within ten', () => fc.assert(fc.property(somewhere, (point) => {
    expect(metres(pointOf(`${point.lat.toFixed(5)}, ${point.lon.toFixed(5)}`), point)).toBeLessThan(1);
    expect(metres(pointOf(`${inSeconds(point.lat)}N ${inSeconds(-point.lon)}W`), point)).toBeLessThan(10);
  })));
});

/** Counted in tenths of a second, so that none rounds up to sixty. */
function inSeconds(degrees: number): string {
  const tenths = Math.round(degrees * 36_000);
  return `${Math.floor(tenths / 36_000)}°${Math.floor((tenths % 36_000) / 600)}'${((tenths % 600) / 10).toFixed(1)}"`;
}

describe('postcodes and words', () => {
  test.each([['PR1 8XJ', 'PR1'], ['pr18xj', 'PR1'], ['BB10 1AA', 'BB10'], ['L1 1AA', 'L1'], ['EC1A 1BB', 'EC1A']])('%s is a postcode of %s', (typed, outward) => expect(readWhere(typed)).toMatchObject({ as: 'postcode', outward }));
  test.each(['BB10', 'PR1', 'SE15', 'Preston PR9X 1'])('%s is words', (typed) => expect(readWhere(typed).as).toBe('words'));

  test.each([
    ['12 Elm Street, Burnley', { search: 'Elm Street, Burnley', approximate: false, postcode: null }],
    ['Flat 3, 12a Elm Street', { search: 'Elm Street', approximate: false }],
    ['somewhere on Elm Street', { search: 'Elm Street', approximate: true }],
    ['Somewhere near the canal', { search: 'canal', approximate: true }],
    ['12 Elm Street PR1 8XJ', { search: 'Elm Street', postcode: 'PR1 8XJ' }],
    ['', { search: '', approximate: false }],
  ])('%s', (typed, read) => expect(readWhere(typed)).toMatchObject({ as: 'words', ...read }));

  test('the house is kept when the street is chosen', () => {
    expect(beforePlace('Flat 3, 12 Elm Street')).toBe('Flat 3, 12 ');
    expect(beforePlace('somewhere on the Elm Street')).toBe('somewhere on the ');
    expect(beforePlace('Elm Street')).toBe('');
    expect(beforePlace('')).toBe('');
  });
});

describe('a place that is chosen', () => {
  test.each([
    ['12 scotlnd road nelson', 'Nelson, Pendle', '12 scotlnd road, Nelson, Pendle'], ['12 Scotlnd Rd', 'Scotland Road, Nelson', '12 Scotlnd Rd, Scotland Road, Nelson'], ['12 scotlnd road', 'Scotland Road, Nelson', '12 Scotland Road, Nelson'],
    ['Padihm', 'Padiham, Burnley', 'Padiham, Burnley'], ['somewhere on elm street', 'Elm Street, Burnley', 'somewhere on Elm Street, Burnley'], ['bus station, Preston', 'Preston', 'bus station, Preston'], ['', 'Preston', 'Preston'],
  ])('%s, %s', (typed, chosen, label) => expect(withPlace(typed, chosen)).toBe(label));
});

describe('whatever is typed', () => {
  test('is read as something, and never throws', () => fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ maxLength: 400 }), fc.stringMatching(/^[A-Z0-9 .,°'"NSEW-]{0,60}$/)), (typed) => {
    const read = readWhere(typed);
    expect(withPlace(typed, 'Nelson, Pendle')).toMatch(/Nelson, Pendle$/);
    if ('point' in read) {
      expect(Math.abs(read.point.lat)).toBeLessThanOrEqual(90);
      expect(Math.abs(read.point.lon)).toBeLessThanOrEqual(180);
    }
  }), { numRuns: 1000 }));

  test('takes no longer for being long', () => {
    const begun = performance.now();
    for (const piece of ['1 ', '53.', 'SD ', 'flat ', '° ', 'N ']) readWhere(piece.repeat(50_000));
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});
