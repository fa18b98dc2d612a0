// Every screen in its main states, by night and by day, at the sizes it is meant for: axe finds nothing, nothing scrolls sideways, no policy is broken.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { FIRST_POLICY } from '../../shared/domain/first-policy.ts';
import { startDemo, type Demo } from '../support/demo.ts';
import { chooseCrews, CONSOLE, LAPTOP, openForm, openIncident, PHONE, press, shown, TABLET, tap } from './hands.ts';
import { tooWideIn, wrongIn } from './sight.ts';

const EVERY_WIDTH = [360, 820, 1366, 1920];
/** Tables for people at a desk: on a phone they scroll in their frame. */
const AT_A_DESK = [820, 1366, 1920];

let demo: Demo;
let found: string[] = [];
beforeAll(async () => { demo = await startDemo(); }, 60_000);
afterAll(async () => { await demo.stop(); }, 30_000);

const walk = (name: string, steps: () => Promise<void>) => (): Promise<void> => demo.journey(`screens-${name}`, async () => {
  found = [];
  await steps();
  expect([...found, ...demo.faults.splice(0)]).toEqual([]);
})();
const look = async (page: Page, state: string, widths: readonly number[] = []): Promise<void> => {
  found.push(...await wrongIn(page, state), ...await tooWideIn(page, state, widths));
};

/** A page that says by itself what its policy has stopped; from its first document on. */
async function watched(options: BrowserContextOptions): Promise<Page> {
  const page = await demo.page(options);
  await page.addInitScript(() => document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => reportError(new Error(`policy: ${violatedDirective} ${blockedURI}`))));
  return page;
}

async function open(username: string, path: string, options: BrowserContextOptions = LAPTOP): Promise<Page> {
  const page = await watched(options);
  await page.request.post('/api/session', { data: { username, password: 'nightjar-by-night' }, headers: { origin: demo.url } });
  await page.goto(path);
  return page;
}

test('signing in', walk('sign-in', async () => {
  const page = await watched(LAPTOP);
  await page.goto('/');
  await page.getByLabel('User name').waitFor();
  await look(page, 'sign-in', EVERY_WIDTH);
}), 60_000);

test('the console', walk('console', async () => {
  const page = await open('coordinator', '/console', CONSOLE);
  await page.getByRole('option').first().waitFor();
  await look(page, 'nothing open', EVERY_WIDTH);
  await openIncident(page, /Two children/);
  await shown(page, /Rowan Elm added/);
  await look(page, 'an incident', [1366, 1920]);
  for (const [key, state] of [['s', 'sending'], ['g', 'grading']] as const) {
    await openForm(page, key);
    await look(page, state);
    await page.keyboard.press('Escape');
  }
  await openForm(page, 'n');
  await look(page, 'a call', EVERY_WIDTH);
  await page.keyboard.press('Escape');
  for (const [key, name] of [['?', 'Keys'], ['Control+k', 'Find']] as const) {
    await page.keyboard.press(key);
    await page.getByRole('dialog', { name }).waitFor();
    await look(page, name, [1366, 1920]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name }).waitFor({ state: 'detached' });
  }
}), 60_000);

test('the alarms', walk('alarms', async () => {
  const page = await open('coordinator', '/console', CONSOLE);
  const widths = [390, 1366, 1920];
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Shift+A');
  const panel = page.getByRole('dialog', { name: 'Alarms' });
  await panel.getByText('On call tonight').waitFor();
  await panel.getByRole('button', { name: 'Acknowledge' }).first().waitFor();
  await look(page, 'the alarms', widths);
  for (const [key, title] of [['r', /Who was spoken to:/], ['n', /Who is on call/]] as const) {
    await page.keyboard.press(key);
    await panel.getByText(title).waitFor();
    await look(page, `the alarms, ${key}`, [390, 1366]);
    await page.keyboard.press('Escape');
    await panel.getByText(title).waitFor({ state: 'detached' });
  }
  await page.keyboard.press('k');
  await panel.getByText(/Kit Heron has it/).first().waitFor();
  await panel.getByRole('button', { name: /^Put off/, disabled: false }).last().click();
  await panel.getByText(/^Put off: /).waitFor();
  await look(page, 'an alarm put off, and one that somebody has', [390, 1366]);
}), 150_000);

