// The console's first load with 2,000 open incidents: until the queue is there and has answered a key, and the longest that the page was held up.
import { launchChromium } from '../support/chromium.ts';
import { ROUNDS, type Bench } from './bench.ts';
import { openConsole } from './console-page.ts';
import { limited } from './figure.ts';
import { callerOf } from './http.ts';
import { fillOpenNight } from './past.ts';
import { seated } from './people.ts';

const OPEN = 2_000;
const USABLE_BAR = { atMost: 1_500 };
const BLOCK_BAR = { atMost: 100 };
/** The night goes on meanwhile: a change each second, which the page must take in without a hitch. */
const CHANGES = 5;
const EVERY_MS = 1_000;

export const snapshot: Bench = {
  name: 'snapshot',
  says: `the console’s first load with ${OPEN.toLocaleString('en-GB')} open incidents, nothing cached: from navigation until J has put the focus into the queue; and the longest block of its main thread, with ${CHANGES} seconds of news`,
  async measure(stage) {
    const ground = await stage.ground();
    const server = await ground.serve();
    const caller = callerOf(server.url);
    const coordinator = await seated(ground, caller, 'Asha Whitethorn', 'coordinator', 'control');
    await fillOpenNight(ground, OPEN);
    const [{ id } = { id: '' }] = await ground.sql<{ id: string }>('SELECT id FROM incident ORDER BY number LIMIT 1');
    const browser = await launchChromium();
    const [usable, blocks]: [number[], number[]] = [[], []];
    try {
      // The first is for the server: it compiles what it runs often.
      for (let round = 0; round <= ROUNDS; round += 1) {
        const page = await openConsole(browser, server.url, coordinator);
        await page.goto('/console');
        // Looked for at every frame: a locator looks ever more seldom, and would be part of what is measured.
        await page.waitForFunction(() => document.querySelector('[role=option]') !== null);
        await page.keyboard.press('j');
        await page.waitForFunction(() => window.answeredAt !== undefined);
        for (let change = 0; change < CHANGES; change += 1) {
          await caller.post(coordinator.cookie, `/incidents/${id}/notes`, { body: 'Rang again', internal: false });
          await page.waitForTimeout(EVERY_MS);
        }
        const seen = await page.evaluate(() => ({ answeredAt: window.answeredAt ?? Infinity, block: Math.max(0, ...window.blocks) }));
        if (round > 0) { usable.push(seen.answeredAt); blocks.push(seen.block); }
        await page.context().close();
      }
    } finally {
      await browser.close();
    }
    caller.close();
    return { snapshot: limited(usable, 'ms', USABLE_BAR), 'snapshot-block': limited(blocks, 'ms', BLOCK_BAR) };
  },
};
