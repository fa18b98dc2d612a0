// Peak load that can go on for ever: pairs living through case after case, consoles watching and now and then coming back, every device reporting.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Caller } from '../bench/http.ts';
import type { Ground, Running, Seat } from '../bench/stage.ts';
import { watch, type Watching } from '../support/watching.ts';
import { liveThrough, pairOf, type Pair } from './life.ts';

export interface Load { commands(): number; /** Rejects with the first fault. */ failed: Promise<never>; stop(): Promise<void> }
interface Settings { ground: Ground; server: Running; caller: Caller; control: Seat; consoles: readonly Seat[]; pairs: number; commandsASecond: number }

const COMES_BACK_MS = 3_000;
const REPORTS_MS = 1_000;

export async function startLoad({ ground, server, caller, control, consoles, pairs, commandsASecond }: Settings): Promise<Load> {
  const crews: Pair[] = [];
  for (let number = 1; number <= pairs; number += 1) crews.push(await pairOf(ground, caller, control, number));
  const screens: Watching[] = consoles.map(({ cookie }) => watch(() => server.url, cookie));
  const stopping = new AbortController();
  const goingOn = (): boolean => !stopping.signal.aborted;
  let done = 0;
  let fail: (reason: unknown) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => { fail = reject; });
  failed.catch(() => undefined);

  const pace = pacedAt(commandsASecond);
  const cases = crews.map(async (pair) => {
    while (goingOn()) {
      await liveThrough(caller, control, pair, async () => {
        await pace();
        done += 1;
      });
    }
  });
  const devices = crews.flatMap(({ police, socialWork }) => [police, socialWork]).map(async ({ cookie }, index) => {
    for (let turn = 0; goingOn(); turn += 1) {
      const fix = { at: new Date().toISOString(), offsetMs: 0, lat: 53.76 + (index % 7) * 0.01, lon: -2.7 + (turn % 100) * 0.001, accuracyM: 12 };
      const { status, text } = await caller.send(cookie, '/positions', { fixes: [fix] });
      if (status !== 200) throw new Error(`a position was refused: ${status} ${text}`);
      await sleep(REPORTS_MS);
    }
  });
  const comingBack = (async () => {
    for (let turn = 0; goingOn(); turn += 1) {
      await sleep(COMES_BACK_MS);
      const [index, seat] = [turn % screens.length, consoles[turn % screens.length]];
      screens[index]?.close();
      if (seat !== undefined) screens[index] = watch(() => server.url, seat.cookie);
    }
  })();
  const work = Promise.all([...cases, ...devices, comingBack]);
  work.catch(fail);
  return {
    commands: () => done, failed,
    async stop() {
      stopping.abort();
      await work;
      for (const screen of screens) screen.close();
    },
  };
}

/** Lets one through each time it is due, whoever asks; a pause is not caught up with. */
function pacedAt(perSecond: number): () => Promise<void> {
  let next = 0;
  return async () => {
    const now = performance.now();
    next = Math.max(next + 1_000 / perSecond, now);
    if (next > now) await sleep(next - now);
  };
}
