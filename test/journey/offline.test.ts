// Without signal, without the server, without leave: what was pressed is kept and sent in order, what was missed comes by itself, who is shut out is out.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { startDemo, type Demo } from '../support/demo.ts';
import { chooseCrews, CONSOLE, gone, inQueue, LAPTOP, openForm, openIncident, press, shown, TABLET, tap } from './hands.ts';

/** What a browser prints of its own accord about a request that found no network. */
const NO_NETWORK = /net::ERR_(INTERNET_DISCONNECTED|FAILED)/;
const SILENCE = { timeout: 10_000 };

let demo: Demo;
let coordinator: Page, constable: Page;
beforeAll(async () => {
  demo = await startDemo();
  coordinator = await demo.signIn('coordinator', CONSOLE);
  constable = await demo.signIn('responder1', TABLET);
  await inQueue(coordinator, /Two children/).waitFor();
}, 90_000);
afterAll(async () => { await demo.stop(); }, 30_000);

const faults = (): string[] => demo.faults.splice(0).filter((fault) => !NO_NETWORK.test(fault));
/** The deployment's clock, in milliseconds, asked over a line that stands. */
async function serverNow(): Promise<number> {
  const answer: unknown = await (await coordinator.request.get('/api/live')).json();
  return Date.parse(String(Object(answer).serverNow));
}

test('a tablet without signal keeps what is pressed, in order and with its moment', () => demo.journey('offline-tablet', async () => {
  await openIncident(coordinator, /Two children/);
  await chooseCrews(await openForm(coordinator, 's'), ['B2']);
  await coordinator.keyboard.press('Control+Enter');
  await press(constable, /Open it/);
  await tap(constable, /^Accept/);
  await tap(constable, /^Going/);
  await shown(coordinator, 'PC 1412 Robin Wren is going');

  await constable.context().setOffline(true);
  const pressedAt = await serverNow();
  await tap(constable, /^There/);
  await tap(constable, /^Seen/);
  for (const seen of await constable.getByRole('radio', { name: 'Seen', exact: true }).all()) await seen.check();
  await press(constable, /^Record it/);
  await tap(constable, /^Outcome/);
  await constable.getByText('Referral to early help').click();
  await constable.getByLabel(/What was found and done/).fill('Both well; the aunt is on her way.');
  await press(constable, /^Record the outcome/);
  await shown(constable, '3 unsent');
  await shown(constable, /not sent yet/);
  await tap(constable, /^Left scene/);
  await shown(constable, '4 unsent');
  await constable.getByText('no connection').waitFor(SILENCE);
  expect(await coordinator.getByText('is there').count()).toBe(0);

  // A page that is loaded again where pages come through and reports do not: they are on the device, not in the page.
  await constable.route(/\/api\/(assignments|tasks)\//, (route) => route.abort());
  await constable.context().setOffline(false);
  await constable.reload();
  await shown(constable, '4 unsent');
  await constable.unroute(/\/api\/(assignments|tasks)\//);
  await constable.getByText(/unsent/).waitFor({ ...SILENCE, state: 'detached' });
  const sentAt = await serverNow();

  const log = coordinator.getByRole('region', { name: 'Timeline' }).getByRole('listitem');
  await log.filter({ hasText: 'PC 1412 Robin Wren left scene' }).waitFor();
  const lines = (await log.allInnerTexts()).toReversed();
  const at = ['Wren is there', 'Wren saw ', 'Referral to early help', 'Wren left scene'].map((words) => lines.findIndex((line) => line.includes(words)));
  expect(at).toEqual(at.toSorted((a, b) => a - b));
  expect(at).not.toContain(-1);
  const arrivedAt = Date.parse(await log.filter({ hasText: 'Wren is there' }).locator('time').getAttribute('datetime') ?? '');
  expect(Math.abs(arrivedAt - pressedAt)).toBeLessThan(2_000);
  expect(sentAt - arrivedAt).toBeGreaterThan(3_000);
  expect(faults()).toEqual([]);
})(), 60_000);

test('a console that has lost its server says since when, and catches up by itself', () => demo.journey('offline-console', async () => {
  const supervisor = await demo.signIn('supervisor', LAPTOP);
  await openIncident(supervisor, /Family sleeping/);
  await coordinator.evaluate(() => Object.assign(window, { notLoadedAgain: true }));
  await coordinator.context().setOffline(true);
  await coordinator.getByText(/Not live since \d\d:\d\d:\d\d/).waitFor(SILENCE);
  await shown(coordinator, /Nothing has been heard for/);
  const form = await openForm(supervisor, 'g');
  await supervisor.keyboard.press('2');
  await form.getByRole('textbox').fill('The baby is blue with cold.');
  await supervisor.keyboard.press('Control+Enter');
  await supervisor.getByRole('heading', { name: /^Grade 2 · due/ }).waitFor();
  const row = inQueue(coordinator, /Family sleeping/);
  expect(await row.getByRole('img', { name: 'Grade 3', exact: true }).count()).toBe(1);

  await coordinator.context().setOffline(false);
  await gone(coordinator, /Not live since/);
  await shown(coordinator, 'Live');
  await row.getByRole('img', { name: 'Grade 2', exact: true }).waitFor();
  expect(await coordinator.evaluate(() => 'notLoadedAgain' in window)).toBe(true);
  expect(faults()).toEqual([]);
})(), 60_000);

test('a disabled account is off every screen within two seconds', () => demo.journey('offline-disabled', async () => {
  const administrator = await demo.signIn('administrator', LAPTOP);
  const other = await demo.signIn('coordinator2', LAPTOP);
  await inQueue(other, /Two children/).waitFor();
  await press(administrator, 'Bram Plover');
  await press(administrator, 'Disable');
  await administrator.getByRole('button', { name: 'Disable', exact: true }).last().click();
  await other.waitForURL(/\/sign-in/, { timeout: 2_000 });
  await shown(other, /Your session has ended/);
  expect(await other.content()).not.toMatch(/Two children/);
  await other.getByLabel('User name').fill('coordinator2');
  await other.getByLabel('Password', { exact: true }).fill('nightjar-by-night');
  await press(other, 'Sign in');
  await shown(other, /do not match/);
  expect(faults()).toEqual([]);
})(), 60_000);
