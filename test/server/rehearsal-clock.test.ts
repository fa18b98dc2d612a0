// A rehearsal's clock on two servers over one database: paused, hurried and ended at one moment on both; no time lost, doubled or run backwards.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { io, type Socket } from 'socket.io-client';
import { openDeployment, readDeployment, type DeploymentRow } from '../../server/clock/deployment.ts';
import { readLog } from '../../shared/protocol/admin.ts';
import { newId } from '../../server/database/transaction.ts';
import { makeLogger } from '../../server/http/request-log.ts';
import { serve, type Serving } from '../../server/serve.ts';
import { instantOf, plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import type { ClientToServer, Heartbeat, ServerToClient } from '../../shared/protocol/live.ts';
import { readRehearsal, setSpeed, type RehearsalView } from '../../shared/protocol/rehearsal.ts';
import { known } from '../support/night.ts';
import { startTestServer, type Person, type TestServer } from '../support/server.ts';
import { waitFor } from '../support/wait-for.ts';

type Screen = Socket<ServerToClient, ClientToServer>;

const FROM: Instant = '2026-11-20T19:00:00.000Z';
const WITHIN_MS = 1_000;

let one: TestServer;
let other: Serving & { clockUrl: string };
let coordinator: Person;
let auditor: Person;

/** A second server on the same database, with a clock of its own. */
async function beside(server: TestServer): Promise<Serving & { clockUrl: string }> {
  const clock = await openDeployment(server.db, 'rehearsal', FROM);
  const serving = await serve({ config: server.config, databaseUrl: server.databaseUrl, home: server.home, clock, keys: server.keys, log: makeLogger('silent') });
  return { ...serving, clockUrl: `${serving.url.replace('[::1]', '127.0.0.1')}/api/rehearsal` };
}

beforeAll(async () => {
  one = await startTestServer({ rehearsal: { from: FROM, speed: 60, seed: 7, endsAt: null } });
  other = await beside(one);
  coordinator = await one.person('coordinator');
  auditor = await one.person('auditor');
});
afterAll(async () => {
  await other.stop();
  await one.stop();
});

const onOne = (): Promise<RehearsalView> => coordinator.call(readRehearsal, {});
const onOther = async (): Promise<RehearsalView> => readRehearsal.out.parse(await (await fetch(other.clockUrl, { headers: { cookie: coordinator.cookie } })).json());
const row = async (): Promise<DeploymentRow> => known(await readDeployment(one.db));
/** Every change of speed that is on the log, oldest first. */
const changes = async (): Promise<unknown[]> =>
  (await one.db.query<{ payload: unknown }[]>("SELECT payload FROM event WHERE name = 'rehearsal.speedChanged' ORDER BY seq")).map(({ payload }) => payload);

/** Settles once both servers run at it; answers what each then said. */
async function turned(speed: number): Promise<[RehearsalView, RehearsalView]> {
  return waitFor(`both servers run at ${speed}`, async () => {
    const both: [RehearsalView, RehearsalView] = [await onOne(), await onOther()];
    return both.every((view) => view.speed === speed) && both;
  }, WITHIN_MS);
}

/** Where the clock stands by the row before, at the moment of the row after: any difference is time lost or doubled. */
const gapMs = (before: DeploymentRow, after: DeploymentRow): number => {
  const [ms, wallMs] = [(at: Instant | null) => Date.parse(known(at ?? undefined)), (at: DeploymentRow) => Date.parse(known(at.anchor_wall_at ?? undefined))];
  return ms(after.anchor_domain_at) - (ms(before.anchor_domain_at) + (wallMs(after) - wallMs(before)) * before.speed);
};

test('says what is played: its seed, its speed, where it began', async () => {
  expect(await onOther()).toMatchObject({ kind: 'rehearsal', seed: 7, speed: 60, startedAt: FROM, endsAt: null, over: false });
});

test('paused on one, it stands still on both within a second, at the very same moment of the night', async () => {
  await coordinator.call(setSpeed, { speed: 0 });
  const [here, there] = await turned(0);
  expect(there.now).toBe(here.now);
  expect(here.now > FROM).toBe(true);
  expect((await onOther()).now).toBe(here.now);
});

test('goes on from where it stood, and every open screen of both hears of it at once', async () => {
  const stood = (await onOther()).now;
  const screens = [one.url, new URL(other.clockUrl).origin].map((origin): Screen => io(origin, { transports: ['websocket'], extraHeaders: { cookie: coordinator.cookie, origin }, reconnection: false, forceNew: true }));
  await Promise.all(screens.map((screen) => new Promise<unknown>((resolve) => { screen.once('heartbeat', resolve); })));
  const heard = screens.map((screen) => new Promise<{ beat: Heartbeat; afterMs: number }>((resolve) => {
    const asked = performance.now();
    screen.on('heartbeat', (beat) => { if (beat.speed === 120) resolve({ beat, afterMs: performance.now() - asked }); });
  }));
  await coordinator.call(setSpeed, { speed: 120 });
  for (const { beat, afterMs } of await Promise.all(heard)) {
    expect(afterMs).toBeLessThan(WITHIN_MS);
    expect(beat.serverNow >= stood).toBe(true);
    // Between the turn and the heartbeat at most a few hundred milliseconds of wall time have run at 120.
    expect(Date.parse(beat.serverNow) - Date.parse(stood)).toBeLessThan(WITHIN_MS * 120);
  }
  for (const screen of screens) screen.disconnect();
});

test('whatever the changes, no time is lost or doubled, and no server’s clock goes back', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(0, 1, 5, 15, 60, 120, 300, 600), { minLength: 1, maxLength: 5 }), async (speeds) => {
    const seen: [Instant[], Instant[]] = [[], []];
    for (const speed of speeds) {
      const before = await row();
      await coordinator.call(setSpeed, { speed });
      const after = await row();
      expect(Math.abs(gapMs(before, after))).toBeLessThan(1);
      expect(after.speed).toBe(speed);
      await waitFor(`both run at ${speed}`, async () => {
        const [here, there] = [await onOne(), await onOther()];
        seen[0].push(here.now);
        seen[1].push(there.now);
        return here.speed === speed && there.speed === speed;
      }, WITHIN_MS);
    }
    for (const moments of seen) expect(moments).toEqual(moments.toSorted());
  }), { numRuns: 6 });
});

