// One child on two incidents, without a mouse: suggested, linked by a person, read as one history, undone. Then she is found, on a tablet without signal.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { startDemo, type Demo } from '../support/demo.ts';
import { chooseCrews, CONSOLE, openForm, press, shown, TABLET, tap } from './hands.ts';
import { Keys } from './keys.ts';
import { tooWideIn, wrongIn } from './sight.ts';

const NO_NETWORK = /net::ERR_(INTERNET_DISCONNECTED|FAILED)/;

let demo: Demo;
let console: Page;
beforeAll(async () => {
  demo = await startDemo();
  console = await demo.signIn('coordinator', CONSOLE);
  await console.getByRole('option', { name: /Did not come back after tea/ }).waitFor();
}, 90_000);
afterAll(async () => { await demo.stop(); }, 30_000);

const heading = () => console.locator('[data-pane=incident] [data-pane-entry]');

test('known already: linked with a reason, one history across both, undone, put away', () => demo.journey('who-linked', async () => {
  const keys = new Keys(console);
  await keys.press('Control+k');
  await keys.arrivesAt(console.getByLabel(/^Find an incident/));
  await keys.write('aspen holly');
  await console.getByRole('dialog', { name: 'Find' }).getByText(/Did not come back after tea/).first().waitFor();
  await keys.press('Enter');
  await keys.arrivesAt(heading());
  await console.getByRole('button', { name: 'May be known already, in one record: Aspen Holly' }).waitFor();

  await keys.press('Shift+H');
  const card = console.getByRole('region', { name: /^Aspen Holly/ });
  await keys.arrivesAt(card);
  await card.getByText('same name · about the same age').waitFor();
  const wrong = await wrongIn(console, 'somebody who may be known already');

  await keys.press('1');
  const reason = card.getByLabel('What tells you');
  await keys.arrivesAt(reason);
  await keys.write('The same home, the same birthday');
  await keys.press('Escape');
  await keys.arrivesAt(card);
  await keys.press('1');
  await keys.arrivesAt(reason);
  expect(await reason.inputValue()).toBe('The same home, the same birthday');
  wrong.push(...await wrongIn(console, 'saying that it is the same person'));
  await keys.press('Control+Enter');
  await card.getByText(/Said to be the same person by Kit Heron.*The same home, the same birthday/).waitFor();
  await keys.arrivesAt(card);
  expect(await card.getByText(/had missed the bus from town/).count()).toBe(1);
  await card.getByText('No other record that you may see is alike.').waitFor();
  wrong.push(...await wrongIn(console, 'a history across two records'), ...await tooWideIn(console, 'a history across two records', [1366]));

  await keys.press('Shift+U');
  await keys.arrivesAt(card.getByLabel('Why'));
  await keys.write('Her cousin of the same name');
  await keys.press('Control+Enter');
  await card.getByText('same name · about the same age').waitFor();
  expect(await card.getByText(/Said to be the same person/).count()).toBe(0);
  await keys.arrivesAt(card);
  await keys.press('Shift+X');
  await card.getByText('None besides those put away.').waitFor();
  await keys.press('Escape');
  await keys.arrivesAt(heading());
  await shown(console, /is not the same person as in the other record, after all/);
  expect(wrong).toEqual([]);
})(), 90_000);

test('found and seen well, a touch each in the task itself, kept without signal', () => demo.journey('who-found', async () => {
  const constable = await demo.signIn('responder1', TABLET);
  await openForm(console, 'g');
  await console.keyboard.press('Control+Enter');
  await console.locator('[data-form]').waitFor({ state: 'detached' });
  await openForm(console, 't');
  await console.keyboard.press('Control+Enter');
  await shown(console, /Missing: police and social work legs/);
  await chooseCrews(console.locator('[data-form]').last(), ['B2']);
  await console.keyboard.press('Control+Enter');
  await press(constable, /Open it/);
  await tap(constable, /^Accept/);
  const missing = constable.getByRole('group', { name: 'Aspen Holly, missing' });
  await missing.getByText('Aspen Holly is missing, medium risk').waitFor();
  const wrong = [...await wrongIn(constable, 'a task with somebody missing'), ...await tooWideIn(constable, 'a task with somebody missing', [360, 1280])];

  await constable.context().setOffline(true);
  await missing.getByRole('button', { name: /^Found/ }).click();
  await missing.getByText('Aspen Holly is found, not yet seen').waitFor();
  await missing.getByRole('button', { name: /^Seen, well/ }).click();
  await missing.getByText('Aspen Holly is back; a return interview is owed').waitFor();
  await shown(constable, '2 unsent');
  expect(await console.getByText('Aspen Holly is back').count()).toBe(0);
  await constable.context().setOffline(false);
  await shown(console, 'Aspen Holly is back; a return interview is owed');
  expect(wrong).toEqual([]);
  expect(demo.faults.filter((fault) => !NO_NETWORK.test(fault))).toEqual([]);
})(), 60_000);
