// A coordinator without a mouse: what the ranking shows is sent with Enter, everybody else has a reason, and what changed meanwhile is refused with who was faster.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { startDemo, type Demo } from '../support/demo.ts';
import { CONSOLE, gone, inQueue, LAPTOP, openForm, openIncident, shown, TABLET } from './hands.ts';
import { Keys } from './keys.ts';

let demo: Demo;
let coordinator: Page, supervisor: Page, constable: Page, socialWorker: Page;
beforeAll(async () => {
  demo = await startDemo();
  [coordinator, supervisor, constable, socialWorker] = [await demo.signIn('coordinator', LAPTOP), await demo.signIn('supervisor', CONSOLE), await demo.signIn('responder1', TABLET), await demo.signIn('responder2', TABLET)];
  await inQueue(coordinator, /Two children/).waitFor();
}, 120_000);
afterAll(async () => { await demo.stop(); }, 30_000);

test('S shows who and when, X why not the others, Enter sends that very line', async () => {
  await demo.journey('sending-enter', async () => {
    const keys = new Keys(coordinator);
    await openIncident(coordinator, /Two children/);
    const form = await openForm(coordinator, 's');
    const first = form.getByRole('radio').first();
    await keys.arrivesAt(first);
    expect(await first.textContent()).toMatch(/both there \d\d:\d\d.*min.*\(straight line\)/);
    await keys.press('x');
    expect(await form.getByRole('list', { name: 'Left out' }).textContent()).toMatch(/position \d+ min old.*|on EAR-/);
    await keys.press('ArrowDown');
    await keys.press('1');
    const called = await first.locator('strong').first().textContent();
    expect(called).toBe('B2');

    // Meanwhile somebody else changes the incident: nothing is sent, and the sentence says who did.
    await openIncident(supervisor, /Two children/);
    const chosen = await openForm(supervisor, 's');
    await chosen.getByRole('radio').first().waitFor();
    await supervisor.keyboard.press('2');
    await supervisor.keyboard.press('Enter');
    await gone(supervisor, /^Send to welfare check/);
    expect(await constable.getByRole('button', { name: /Open it/ }).count()).toBe(0);
    // The screen hears of it at once: the form asks instead of whom.
    await shown(coordinator, /Every leg has somebody/);
    await keys.press('Escape');
    await shown(coordinator, 'B1 sent, not yet going');
  })();
}, 60_000);

test('the next one: two keys, and both tablets of the crew that was shown have it', async () => {
  await demo.journey('sending-next', async () => {
    await openIncident(coordinator, /Carer exhausted/);
    const form = await openForm(coordinator, 's');
    const first = form.getByRole('radio').first();
    await new Keys(coordinator).arrivesAt(first);
    expect(await first.locator('strong').first().textContent()).toBe('B2');
    await coordinator.keyboard.press('Enter');
    await Promise.all([constable, socialWorker].map((page) => page.getByRole('button', { name: /Open it/ }).waitFor({ timeout: 10_000 })));
    await shown(coordinator, 'B2 sent, not yet going');
    expect(demo.faults).toEqual([]);
  })();
}, 40_000);