test('two who turn it at once, one on each server: both are on the log, one after the other', async () => {
  await coordinator.call(setSpeed, { speed: 1 });
  const before = await changes();
  await Promise.all([
    coordinator.call(setSpeed, { speed: 300 }),
    fetch(`${other.clockUrl}/speed`, { method: 'POST', headers: { cookie: coordinator.cookie, 'content-type': 'application/json' }, body: JSON.stringify({ commandId: newId(), speed: 15 }) }),
  ]);
  const added = (await changes()).slice(before.length);
  expect([[{ from: 1, to: 300 }, { from: 300, to: 15 }], [{ from: 1, to: 15 }, { from: 15, to: 300 }]]).toContainEqual(added);
  await turned((await row()).speed);
});

test('the same command twice, and the speed that it has already, are on the log once', async () => {
  const commandId = newId();
  await coordinator.call(setSpeed, { speed: 5 });
  const before = await changes();
  const first = await coordinator.call(setSpeed, { commandId, speed: 60 });
  expect(await coordinator.call(setSpeed, { commandId, speed: 60 })).toEqual(first);
  await coordinator.call(setSpeed, { speed: 60 });
  expect((await changes()).slice(before.length)).toEqual([{ from: 5, to: 60 }]);
  expect((await auditor.call(readLog, {})).some(({ name }) => name === 'rehearsal.speedChanged')).toBe(true);
});

test.each([-1, 601, 1.5, null])('a speed of %p is not understood', async (speed) => {
  expect((await coordinator.raw('POST', '/api/rehearsal/speed', { commandId: newId(), speed })).body).toMatchObject({ code: 'not-understood' });
});

test('its hours over, it stands at their end on both, is ended once, and may be let run on', async () => {
  const endsAt = plusMinutes(FROM, 2);
  const night = await startTestServer({ rehearsal: { from: FROM, speed: 60, seed: 1, endsAt } });
  const also = await beside(night);
  const supervisor = await night.person('supervisor');
  const here = (): Promise<RehearsalView> => supervisor.call(readRehearsal, {});
  const there = async (): Promise<RehearsalView> => readRehearsal.out.parse(await (await fetch(also.clockUrl, { headers: { cookie: supervisor.cookie } })).json());
  const ended = (): Promise<unknown[]> => night.db.query("SELECT seq FROM event WHERE name = 'rehearsal.hoursOver'");
  try {
    const over = await waitFor('the hours are over', async () => { const view = await here(); return view.over && view; });
    expect(over).toMatchObject({ speed: 0, now: endsAt, endsAt });
    expect(await waitFor('the other says so', async () => { const view = await there(); return view.over && view; })).toMatchObject({ speed: 0, now: endsAt });
    expect(await ended()).toHaveLength(1);

    await supervisor.call(setSpeed, { speed: 300 });
    await waitFor('it runs on', async () => (await there()).now > plusMinutes(endsAt, 1) && (await here()).now > plusMinutes(endsAt, 1));
    expect(await here()).toMatchObject({ speed: 300, over: true });
    expect(await ended()).toHaveLength(1);
  } finally {
    await also.stop();
    await night.stop();
  }
});

test('the log of all this is whole, and says when each change was made', async () => {
  const lines = await one.db.query<{ occurred_at: Instant }[]>("SELECT occurred_at FROM event WHERE entity_type = 'rehearsal' ORDER BY seq");
  expect(lines.length).toBeGreaterThan(5);
  for (const { occurred_at: at } of lines) expect(at >= FROM && at <= instantOf(Date.parse(FROM) + 24 * 3_600_000)).toBe(true);
});
