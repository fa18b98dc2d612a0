// A whole night without a mouse: from the call to the crew, through the queue, over the desk and the tablet; nothing typed is lost, nor the focus.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { startDemo, type Demo } from '../support/demo.ts';
import { CONSOLE, gone, inQueue, LAPTOP, nextButton, shown, TABLET } from './hands.ts';
import { Keys } from './keys.ts';

/** Besides words, from N to saved with its grade: a Tab past each question that is asked of every caller is most of it. */
const MOST_STROKES = 40;
/** Then the task and its crew. */
const MOST_TO_SEND = 4;

let demo: Demo;
let console: Page;
beforeAll(async () => {
  demo = await startDemo();
  console = await demo.signIn('coordinator', CONSOLE);
  await inQueue(console, /Two children/).waitFor();
}, 90_000);
afterAll(async () => { await demo.stop(); }, 30_000);

const field = (name: string | RegExp) => console.getByLabel(name);
const note = () => console.getByRole('textbox', { name: 'Note' });
const beside = () => console.getByRole('region', { name: 'Known already' });
const heading = () => console.locator('[data-pane=incident] [data-pane-entry]');

test('from N to saved, graded and sent', () => demo.journey('keyboard-call', async () => {
  const keys = new Keys(console);
  await keys.press('n');
  await keys.arrivesAt(field(/caller’s words/));
  await keys.write('A girl rings from the bus shelter: she will not go home tonight.');
  await keys.press('Tab');
  await keys.arrivesAt(console.getByRole('combobox', { name: 'Where' }));
  await keys.write('Padiham');
  await console.getByRole('option', { name: /Padiham/ }).first().waitFor();
  await keys.press('Enter');
  await keys.tabTo(field(/^Name$/));
  await keys.write('Fern Sallow');
  await keys.tabTo(field('or about how old'));
  await keys.write('14');
  await keys.tabTo(console.getByRole('radiogroup', { name: /worse before the morning/ }).getByRole('radio', { name: 'Not known' }));
  await keys.press('y');
  await keys.tabTo(field('Vulnerable child'));
  await keys.press('Space');
  await keys.tabTo(console.getByRole('combobox', { name: /Door/ }));
  await keys.write('The person');
  await keys.tabTo(field('Number to call back'));
  await keys.write('01632 960 100');
  await beside().getByText(/earlier calls? from this number/).waitFor();
  await beside().getByText('the same number rang').first().waitFor();
  await keys.press('F7');
  await beside().getByText(/1 said to be another/).waitFor();
  await console.getByRole('button', { name: /Save and confirm Grade 2/ }).waitFor();
  await keys.press('Control+Shift+Enter');
  await shown(console, /The call is saved, Grade 2/);
  await keys.arrivesAt(heading());
  const toSaved = keys.strokes;
  process.stdout.write(`A call from N to saved, graded, with what is known seen: ${toSaved} keys besides ${keys.letters} letters\n`);
  expect(toSaved).toBeLessThanOrEqual(MOST_STROKES);
  await keys.press('t', 'Control+Enter');
  await shown(console, /Missing: police and social work legs/);
  await console.getByRole('button', { name: /^Send .*Del Finch/ }).waitFor();
  await keys.press('Control+Enter');
  await shown(console, 'B1 sent, not yet going');
  await keys.arrivesAt(heading());
  expect(keys.strokes - toSaved).toBeLessThanOrEqual(MOST_TO_SEND);
})(), 60_000);

test('the queue by J, K and Enter; Esc goes back one step and loses nothing', () => demo.journey('keyboard-queue', async () => {
  const keys = new Keys(console);
  const rows = console.getByRole('listbox').getByRole('option');
  await keys.press('q', 'Home');
  await keys.arrivesAt(rows.nth(0));
  await keys.press('j', 'j', 'k');
  await keys.arrivesAt(rows.nth(1));
  await keys.press('Enter');
  await keys.arrivesAt(heading());
  const ref = await rows.nth(1).innerText();
  await keys.press('a');
  await keys.arrivesAt(note());
  await keys.write('Half a');
  await keys.press('Escape');
  await keys.arrivesAt(heading());
  await keys.press('Escape');
  expect(await rows.nth(1).innerText()).toBe(ref);
  await keys.arrivesAt(rows.nth(1));
  await keys.press('j', 'Enter', 'a');
  await keys.arrivesAt(note());
  expect(await note().inputValue()).toBe('');
  await keys.press('Escape', 'Escape', 'k', 'Enter', 'a');
  await keys.arrivesAt(note());
  expect(await note().inputValue()).toBe('Half a');
  await keys.write(' word.');
  await keys.press('Control+Enter');
  await shown(console, 'Half a word.');
  await keys.arrivesAt(heading());
})(), 60_000);