test('the wall', walk('wall', async () => {
  const page = await open('supervisor', '/wall', CONSOLE);
  await shown(page, 'Live');
  await page.getByRole('list', { name: /Open incidents by grade/ }).waitFor();
  await look(page, 'the wall', [1366, 1920]);
}), 60_000);

test('the tablet', walk('tablet', async () => {
  const control = await open('coordinator', '/console', CONSOLE);
  const page = await open('responder1', '/tablet', PHONE);
  const sizes = [360, 820, 1280];
  await shown(page, 'Nothing is sent to you');
  await look(page, 'waiting', sizes);
  await openIncident(control, /Two children/);
  await chooseCrews(await openForm(control, 's'), ['B2']);
  await control.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: /Open it/ }).waitFor();
  await look(page, 'a new task', sizes);
  await press(page, /Open it/);
  await shown(page, 'Who is on it');
  await look(page, 'the task', sizes);
  await tap(page, /^Accept/);
  await tap(page, /^Going/);
  await shown(page, /I am not driving/);
  await look(page, 'driving', sizes);
  await tap(page, /^There/);
  await tap(page, /^Seen/);
  await page.getByText('Seen', { exact: true }).first().click();
  await look(page, 'who was seen', sizes);
}), 60_000);

test('the tablet off duty', walk('off-duty', async () => {
  const page = await open('responder3', '/tablet#end', TABLET);
  await shown(page, /Nothing is held by you/);
  await press(page, /^End of duty/);
  await shown(page, /With whom are you out/);
  await look(page, 'booking on', [360, 820, 1280]);
}), 60_000);

test('the desk of EDT', walk('edt', async () => {
  const page = await open('edt', '/desk');
  await press(page, /Tenant barricaded/);
  await page.getByRole('heading', { name: 'Sharing' }).waitFor();
  await look(page, 'a handover', EVERY_WIDTH);
  await press(page, /Young person staying/);
  await shown(page, /Heather Moss/);
  await look(page, 'an incident', EVERY_WIDTH);
  await page.keyboard.press('o');
  await page.getByRole('heading', { name: /Overnight notes/ }).waitFor();
  await look(page, 'notes', EVERY_WIDTH);
}), 60_000);

test('a call and the forms of the desk', walk('edt-forms', async () => {
  const page = await open('edt', '/desk');
  await press(page, /Two children/);
  await shown(page, /Rowan Elm/);
  for (const [key, title] of [['g', 'Grade'], ['w', 'New information'], ['h', 'Hand over'], ['Shift+L', 'Who leads'], ['Shift+M', 'Somebody is missing'], ['Shift+F', 'What is known of Rowan Elm'], ['Shift+H', 'Rowan Elm, about 9']] as const) {
    await page.keyboard.press(key);
    await page.getByRole('region', { name: title, exact: true }).waitFor();
    await look(page, `the desk, ${title}`, [390, 1366]);
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: title, exact: true }).waitFor({ state: 'detached' });
  }
  await page.keyboard.press('n');
  await page.getByLabel(/caller’s words/).fill('A girl at the bus shelter will not go home tonight');
  await page.getByLabel('Name', { exact: true }).fill('Rowan Elm');
  await page.getByRole('region', { name: 'Known already' }).getByText('Overnight note').first().waitFor();
  await look(page, 'a call at the desk', EVERY_WIDTH);
}), 120_000);

test('the desk of a receiving team', walk('receiving-team', async () => {
  const page = await open('dayteam', '/desk');
  await page.getByRole('button', { name: /Ribble Valley|0003|Teasel|Fern/ }).first().waitFor();
  await look(page, 'the lists', EVERY_WIDTH);
  await page.locator('[data-case]').first().click();
  await page.getByRole('heading', { name: 'Sharing' }).waitFor();
  await look(page, 'a handover', EVERY_WIDTH);
}), 60_000);

test('the grading policy', walk('policy', async () => {
  const page = await open('supervisor', '/policy', CONSOLE);
  const widths = [390, 1366, 1920];
  await shown(page, /Version 2 · Winter nights/);
  await shown(page, /The strictest rule that speaks/);
  await look(page, 'the policy in force', widths);
  await press(page, /^New draft/);
  await shown(page, 'Kept on the server');
  await page.getByLabel('Name', { exact: true }).fill('Spring nights');
  await page.getByLabel(`Grade of rule ${FIRST_POLICY.rules.findIndex(({ code }) => code === 'vulnerable') + 1}`, { exact: true }).selectOption('2');
  await page.keyboard.press('Control+Shift+T');
  await shown(page, /would be graded otherwise: \d+ stricter/);
  await look(page, 'a draft that was tried', widths);
  await shown(page, 'Kept on the server');
  await press(page, /^Look at what changes/);
  await shown(page, /It can never be changed afterwards/);
  await look(page, 'a draft to be published', widths);
  await press(page, /^Publish/);
  await shown(page, /Version 3 · Spring nights/);
}), 150_000);

