// What a start may be asked for: whatever else is on the command line, or of a live service in the environment, stops it with a sentence.
import { describe, expect, test } from '@jest/globals';
import { readConfig } from '../../server/config.ts';
import { readStartOptions } from '../../server/start-options.ts';

const KNOWN = 'It knows --demo, and with it --speed, --seed, --hours, --staff, --dispatch and --start.';
const moment = (start: string): string => readStartOptions(['--demo', '--start', start]).played?.from ?? '';

test('no option is the live service, --demo alone the demo as its visitors left it', () => {
  expect(readStartOptions([])).toEqual({ demo: false, played: null });
  expect(readStartOptions(['--demo'])).toEqual({ demo: true, played: null });
});

test('with any of its options a night is played, and what is not said is the same at every start', () => {
  expect(readStartOptions(['--demo', '--speed', '120', '--seed', '7', '--hours', '60', '--staff', '12', '--dispatch', 'first-suggestion', '--start', '2026-06-26T17:00'])).toEqual({
    demo: true, played: { speed: 120, seed: 7, hours: 60, responders: 12, way: 'first-suggestion', from: '2026-06-26T16:00:00.000Z' },
  });
  for (const option of ['--speed=60', '--seed=1', '--hours=12', '--staff=27']) {
    expect(readStartOptions(['--demo', option]).played).toEqual({ speed: 60, seed: 1, hours: 12, responders: 27, way: 'by-eye', from: '2026-11-20T19:00:00.000Z' });
  }
});

test('the start is London’s time, on the nights when the clocks change too', () => {
  expect(moment('2026-07-01T00:30')).toBe('2026-06-30T23:30:00.000Z');
  // Twice half past one: the first of the two. Never half past one in March.
  expect(moment('2026-10-25T01:30')).toBe('2026-10-25T00:30:00.000Z');
  expect(moment('2026-10-25T02:00')).toBe('2026-10-25T02:00:00.000Z');
  expect(() => moment('2026-03-29T01:30')).toThrow('--start is a moment in London’s time, such as 2026-11-20T19:00, and “2026-03-29T01:30” is not.');
});

describe('a sentence for', () => {
  test.each([
    [['--demo', '--speed', '0'], '--speed is a whole number from 1 to 600, and “0” is not.'],
    [['--demo', '--speed', '601'], '--speed is a whole number from 1 to 600, and “601” is not.'],
    [['--demo', '--speed', '1.5'], '--speed is a whole number from 1 to 600, and “1.5” is not.'],
    [['--demo', '--seed=-1'], '--seed is a whole number from 0 to 2147483647, and “-1” is not.'],
    [['--demo', '--hours', 'all'], '--hours is a whole number from 1 to 744, and “all” is not.'],
    [['--demo', '--staff', '1'], '--staff is a whole number from 2 to 200, and “1” is not.'],
    [['--demo', '--dispatch', 'somehow'], '--dispatch is one of by-eye, first-suggestion, nearest-unit, and “somehow” is not.'],
    [['--demo', '--start', 'tomorrow'], '--start is a moment in London’s time, such as 2026-11-20T19:00, and “tomorrow” is not.'],
    [['--demo', '--start', '2026-02-30T19:00'], '--start is a moment in London’s time, such as 2026-11-20T19:00, and “2026-02-30T19:00” is not.'],
    [['--demo', '--sped', '60'], `Unknown option '--sped'. ${KNOWN}`],
    [['--demo', '--speed'], `Option '--speed <value>' argument missing. ${KNOWN}`],
    [['demo'], `Unexpected argument 'demo'. ${KNOWN}`],
    [['--speed', '60'], 'A night is played in the demo alone: give --demo too.'],
  ])('%j', (args, sentence) => {
    expect(() => readStartOptions(args)).toThrow(sentence);
  });
});

test.each([
  ['DATABASE_URL', 'postgres://nobody@127.0.0.1:1/live', 'The demo keeps a database of its own: start it without DATABASE_URL.'],
  ['LOG_KEY', 'the key of a live log, forty characters long', 'The demo keeps a log of its own: start it without LOG_KEY and CHECKPOINT_FILE.'],
  ['CHECKPOINT_FILE', 'checkpoints.jsonl', 'The demo keeps a log of its own: start it without LOG_KEY and CHECKPOINT_FILE.'],
])('a rehearsal takes nothing of a live service from the environment: %s', (name, value, sentence) => {
  for (const played of [false, true]) expect(() => readConfig({ [name]: value }, true, played)).toThrow(sentence);
  expect(readConfig({ [name]: value }, false)).toMatchObject({ [name]: value, demo: false, played: false });
});