test('a call that is half typed is there again, after closing and after a reload', () => demo.journey('keyboard-kept', async () => {
  const keys = new Keys(console);
  await keys.press('n');
  await keys.write('An old man at the bus station');
  await keys.press('Escape');
  await shown(console, 'Go on with the call');
  await keys.press('n');
  await keys.arrivesAt(field(/caller’s words/));
  expect(await field(/caller’s words/).inputValue()).toBe('An old man at the bus station');
  await keys.write(', no coat');
  await console.reload();
  await inQueue(console, /Two children/).waitFor();
  await keys.press('n');
  await keys.arrivesAt(field(/caller’s words/));
  expect(await field(/caller’s words/).inputValue()).toBe('An old man at the bus station, no coat');
  await keys.press('Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Enter');
  await keys.arrivesAt(console.getByRole('button', { name: 'Keep it' }));
  await keys.press('Shift+Tab', 'Enter');
  await keys.arrivesAt(field(/caller’s words/));
  expect(await field(/caller’s words/).inputValue()).toBe('');
  await keys.press('Escape');
  await gone(console, 'Go on with the call');
})(), 60_000);

test('? shows the keys, Ctrl-K finds an incident and opens it, and no way of leaving loses the focus', () => demo.journey('keyboard-find', async () => {
  const keys = new Keys(console);
  await keys.press('q', '?');
  const sheet = console.getByRole('dialog', { name: 'Keys' });
  await sheet.getByRole('term').filter({ hasText: 'New call' }).waitFor();
  await keys.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await keys.press('Control+k');
  await keys.arrivesAt(field(/^Find an incident/));
  await keys.write('rowan elm');
  await console.getByRole('dialog', { name: 'Find' }).getByText(/Burnley/).first().waitFor();
  await keys.press('Enter');
  await keys.arrivesAt(heading());
  await shown(console, /Two children seen at an upstairs window/);
  for (const opens of ['g', 's', 't', 'h', 'e', 'a', 'i', 'l', 'c', 'Shift+o', 'b', 'Shift+g', 'Shift+j', 'Shift+t', 'Control+k', '?']) await keys.press(opens, 'Escape');
  await keys.press('Shift+c', 'Shift+c', '/', '/', 'm', 'v', 'x');
})(), 60_000);

test('a second call while the first is half typed: F8 begins it, F4 goes back, and F10 links the first with what is open already', () => demo.journey('keyboard-two-calls', async () => {
  const keys = new Keys(console);
  const first = 'Children calling from an upstairs window, no adult there';
  await keys.press('n');
  await keys.arrivesAt(field(/caller’s words/));
  await keys.write(first);
  await keys.tabTo(field(/^Name$/));
  await keys.write('Rowan Elm');
  await beside().getByRole('button', { name: /^Add to/ }).first().waitFor();
  await keys.press('F8');
  await keys.arrivesAt(field(/caller’s words/));
  await console.getByRole('list', { name: 'Calls not saved yet' }).getByText(first).waitFor();
  expect(await field(/caller’s words/).inputValue()).toBe('');
  await keys.write('A second caller holds');
  await keys.press('F4');
  await console.getByRole('list', { name: 'Calls not saved yet' }).getByText('A second caller holds').waitFor();
  await keys.arrivesAt(field(/caller’s words/));
  expect(await field(/caller’s words/).inputValue()).toBe(first);
  expect(await field(/^Name$/).inputValue()).toBe('Rowan Elm');
  await beside().getByRole('button', { name: /^Save, and link with/ }).first().waitFor();
  await keys.tabTo(console.getByRole('combobox', { name: /Door/ }));
  await keys.write('The person');
  await keys.press('F10');
  await shown(console, /Saved, and linked as the same/);
  await keys.arrivesAt(heading());
  await shown(console, /Two children seen at an upstairs window/);
})(), 60_000);

