// Moments as files have them, on the two nights when the clock in London changes too.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import { readWallTime } from '../../shared/domain/wall-time.ts';

test.each([
  ['2026-11-20T21:40:00Z', '2026-11-20T21:40:00.000Z', false], ['2026-11-20 21:40+0100', '2026-11-20T20:40:00.000Z', false], ['20/11/2026 21:40', '2026-11-20T21:40:00.000Z', false], ['20.6.2026, 9:05', '2026-06-20T08:05:00.000Z', false],
  // The clock goes back at 02:00 on 25 October 2026: 01:30 is lived twice, and an offset says which.
  ['2026-10-25 01:30', '2026-10-25T00:30:00.000Z', true], ['2026-10-25T01:30:00+00:00', '2026-10-25T01:30:00.000Z', false], ['2026-10-25 00:59:59', '2026-10-24T23:59:59.000Z', false], ['2026-10-25 02:00', '2026-10-25T02:00:00.000Z', false],
])('%s', (text, at, twice) => expect(readWallTime(text)).toEqual({ at, twice }));

test.each(['2026-03-29 01:30', '2026-02-30 12:00', '2026-02-30T12:00:00Z', '31/04/2026 12:00', '11/20/2026 12:00', '2026-11-20', '2026-11-20 24:00', '12:00', '', '=NOW()', '0001-01-01 00:00', '2026-11-20T21:40:00+99:99'])('%s is none', (text) => expect(readWallTime(text)).toBeNull());

test('whatever stands on the wall in London is read as a moment at which it stood there', () => fc.assert(fc.property(fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2030, 0) }), (ms) => {
  const wall = format(new TZDate(Math.floor(ms / 1000) * 1000, 'Europe/London'), 'yyyy-MM-dd HH:mm:ss');
  const read = readWallTime(wall);
  expect(read === null ? null : format(new TZDate(Date.parse(read.at), 'Europe/London'), 'yyyy-MM-dd HH:mm:ss')).toBe(wall);
})));

test('never throws', () => fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => { readWallTime(text); })));
