// A rehearsal led from the console: every screen says that it is one and what its clock does, control alone turns it, and paper says it too.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { readHandover } from '../../shared/protocol/handovers.ts';
import { Snapshot } from '../../shared/protocol/live.ts';
import { readRehearsal } from '../../shared/protocol/rehearsal.ts';
import { startDemo, type Demo } from '../support/demo.ts';
import { known } from '../support/night.ts';
import { waitFor } from '../support/wait-for.ts';
import { CONSOLE, gone, LAPTOP, press, shown, TABLET } from './hands.ts';
import { wrongIn } from './sight.ts';

let demo: Demo;
let control: Page;
let desk: Page;
let tablet: Page;
beforeAll(async () => {
  demo = await startDemo();
  [control, desk, tablet] = [await demo.signIn('coordinator', CONSOLE), await demo.signIn('edt', LAPTOP), await demo.signIn('responder1', TABLET)];
  await control.getByRole('option').first().waitFor();
}, 120_000);
afterAll(async () => { await demo.stop(); }, 30_000);

const clockOf = async (page: Page) => readRehearsal.out.parse(await (await page.request.get('/api/rehearsal')).json());
const runsAt = (speed: number): Promise<unknown> => waitFor(`it runs at ${speed}`, async () => (await clockOf(control)).speed === speed);
const keys = () => control.getByRole('group', { name: 'The rehearsal’s clock' });

test('paused by a key, hurried and slowed by others: every screen says so, and only control has the keys', () => demo.journey('rehearsal-clock', async () => {
  expect(await keys().getByRole('button').count()).toBe(3);
  for (const page of [desk, tablet]) expect(await page.getByRole('button', { name: /Pause|Faster|Slower/ }).count()).toBe(0);

  await control.keyboard.press('Shift+R');
  await runsAt(0);
  const { now } = await clockOf(control);
  for (const page of [control, desk, tablet]) await shown(page, /^Paused at 19:\d\d$/);
  expect((await clockOf(desk)).now).toBe(now);
  expect(await keys().getByRole('button', { name: 'Faster' }).getAttribute('aria-disabled')).toBe('true');

  await press(control, 'Go on');
  for (const page of [control, desk, tablet]) await gone(page, /^Paused at/);
  await control.keyboard.press('>');
  await runsAt(5);
  for (const page of [control, desk, tablet]) await shown(page, '5 times as fast');
  await press(control, 'Faster');
  await runsAt(15);
  await control.keyboard.press('<');
  await runsAt(5);
  await control.keyboard.press('?');
  await shown(control, 'Pause: the rehearsal’s clock');
  await control.keyboard.press('Escape');
  await control.keyboard.press('<');
  await runsAt(1);
  for (const page of [control, desk, tablet]) await gone(page, '5 times as fast');
  expect(demo.faults).toEqual([]);
})(), 90_000);

test('every screen is marked, in its words and in its tab, and is none the worse for it', () => demo.journey('rehearsal-marks', async () => {
  const seen: [path: string, username: string][] = [
    ['/console', 'coordinator'], ['/wall', 'supervisor'], ['/tablet', 'responder2'], ['/desk', 'dayteam'], ['/admin', 'administrator'], ['/audit', 'auditor'], ['/figures', 'analyst'], ['/debrief', 'analyst'],
  ];
  const found: string[] = [];
  for (const [path, username] of [['/sign-in', ''] as const, ...seen]) {
    const page = username === '' ? await demo.page(LAPTOP) : await demo.signIn(username, LAPTOP);
    await page.goto(path);
    await page.getByText(/^Rehearsal/).first().waitFor();
    expect({ path, title: await page.title() }).toMatchObject({ path, title: expect.stringMatching(/^Rehearsal: /) });
    expect(await page.locator('link[rel=icon]').getAttribute('href')).toBe('/nightjar-rehearsal.svg');
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(() => getComputedStyle(document.body, '::before').content)).toContain('Rehearsal: these people and incidents are made up');
    await page.emulateMedia({ media: 'screen' });
    found.push(...await wrongIn(page, path));
    await page.context().close();
  }
  expect(found).toEqual([]);
})(), 180_000);

test('at the door the clock is marked, in words that tell a householder nothing', () => demo.journey('rehearsal-door', async () => {
  await press(tablet, /Hide/);
  const door = tablet.getByRole('dialog', { name: 'Clock' });
  expect(await door.getByText('Rehearsal', { exact: true }).count()).toBe(1);
  expect(await tablet.title()).toBe('Rehearsal: Clock');
})(), 30_000);

test('a pack says it: as it is read, and on paper', () => demo.journey('rehearsal-pack', async () => {
  const { handover } = Snapshot.parse(await (await desk.request.get('/api/live')).json());
  const { id } = known(handover[0]);
  expect(readHandover.out.parse(await (await desk.request.get(`/api/handovers/${id}`)).json()).deployment).toBe('rehearsal');
  await desk.getByText(known(handover[0]).heading).first().click();
  await desk.emulateMedia({ media: 'print' });
  await desk.getByText('Rehearsal: this case and everybody in it are made up.').waitFor();
})(), 30_000);