/** As the sheet of keys lists them: no key with two meanings, and so many at least. */
async function eachKeyMeansOneThing(page: Page, atLeast: number): Promise<void> {
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  await sheet.waitFor();
  const listed = await sheet.locator('section').evaluateAll((groups) => groups.flatMap((group) => [...group.querySelectorAll('dl > div')].map((line) => ({ keys: line.querySelector('dd > span:last-child')?.textContent ?? '', does: line.querySelector('dt')?.textContent ?? '' }))));
  expect(listed.length).toBeGreaterThanOrEqual(atLeast);
  const twice = [...Map.groupBy(listed, ({ keys }) => keys).values()].filter((lines) => new Set(lines.map(({ does }) => does)).size > 1);
  expect(twice).toEqual([]);
  await page.keyboard.press('?');
  await gone(page, 'Single letters act');
}

test('whatever is open, a key does one thing: what the screen does is not taken by what is open on it', () => demo.journey('keyboard-one-meaning', async () => {
  const page = await demo.signIn('supervisor', CONSOLE);
  await page.getByRole('option').first().waitFor();
  const incidents = Math.min(8, await page.getByRole('option').count());
  for (let at = 0; at < incidents; at += 1) {
    await page.getByRole('option').nth(at).click();
    await page.locator('[data-pane=incident] [data-pane-entry]').waitFor();
    await eachKeyMeansOneThing(page, 20);
  }
})(), 60_000);

test('at the desk too a key does one thing, and a form that is left by Esc keeps what was typed and gives the focus back', () => demo.journey('keyboard-desk-keys', async () => {
  const keys = new Keys(await demo.signIn('edt', LAPTOP));
  const { page } = keys;
  const cases = page.locator('[data-case]');
  await cases.first().waitFor();
  const opened = Math.min(8, await cases.count());
  for (let at = 0; at < opened; at += 1) {
    await cases.nth(at).click();
    await page.locator('[data-pane]').getByRole('button', { name: 'Close' }).waitFor();
    await eachKeyMeansOneThing(page, 10);
  }
  await page.getByRole('button', { name: /Young person staying/ }).first().click();
  await shown(page, /Heather Moss/);
  for (const opens of ['g', 'w', 'h', 'z', 'Shift+Z', 'Shift+L', 'Shift+K', 'Shift+M', 'Shift+F', 'Shift+H']) await keys.press(opens, 'Escape');
  await keys.press('Shift+F');
  await keys.arrivesAt(page.getByLabel('Name', { exact: true }));
  await keys.tabTo(page.getByLabel('What they look like'));
  await keys.write('A green coat');
  await keys.press('Escape', 'Shift+F');
  expect(await page.getByLabel('What they look like').inputValue()).toBe('A green coat');
  await keys.press('Control+Enter');
  await shown(page, /What is known of Heather Moss is kept/);
  await shown(page, /A green coat/);
})(), 60_000);

test('the desk takes a case over', () => demo.journey('keyboard-desk', async () => {
  const keys = new Keys(await demo.signIn('dayteam', LAPTOP));
  await keys.page.locator('[data-case]').first().waitFor();
  await keys.press('j');
  await keys.page.getByRole('heading', { name: 'Sharing' }).waitFor();
  await keys.press('t');
  await keys.arrivesAt(keys.page.getByRole('button', { name: 'Take it over' }));
  await keys.press('Enter');
  await shown(keys.page, /Taken over by Rae Swift|Taken over by you/);
  await keys.press('Escape', 'o');
})(), 60_000);

test('the tablet’s next step by key: one press, one step', () => demo.journey('keyboard-tablet', async () => {
  const keys = new Keys(await demo.signIn('finch', TABLET));
  await keys.tabTo(keys.page.getByRole('button', { name: /Open it/ }));
  await keys.press('Enter');
  await keys.tabTo(nextButton(keys.page, /^Accept/));
  await keys.press('Enter', 'Enter');
  await keys.arrivesAt(nextButton(keys.page, /^Going/));
  await keys.press('Enter');
  await keys.arrivesAt(nextButton(keys.page, /^There/));
  await keys.press('Enter');
  await keys.arrivesAt(nextButton(keys.page, /^Seen/));
  await keys.press('Enter');
  await keys.tabTo(keys.page.getByRole('radio', { name: 'Seen', exact: true }));
  await keys.press('Space', 'Tab', 'Enter');
  await keys.tabTo(nextButton(keys.page, /^Outcome/));
  expect(demo.faults).toEqual([]);
})(), 60_000);