test('accounts', walk('accounts', async () => {
  const page = await open('administrator', '/admin');
  await press(page, 'Kit Heron');
  await page.getByRole('heading', { name: 'Kit Heron' }).waitFor();
  await look(page, 'an account', AT_A_DESK);
}), 60_000);

test('other systems', walk('systems', async () => {
  const page = await open('administrator', '/admin');
  await page.getByRole('tab', { name: 'Systems' }).click();
  await page.getByRole('heading', { name: /Ward system of Royal Heron/ }).waitFor();
  await look(page, 'a system with a key', AT_A_DESK);
  await press(page, 'Make another key');
  await shown(page, /shown only now/);
  await look(page, 'a key, shown once', AT_A_DESK);
}), 60_000);

test('both logs', walk('logs', async () => {
  const page = await open('auditor', '/audit');
  await page.getByRole('row').nth(5).waitFor();
  await look(page, 'what was done', AT_A_DESK);
  await page.getByText('Who read what').click();
  await page.getByRole('columnheader', { name: 'Purpose' }).waitFor();
  await look(page, 'who read what', AT_A_DESK);
}), 60_000);

/** A visit in the hand, by the arrows and by the mouse: it is where it was until the form is sent. */
async function carry(page: Page): Promise<void> {
  const [visit, begins] = [page.locator('[data-movable]').first(), page.getByRole('textbox', { name: 'Begins' })];
  const stood = await visit.getAttribute('aria-label');
  await visit.focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('status').filter({ hasText: /to \d\d:\d\d, / }).waitFor();
  await look(page, 'a visit in the hand');
  await page.keyboard.press('Escape');
  await shown(page, /Draw a visit to another time or person/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await begins.waitFor();
  const byKey = await begins.inputValue();
  await page.keyboard.press('Escape');
  await begins.waitFor({ state: 'detached' });
  const box = await visit.boundingBox();
  if (box === null) throw new Error('the visit is not on the screen');
  await page.mouse.move(box.x + 8, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + 80, box.y + 8, { steps: 4 });
  await page.mouse.up();
  await begins.waitFor();
  const byMouse = await begins.inputValue();
  await page.keyboard.press('Escape');
  await begins.waitFor({ state: 'detached' });
  expect([byKey, byMouse].map((text) => /^\d\d? \w{3} \d\d:\d\d$/.test(text))).toEqual([true, true]);
  expect(byMouse).not.toBe(byKey);
  expect(await visit.getAttribute('aria-label')).toBe(stood);
}

test('the plan', walk('plan', async () => {
  const page = await open('coordinator', '/plan', CONSOLE);
  await page.getByRole('button', { name: 'Propose a plan' }).waitFor();
  await look(page, 'nothing proposed', EVERY_WIDTH);
  await page.keyboard.press('p');
  await page.getByRole('button', { name: /^Agree to all/ }).waitFor();
  await look(page, 'a plan proposed', [390, 1366, 1920]);
  await carry(page);
  await page.keyboard.press('t');
  await page.getByRole('button', { name: /^By person/ }).waitFor();
  await look(page, 'the plan by crew', [390, 1366, 1920]);
  await page.keyboard.press('j');
  await page.getByRole('listitem', { name: /^Book EAR-/ }).first().getByRole('button', { name: /^Agree to EAR-/ }).click();
  await shown(page, 'Agreed.');
  await page.keyboard.press('l');
  await page.getByRole('heading', { name: 'Booked visits, by day' }).waitFor();
  await look(page, 'the plan as a list', [390, 1366, 1920]);
}), 60_000);

test('figures', walk('figures', async () => {
  const page = await open('analyst', '/figures');
  await page.getByRole('heading', { name: 'By grade' }).waitFor();
  await look(page, 'figures', AT_A_DESK);
}), 60_000);

test('the pages of the API', walk('api', async () => {
  const page = await open('analyst', '/api/docs');
  await page.locator('.opblock').first().waitFor();
}), 60_000);
