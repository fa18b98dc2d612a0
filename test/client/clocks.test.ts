// The page's idea of the deployment's time: it follows every change of speed, and never turns back while it hears the server.
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import * as fc from 'fast-check';
import { DeploymentClock } from '../../client/live/clocks.ts';
import { LiveStore } from '../../client/live/store.ts';
import { instantOf, type Instant } from '../../shared/domain/instant.ts';
import type { Snapshot } from '../../shared/protocol/live.ts';
import { nextFaster, nextSlower } from '../../client/ui/rehearsal-words.ts';

const FROM = Date.parse('2026-11-20T19:00:00.000Z');
const at = (seconds: number): Instant => instantOf(FROM + seconds * 1000);

let steadyMs = 0;
beforeEach(() => {
  steadyMs = 5_000;
  jest.spyOn(performance, 'now').mockImplementation(() => steadyMs);
});
afterEach(() => { jest.restoreAllMocks(); });
const pass = (seconds: number): void => { steadyMs += seconds * 1000; };

test.each([0, 1, 60, 600])('at %p it runs so much faster than the wall’s', (speed) => {
  const clock = new DeploymentClock();
  clock.start({ serverNow: at(0), speed });
  pass(2);
  expect(clock.now()).toBe(at(2 * speed));
  expect(clock.speed).toBe(speed);
});

test('paused it stands, goes on from there, and is slowed and hurried without a jump', () => {
  const clock = new DeploymentClock();
  clock.start({ serverNow: at(0), speed: 60 });
  pass(1);
  clock.measure({ serverNow: at(60), speed: 0 });
  pass(3600);
  expect(clock.now()).toBe(at(60));
  clock.measure({ serverNow: at(60), speed: 5 });
  pass(2);
  expect(clock.now()).toBe(at(70));
});

test('a heartbeat that was long under way holds it still until the time has come', () => {
  const clock = new DeploymentClock();
  clock.start({ serverNow: at(0), speed: 60 });
  pass(2);
  expect(clock.now()).toBe(at(120));
  clock.measure({ serverNow: at(90), speed: 60 });
  expect(clock.now()).toBe(at(120));
  pass(0.25);
  expect(clock.now()).toBe(at(120));
  pass(0.75);
  expect(clock.now()).toBe(at(150));
});

test('after a connection it waits for what it was early by; what it ran while nobody served, it gives back', () => {
  const clock = new DeploymentClock();
  clock.start({ serverNow: at(0), speed: 60 });
  pass(5);
  expect(clock.now()).toBe(at(300));
  clock.start({ serverNow: at(240), speed: 60 });
  expect(clock.now()).toBe(at(300));
  pass(60);
  expect(clock.now()).toBe(at(240 + 3600));
  clock.start({ serverNow: at(260), speed: 60 });
  expect(clock.now()).toBe(at(260));
});

test('whatever is heard, and however late, it never goes back between two connections', () => {
  fc.assert(fc.property(fc.array(fc.record({ afterMs: fc.nat(5_000), delayMs: fc.nat(2_000), speed: fc.constantFrom(0, 1, 15, 60, 300) }), { maxLength: 30 }), (beats) => {
    const clock = new DeploymentClock();
    clock.start({ serverNow: at(0), speed: 1 });
    let [server, running, latest] = [FROM, 1, clock.now()];
    for (const { afterMs, delayMs, speed } of beats) {
      pass(afterMs / 1000);
      server += afterMs * running;
      running = speed;
      const serverNow = instantOf(server);
      pass(delayMs / 1000);
      server += delayMs * running;
      clock.measure({ serverNow, speed });
      const now = clock.now();
      expect(now >= latest).toBe(true);
      latest = now;
    }
  }));
});

describe('the board', () => {
  const empty = (serverNow: Instant, speed: number): Snapshot => ({ protocol: 1, seq: 1, serverNow, speed, incident: [], duty: [], team: [], handover: [], overnightNote: [], night: [], silentSource: [], sos: [], positions: [] });

  test('says how fast time runs, and shows it anew at once when that changes, and only then', () => {
    const store = new LiveStore();
    store.start(empty(at(0), 1), []);
    const shown = store.now;
    store.beat({ n: 0, seq: 1, serverNow: at(2), speed: 1 });
    expect(store.now).toBe(shown);
    store.beat({ n: 0, seq: 1, serverNow: at(4), speed: 60 });
    expect(store.now).not.toBe(shown);
    expect(store.speed).toBe(60);
    pass(1);
    expect(store.now()).toBe(at(64));
  });
});

describe('slower and faster', () => {
  test.each([
    [1, undefined, 5], [5, 1, 15], [60, 15, 120], [300, 120, undefined], [600, 300, undefined], [30, 15, 60],
  ])('of %p are %p and %p', (speed, slower, faster) => expect([nextSlower(speed), nextFaster(speed)]).toEqual([slower, faster]));
});
