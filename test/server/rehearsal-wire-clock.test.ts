// The rehearsal's time as simulated people hear it: whatever its speed does, nobody is woken early, out of turn, or never.
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { NightClock } from '../../server/rehearsal/by-wire/night-clock.ts';
import { instantOf, plusMinutes, type Instant } from '../../shared/domain/instant.ts';

const BEGAN: Instant = '2026-11-20T19:00:00.000Z';
/** At the fastest: the tenth of a second that it keeps behind the server, and two ticks of a timer. */
const LATEST_MS = 102 * 600;
const ENDS = plusMinutes(BEGAN, 48 * 60);
/** More often than the clock holds its breath. */
const step = fc.record({ wallMs: fc.integer({ min: 1, max: 5_000 }), speed: fc.constantFrom(0, 1, 5, 60, 300, 600) });
const waits = fc.array(fc.record({ afterSeconds: fc.integer({ min: -600, max: 40_000 }), atStep: fc.nat({ max: 12 }) }), { maxLength: 12 });

beforeEach(() => { jest.useFakeTimers({ doNotFake: ['setImmediate'] }); });
afterEach(() => { jest.useRealTimers(); });

/** The server's clock: it runs at a speed until it is told another. */
const servers = () => {
  let [fromMs, sinceMs, speed] = [Date.parse(BEGAN), performance.now(), 0];
  const read = (): number => fromMs + (performance.now() - sinceMs) * speed;
  return {
    ms: read,
    turn(to: number) {
      [fromMs, sinceMs, speed] = [read(), performance.now(), to];
      return { serverNow: instantOf(fromMs), speed };
    },
  };
};

test('through any changes of speed everybody is woken at their moment, at most a tenth of a second after it', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), waits, async (steps, wanted) => {
    const [server, clock] = [servers(), new NightClock(BEGAN, ENDS)];
    const [woken, due]: [{ atMs: number; lateMs: number }[], number[]] = [[], []];
    for (const [index, { wallMs, speed }] of steps.entries()) {
      clock.measure(server.turn(speed));
      for (const { afterSeconds } of wanted.filter(({ atStep }) => atStep === index)) {
        const atMs = Math.floor(server.ms()) + afterSeconds * 1_000;
        const askedMs = server.ms();
        due.push(atMs);
        void clock.until(instantOf(atMs)).then(() => woken.push({ atMs, lateMs: server.ms() - Math.max(atMs, Math.floor(askedMs)) }));
      }
      const before = clock.now();
      await jest.advanceTimersByTimeAsync(wallMs);
      expect(clock.now() >= before).toBe(true);
    }
    clock.measure(server.turn(0));
    await jest.advanceTimersByTimeAsync(0);
    expect(woken.map(({ atMs }) => atMs).toSorted((a, b) => a - b)).toEqual(due.filter((atMs) => atMs <= server.ms()).toSorted((a, b) => a - b));
    expect(woken.filter(({ lateMs }) => lateMs < 0 || lateMs > LATEST_MS)).toEqual([]);
    clock.end();
  }), { numRuns: 100 });
});

test('several who fall due at once are woken in the order of their moments', async () => {
  const clock = new NightClock(BEGAN, ENDS);
  const woken: number[] = [];
  for (const minute of [3, 1, 2, 1]) void clock.until(plusMinutes(BEGAN, minute)).then(() => woken.push(minute));
  clock.measure({ serverNow: plusMinutes(BEGAN, 5), speed: 60 });
  await jest.advanceTimersByTimeAsync(0);
  expect(woken).toEqual([1, 1, 2, 3]);
});

test('a late message does not turn it back, and where nothing is heard time stands still', async () => {
  const clock = new NightClock(BEGAN, ENDS);
  const aTenthBehind = (minutes: number) => instantOf(Date.parse(plusMinutes(BEGAN, minutes)) - 100 * 60);
  clock.measure({ serverNow: plusMinutes(BEGAN, 10), speed: 60 });
  clock.measure({ serverNow: plusMinutes(BEGAN, 9), speed: 60 });
  expect(clock.now()).toBe(aTenthBehind(10));
  await jest.advanceTimersByTimeAsync(60_000);
  const stood = clock.now();
  expect(stood).toBe(aTenthBehind(15));
  await jest.advanceTimersByTimeAsync(60_000);
  expect(clock.now()).toBe(stood);
  clock.measure({ serverNow: plusMinutes(BEGAN, 16), speed: 60 });
  await jest.advanceTimersByTimeAsync(1_000);
  expect(clock.now()).toBe(aTenthBehind(17));
});

test('once the hours are over every wait is over, and one who waits in a circle lets the others end', async () => {
  const clock = new NightClock(BEGAN, plusMinutes(BEGAN, 60));
  let woken = 0;
  void clock.until(plusMinutes(BEGAN, 600)).then(() => { woken += 1; });
  clock.measure({ serverNow: plusMinutes(BEGAN, 59), speed: 60 });
  await jest.advanceTimersByTimeAsync(500);
  expect([clock.over(), woken]).toEqual([false, 0]);
  await jest.advanceTimersByTimeAsync(600);
  expect([clock.over(), woken]).toEqual([true, 1]);
  const circle = (async () => { for (let turns = 0; turns < 50; turns += 1) await clock.until(plusMinutes(BEGAN, 600)); })();
  await jest.advanceTimersByTimeAsync(10);
  await circle;
});
