// A call is never lost while it is typed: not with the browser, not with the server, not to whoever takes it over; on the console and at the desk.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TZDate } from '@date-fns/tz';
import type { Locator, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { startDemo, type Demo } from '../support/demo.ts';
import { CONSOLE, inQueue, LAPTOP, shown } from './hands.ts';

const SOON = { timeout: 60_000 };

let demo: Demo;
beforeAll(async () => { demo = await startDemo(); }, 240_000);
afterAll(async () => { await demo.stop(); }, 30_000);

const words = (page: Page): Locator => page.getByLabel(/caller’s words/);
const kept = (page: Page): Promise<void> => page.getByText('Kept on the server.').waitFor(SOON);
const unsaved = (page: Page): Locator => page.getByRole('list', { name: 'Calls not saved yet' });
/** One's own latest, or a new one. */
async function openCall(page: Page): Promise<void> {
  await page.keyboard.press('n');
  await words(page).waitFor(SOON);
}
const says = (page: Page, start: string): Promise<unknown> => page.waitForFunction((text) => document.querySelector('textarea')?.value.startsWith(text) === true && (text !== '' || document.querySelector('textarea')?.value === ''), start, SOON);
async function takeCall(page: Page): Promise<void> {
  await openCall(page);
  await page.keyboard.press('F8');
  await says(page, '');
}
async function type(page: Page, text: string): Promise<void> {
  await words(page).press('End');
  await page.keyboard.type(text);
}
const journey = (name: string, steps: () => Promise<void>) => (): Promise<void> => demo.journey(`drafts-${name}`, steps)();
/** Somebody of the shift before has gone home to rest; a supervisor answers for their coming back. */
async function letWork(name: string): Promise<void> {
  const supervisor = await demo.signIn('supervisor', CONSOLE);
  await supervisor.goto('/roster');
  await supervisor.getByRole('button', { name: /Let somebody work unrested/ }).click(SOON);
  const form = supervisor.getByRole('group', { name: 'Let somebody work unrested' });
  await form.getByRole('combobox', { name: 'Who' }).selectOption({ label: name });
  await form.getByRole('textbox', { name: 'Until' }).fill(new TZDate(Date.now() + 4 * 3_600_000, 'Europe/London').toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' }));
  await form.getByRole('textbox', { name: 'Why' }).fill('Two calls at once, and nobody else at the desk');
  await form.getByRole('button', { name: /Let them work/ }).click(SOON);
  await shown(supervisor, 'They can book on now.');
  await supervisor.close();
}
const consoleOf = async (username: string): Promise<Page> => {
  const page = await demo.signIn(username, CONSOLE);
  await inQueue(page, /Two children/).waitFor(SOON);
  return page;
};

test('a browser that dies mid-call: what was typed is there in a new one, and goes on', journey('dead-browser', async () => {
  const doomed = await launchChromium();
  const first = await demo.signIn('coordinator', CONSOLE, doomed);
  await inQueue(first, /Two children/).waitFor(SOON);
  await takeCall(first);
  await type(first, 'A boy of about nine walks along the ring road');
  await kept(first);
  await type(first, ' in his socks');
  const gone = new Promise((resolve) => { doomed.once('disconnected', resolve); });
  // The whole process, at once: no page is told that it ends.
  const deaf = await doomed.newBrowserCDPSession();
  void deaf.send('Browser.crash').catch(() => undefined);
  await gone;
  const second = await consoleOf('coordinator');
  await second.getByRole('button', { name: /Go on with the call/ }).waitFor(SOON);
  await openCall(second);
  expect(await words(second).inputValue()).toMatch(/^A boy of about nine walks along the ring road/);
  await words(second).fill('A boy of about nine walks along the ring road in his socks');
  await second.getByRole('combobox', { name: /Door/ }).selectOption({ label: 'Member of the public' });
  await second.keyboard.press('Control+Enter');
  await shown(second, 'The call is saved. Confirm its grade next (G).');
  await shown(second, 'A boy of about nine walks along the ring road in his socks');
  await second.close();
}), 180_000);

test('a server that dies while somebody types: nothing is lost, another call is begun meanwhile, and both are kept when it is back', journey('dead-server', async () => {
  const page = await consoleOf('coordinator');
  await takeCall(page);
  await words(page).fill('An old woman sits on the wall by the canal');
  await kept(page);
  await demo.kill();
  await type(page, ' and says nothing');
  await shown(page, /The server does not answer. What you type is kept on this device/);
  await page.keyboard.press('F8');
  await unsaved(page).getByText(/An old woman sits/).waitFor(SOON);
  await type(page, 'A second caller, about a fire');
  await page.keyboard.press('F4');
  await unsaved(page).getByText('A second caller, about a fire').waitFor(SOON);
  expect(await words(page).inputValue()).toBe('An old woman sits on the wall by the canal and says nothing');
  await demo.startAgain();
  await kept(page);
  await type(page, ', now she weeps');
  await kept(page);
  const other = await consoleOf('supervisor');
  await takeCall(other);
  for (const said of [/by the canal and says nothing, now she weeps/, /A second caller, about a fire/]) await unsaved(other).getByText(said).waitFor(SOON);
  await other.close();
  await page.close();
}), 240_000);

test('another coordinator takes it over: who had it is told, and loses nothing', journey('taken-over', async () => {
  const [first, second] = [await consoleOf('coordinator'), await consoleOf('supervisor')];
  await takeCall(first);
  await words(first).fill('Shouting behind a door, a small child cries');
  await kept(first);
  await takeCall(second);
  await unsaved(second).locator('li').filter({ hasText: 'Shouting behind a door' }).getByRole('button', { name: /Take over/ }).click(SOON);
  await says(second, 'Shouting');
  await type(first, ' and a dog barks');
  await shown(first, /Morgan Kestrel has had this call since \d\d:\d\d\. What you typed here is kept here/);
  await type(second, ' upstairs');
  await kept(second);
  expect(await words(first).inputValue()).toBe('Shouting behind a door, a small child cries and a dog barks');
  await first.getByRole('button', { name: /Keep mine as another call/ }).click(SOON);
  await kept(first);
  await unsaved(second).getByText(/a small child cries and a dog barks/).waitFor(SOON);
  expect(await words(second).inputValue()).toBe('Shouting behind a door, a small child cries upstairs');
  await Promise.all([first.close(), second.close()]);
}), 180_000);

test('the desk keeps its calls too: two at once, taken over from another desk, saved with its grade', journey('desk', async () => {
  const desk = await demo.signIn('edt', LAPTOP);
  await desk.locator('[data-case]').first().waitFor(SOON);
  await takeCall(desk);
  await type(desk, 'A father rings: his daughter has not come home');
  await kept(desk);
  await desk.keyboard.press('F8');
  await unsaved(desk).getByText(/his daughter has not come home/).waitFor(SOON);
  await type(desk, 'A ward sister rings about a bed');
  await kept(desk);
  const other = await demo.signIn('edt2', LAPTOP);
  await other.locator('[data-case]').first().waitFor(SOON);
  await takeCall(other);
  // Not on duty: nobody's calls but their own.
  expect(await unsaved(other).count()).toBe(0);
  await other.keyboard.press('Escape');
  await other.getByRole('button', { name: /^Book on/ }).click(SOON);
  await shown(other, /your rest lasts until/);
  await letWork('Wynn Nightingale');
  await other.getByRole('button', { name: /^Book on/ }).click(SOON);
  await other.getByRole('button', { name: /^End of duty/ }).waitFor(SOON);
  await takeCall(other);
  await unsaved(other).locator('li').filter({ hasText: 'his daughter' }).getByRole('button', { name: /Take over/ }).click(SOON);
  await says(other, 'A father');
  await type(other, ' since school');
  await other.getByRole('button', { name: /Save and confirm Grade/ }).waitFor(SOON);
  await other.keyboard.press('Control+Shift+Enter');
  await shown(other, /The call is saved, Grade/);
  await desk.keyboard.press('F4');
  expect(await words(desk).inputValue()).toBe('A ward sister rings about a bed');
  // Whoever takes no calls has no list of them.
  const team = await demo.signIn('dayteam', LAPTOP);
  await team.locator('[data-case]').first().waitFor(SOON);
  await team.keyboard.press('n');
  expect(await team.getByText(/ward sister/).count()).toBe(0);
}), 180_000);
