// Frames a second of the console's map with 1,000 live responders moving on it, against the same map with nobody.
import { launchChromium } from '../support/chromium.ts';
import { storeFixes } from '../../server/positions/position.store.ts';
import { ROUNDS, type Bench } from './bench.ts';
import { framesPerSecond, openConsole } from './console-page.ts';
import { compared, type Round } from './figure.ts';
import { callerOf } from './http.ts';
import { seated } from './people.ts';
import { moved, respondersOnDuty } from './responders.ts';

const RESPONDERS = 1_000;
const WATCHED_MS = 4_000;
const EVERY_MS = 1_000;
const BAR = { atLeast: 0.9 };

export const map: Bench = {
  name: 'map',
  says: `frames a second of the console with ${RESPONDERS.toLocaleString('en-GB')} responders on its map, each with a new fix a second, against the same console with nobody`,
  async measure(stage) {
    const [busy, quiet] = [await stage.ground(), await stage.ground()];
    const [servers, browser] = [await Promise.all([busy, quiet].map(async (ground) => {
      const server = await ground.serve();
      const caller = callerOf(server.url);
      const coordinator = await seated(ground, caller, 'Asha Whitethorn', 'coordinator', 'control');
      caller.close();
      return { server, coordinator };
    })), await launchChromium()];
    const fixes = await respondersOnDuty(busy, RESPONDERS);
    const db = { query: async <T>(sql: string, parameters: unknown[] = []): Promise<T> => await busy.sql(sql, parameters) as T };
    let step = 0;
    let moving = Promise.resolve();
    const move = (): void => { moving = moving.then(() => storeFixes(db, moved(fixes, step += 1), [], new Date().toISOString())); };
    try {
      move();
      await moving;
      const rounds: Round[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const measured: Round = { ours: 0, baseline: 0 };
        for (const [index, side] of (['ours', 'baseline'] as const).entries()) {
          const of = servers[index];
          if (of === undefined) throw new Error('there are two sides');
          // One at a time is open: what the other drew would be no part of it.
          const page = await openConsole(browser, of.server.url, of.coordinator);
          await page.goto('/console');
          await page.getByRole('img', { name: side === 'ours' ? /1,?000/ : /./ }).first().waitFor();
          await page.waitForTimeout(EVERY_MS);
          const timer = side === 'ours' ? setInterval(move, EVERY_MS) : undefined;
          measured[side] = await framesPerSecond(page, WATCHED_MS);
          clearInterval(timer);
          await moving;
          await page.context().close();
        }
        rounds.push(measured);
      }
      return { map: compared(rounds, 'frames/s', BAR) };
    } finally {
      await browser.close();
    }
  },
};
