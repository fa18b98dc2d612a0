// The soak's verdict finds each kind of growth, and nothing where nothing grows.
import { describe, expect, test } from '@jest/globals';
import type { Sample } from '../soak/sample.ts';
import { verdict } from '../soak/verdict.ts';

const MB = 2 ** 20;
/** An hour that only appends: ten thousand rows a minute at a hundred bytes, an index at forty. */
const hour = (change: (minute: number, sample: Sample) => Partial<Sample> = () => ({})): Sample[] => Array.from({ length: 60 }, (_, minute) => {
  const sample: Sample = {
    minute, commands: minute * 1_200, residentMb: 180 + (minute % 5) * 6, heapMb: 60 + (minute % 7) * 4, sockets: 40 - (minute % 2), handles: 60, connections: 12,
    sizes: { event: { kind: 'table', rows: minute * 10_000, bytes: minute * MB }, event_pkey: { kind: 'index', rows: minute * 10_000, bytes: minute * 0.4 * MB }, team: { kind: 'table', rows: 14, bytes: 8_192 } },
  };
  return { ...sample, ...change(minute, sample) };
});
const growing = (samples: readonly Sample[]): string[] => verdict(samples).filter(({ flat }) => !flat).map(({ what }) => what);

describe('the soak’s verdict', () => {
  test('an hour that appends and collects is flat, and says of what it spoke', () => {
    expect(growing(hour())).toEqual([]);
    expect(verdict(hour()).map(({ what }) => what)).toEqual(['memory of the server', 'heap in use', 'open sockets', 'open handles', 'connections to the database', 'event, bytes a row', 'event_pkey, bytes a row']);
  });
  test.each<[string, (minute: number, sample: Sample) => Partial<Sample>]>([
    ['memory of the server', (minute) => ({ residentMb: 180 + minute * 2 })],
    ['heap in use', (minute) => ({ heapMb: 60 + minute * 1.5 })],
    ['open sockets', (minute) => ({ sockets: 40 + minute })],
    ['open handles', (minute) => ({ handles: 60 + minute })],
    ['connections to the database', (minute) => ({ connections: 12 + Math.floor(minute / 4) })],
    ['event_pkey, bytes a row', (minute, { sizes }) => ({ sizes: { ...sizes, event_pkey: { kind: 'index', rows: minute * 10_000, bytes: minute * minute * 0.05 * MB } } })],
    ['team, bytes a row', (minute, { sizes }) => ({ sizes: { ...sizes, team: { kind: 'table', rows: 14, bytes: minute * 0.2 * MB } } })],
  ])('%s is found growing, and alone', (what, change) => {
    expect(growing(hour(change))).toEqual([what]);
  });
  test('too short a soak says so instead of judging', () => {
    expect(() => verdict(hour().slice(0, 8))).toThrow('nine samples');
  });
});
